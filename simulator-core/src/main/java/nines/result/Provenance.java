package nines.result;

/**
 * Where one number of the scenario comes from.
 *
 * @param path in the scenario: {@code components.web.fails.node.repair}
 * @param text the value as the language writes it
 * @param source {@code user}, {@code default} or {@code catalogue}
 * @param id of the catalogue's entry; empty otherwise
 * @param grade how good the catalogue thinks it is, A to D; empty otherwise
 * @param date of the figure, or on which a default was decided; empty for the user's
 * @param citation who says so; may be empty
 */
public record Provenance(
        String path, String text, String source, String id, String grade, String date, String citation) {}
