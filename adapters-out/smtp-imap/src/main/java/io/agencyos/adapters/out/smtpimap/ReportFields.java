package io.agencyos.adapters.out.smtpimap;

import jakarta.mail.Part;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** One block of {@code Name: value} lines of a machine-readable report (RFC 3464, RFC 5965); names ignore case. */
record ReportFields(Map<String, String> fields) {

    /** The part's blocks, which empty lines divide. */
    static List<ReportFields> blocks(Part part) {
        return blocks(Parts.decoded(part));
    }

    static List<ReportFields> blocks(String text) {
        List<ReportFields> blocks = new ArrayList<>();
        for (String block : text.replace("\r", "").split("\\n\\s*\\n")) {
            Map<String, String> fields = fields(block);
            if (!fields.isEmpty()) {
                blocks.add(new ReportFields(fields));
            }
        }
        return blocks;
    }

    /** The first value of a name counts. */
    private static Map<String, String> fields(String block) {
        Map<String, String> fields = new HashMap<>();
        for (String line : block.replaceAll("\\n[ \\t]+", " ").split("\\n")) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                fields.putIfAbsent(
                        line.substring(0, colon).strip().toLowerCase(Locale.ROOT),
                        line.substring(colon + 1).strip());
            }
        }
        return fields;
    }

    Optional<String> get(String name) {
        return Optional.ofNullable(fields.get(name.toLowerCase(Locale.ROOT)));
    }

    /** A value of the form {@code type; value} without its type. */
    Optional<String> typed(String name) {
        return get(name).map(value -> value.substring(value.indexOf(';') + 1).strip());
    }
}
