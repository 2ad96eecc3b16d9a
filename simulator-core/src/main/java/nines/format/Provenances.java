package nines.format;

import nines.catalogue.Catalogue;
import nines.model.Silence;
import nines.model.Source;

/** Tells where a value came from. */
final class Provenances {

    private static final String CATALOGUE = "catalogue:";

    private Provenances() {}

    static Source of(Node node, Silence set) {
        Spot spot = node.spot();
        String text = node instanceof Node.Plain plain && plain.parameter() != null ? plain.parameter() : text(node);
        if (text.startsWith(CATALOGUE)) {
            return catalogue(text, text.substring(CATALOGUE.length()), spot);
        }
        if (spot.by().startsWith(CATALOGUE)) {
            return catalogue(text, spot.by().substring(CATALOGUE.length()), spot);
        }
        if (spot.isInFile()) {
            return new Source.File(text, spot.line(), spot.column());
        }
        return spot.by().equals("a default") ? new Source.Default(text, set) : new Source.Change(text, spot.by());
    }

    private static Source catalogue(String text, String id, Spot spot) {
        boolean silent = spot.line() == 0;
        Catalogue catalogue = Catalogue.bundled();
        return catalogue
                .find(id)
                .map(found ->
                        new Source.Catalogue(text, id, found.entry().grade().name(), catalogue.edition(), silent))
                .orElseGet(() -> new Source.Catalogue(text, id, "", catalogue.edition(), silent));
    }

    private static String text(Node node) {
        if (node instanceof Node.Plain plain) {
            return plain.text();
        }
        if (node instanceof Node.Items list) {
            return "["
                    + String.join(
                            ", ", list.items().stream().map(Provenances::text).toList()) + "]";
        }
        if (node instanceof Node.Entries block) {
            return "{ "
                    + String.join(
                            ", ",
                            block.entries().entrySet().stream()
                                    .map(e -> e.getKey() + ": "
                                            + text(e.getValue().value()))
                                    .toList())
                    + " }";
        }
        return "null";
    }
}
