package io.agencyos.domain.conversion.pattern;

import java.util.Iterator;
import java.util.Map;

/** Writes a pattern document as JSON: no blanks, members in the order of their names, nothing outside ASCII unescaped. */
final class Canonical {

    private static final int FIRST_PRINTABLE = 0x20;
    private static final int LAST_ASCII = 0x7e;

    private Canonical() {}

    static void write(Node node, StringBuilder json) {
        switch (node) {
            case Node.Members(Map<String, Node> byName) -> members(byName, json);
            case Node.Items items -> items(items, json);
            case Node.Text(String value) -> quoted(value, json);
            case Node.Figure figure -> json.append(figure.value().toPlainString());
            case Node.Truth(boolean value) -> json.append(value);
            case Node.Nothing nothing -> json.append("null");
        }
    }

    private static void members(Map<String, Node> byName, StringBuilder json) {
        json.append('{');
        for (Iterator<Map.Entry<String, Node>> rest = byName.entrySet().iterator(); rest.hasNext(); ) {
            Map.Entry<String, Node> next = rest.next();
            quoted(next.getKey(), json);
            json.append(':');
            write(next.getValue(), json);
            json.append(rest.hasNext() ? "," : "");
        }
        json.append('}');
    }

    private static void items(Node.Items items, StringBuilder json) {
        json.append('[');
        for (Iterator<Node> rest = items.all().iterator(); rest.hasNext(); ) {
            write(rest.next(), json);
            json.append(rest.hasNext() ? "," : "");
        }
        json.append(']');
    }

    private static void quoted(String text, StringBuilder json) {
        json.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                json.append('\\').append(c);
            } else if (c < FIRST_PRINTABLE || c > LAST_ASCII) {
                json.append(String.format("\\u%04x", (int) c));
            } else {
                json.append(c);
            }
        }
        json.append('"');
    }
}
