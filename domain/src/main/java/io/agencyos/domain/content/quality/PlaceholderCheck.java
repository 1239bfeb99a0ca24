package io.agencyos.domain.content.quality;

import io.agencyos.domain.content.MessageForm;
import io.agencyos.domain.content.MessageText;
import io.agencyos.domain.content.TextField;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds what a template has left unfilled. Upper-case patterns are case-sensitive, so that markup such as {@code <p>} is
 * none. Source: content 3.8.
 */
final class PlaceholderCheck {

    private static final List<Pattern> PLACEHOLDERS = List.of(
            Pattern.compile("\\{\\{[^{}\\n]{0,80}\\}\\}|\\[\\[[^\\[\\]\\n]{0,80}\\]\\]|\\{[^{}\\n]{1,80}\\}"),
            Pattern.compile("\\[[A-Z][A-Z_ ]{1,60}\\]|<[A-Z][A-Z_ ]{1,60}>|%[A-Z][A-Z_]{1,60}%"),
            Pattern.compile("(?i)\\binsert\\b[^.\\n]{1,40}\\bhere\\b|\\blorem ipsum\\b|(?<=\\bhi )null\\b"),
            Pattern.compile("\\bTBD\\b|(?i)\\bundefined\\b"));

    private PlaceholderCheck() {}

    static List<Finding> findings(MessageText message, QualityContext context) {
        return message.form().fields().stream()
                .flatMap(field -> in(message, field))
                .toList();
    }

    private static Stream<Finding> in(MessageText message, TextField field) {
        return PLACEHOLDERS.stream()
                .flatMap(pattern -> pattern.matcher(message.text(field)).results())
                .map(match -> Finding.error(code(message.form(), field), field.wire(), match.group()));
    }

    private static String code(MessageForm form, TextField field) {
        return switch (field) {
            case SUBJECT -> "placeholder_in_subject";
            case BODY -> form == MessageForm.EMAIL ? "placeholder_in_body" : "placeholder_found";
            case TEXT, OPENING, VALUE_PROP, CTA -> "placeholder_found";
        };
    }
}
