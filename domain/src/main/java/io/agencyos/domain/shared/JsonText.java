package io.agencyos.domain.shared;

/** A text as JSON writes it, for the few bodies whose bytes are the domain's own. */
public final class JsonText {

    private JsonText() {}

    /** Quoted and escaped. */
    public static String of(String plain) {
        StringBuilder json = new StringBuilder("\"");
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            if (c == '"' || c == '\\') {
                json.append('\\').append(c);
            } else if (c < ' ') {
                json.append("\\u%04x".formatted((int) c));
            } else {
                json.append(c);
            }
        }
        return json.append('"').toString();
    }
}
