package io.agencyos.domain.content;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A message of one form with a text for each of its fields, no more and no less. */
public record MessageText(MessageForm form, Map<TextField, String> fields) {

    public MessageText {
        if (!fields.keySet().equals(Set.copyOf(form.fields()))) {
            throw new IllegalArgumentException(form + " needs exactly " + form.fields());
        }
        fields = Collections.unmodifiableMap(new EnumMap<>(fields));
    }

    public static MessageText email(String subject, String body) {
        return new MessageText(MessageForm.EMAIL, Map.of(TextField.SUBJECT, subject, TextField.BODY, body));
    }

    /** A message of a form with one text: SMS, LinkedIn, letter. */
    public static MessageText of(MessageForm form, String text) {
        return new MessageText(form, Map.of(form.fields().getFirst(), text));
    }

    /** The text of a field that this form has. */
    public String text(TextField field) {
        String text = fields.get(field);
        if (text == null) {
            throw new IllegalArgumentException(form + " has no " + field);
        }
        return text;
    }

    /** Everything but the subject, in reading order. */
    public String allButSubject() {
        return form.fields().stream()
                .filter(field -> field != TextField.SUBJECT)
                .map(this::text)
                .collect(Collectors.joining("\n"));
    }

    /** The same message with another text in a field. */
    public MessageText with(TextField field, String text) {
        var changed = new EnumMap<>(fields);
        changed.put(field, text);
        return new MessageText(form, changed);
    }
}
