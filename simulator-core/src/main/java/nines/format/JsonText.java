package nines.format;

import java.io.StringWriter;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;

/** Writes JSON, indented by two. */
final class JsonText {

    private static final JsonFactory FACTORY = new JsonFactory();

    private JsonText() {}

    static String of(Draft.Block file) {
        StringWriter writer = new StringWriter();
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"));
        ObjectWriteContext context = new ObjectWriteContext.Base() {
            @Override
            public tools.jackson.core.PrettyPrinter getPrettyPrinter() {
                return printer;
            }

            @Override
            public boolean hasPrettyPrinter() {
                return true;
            }
        };
        try (JsonGenerator json = FACTORY.createGenerator(context, writer)) {
            write(file, json);
        }
        return writer + "\n";
    }

    private static void write(Draft value, JsonGenerator json) {
        if (value instanceof Draft.Block block) {
            json.writeStartObject();
            block.entries().forEach((key, entry) -> {
                json.writeName(key);
                write(entry, json);
            });
            json.writeEndObject();
        } else if (value instanceof Draft.Items list) {
            json.writeStartArray();
            list.items().forEach(item -> write(item, json));
            json.writeEndArray();
        } else if (value instanceof Draft.Plain plain) {
            if (plain.quoted()) {
                json.writeString(plain.text());
            } else {
                json.writeRawValue(plain.text());
            }
        }
    }
}
