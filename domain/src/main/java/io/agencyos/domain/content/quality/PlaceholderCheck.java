package io.agencyos.domain.content.quality;

import io.agencyos.domain.content.MessageForm;
import io.agencyos.domain.content.MessageText;
import io.agencyos.domain.content.TextField;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds what a template has left unfilled. Upper-case patterns are case-sensitive, so that markup such as {@code <p>} is
 * none. Source: content 3.8.
 */
final class PlaceholderCheck {

    private static final List<Shape> PLACEHOLDERS = List.of(
            new Shape(
                    text -> hasAny(text, '{', '['),
                    "\\{\\{[^{}\\n]{0,80}\\}\\}|\\[\\[[^\\[\\]\\n]{0,80}\\]\\]|\\{[^{}\\n]{1,80}\\}"),
            new Shape(
                    text -> hasAny(text, '[', '<', '%'),
                    "\\[[A-Z][A-Z_ ]{1,60}\\]|<[A-Z][A-Z_ ]{1,60}>|%[A-Z][A-Z_]{1,60}%"),
            new Shape(
                    text -> says(text, "insert") || says(text, "lorem") || says(text, "null"),
                    "(?i)\\binsert\\b[^.\\n]{1,40}\\bhere\\b|\\blorem ipsum\\b|(?<=\\bhi )null\\b"),
            new Shape(text -> says(text, "tbd") || says(text, "undefined"), "\\bTBD\\b|(?i)\\bundefined\\b"));

    /**
     * What an unfilled place looks like.
     *
     * @param possible whether a text is worth the search: hardly any is, and a search through all of it is dear
     */
    private record Shape(Predicate<String> possible, Pattern pattern) {

        Shape(Predicate<String> possible, String pattern) {
            this(possible, Pattern.compile(pattern));
        }

        Stream<String> in(String text) {
            return possible.test(text) ? pattern.matcher(text).results().map(MatchResult::group) : Stream.empty();
        }
    }

    private static boolean hasAny(String text, char... characters) {
        for (char one : characters) {
            if (text.indexOf(one) >= 0) {
                return true;
            }
        }
        return false;
    }

    private static boolean says(String text, String word) {
        for (int at = 0; at + word.length() <= text.length(); at++) {
            if (text.regionMatches(true, at, word, 0, word.length())) {
                return true;
            }
        }
        return false;
    }

    private PlaceholderCheck() {}

    static List<Finding> findings(MessageText message, QualityContext context) {
        return message.form().fields().stream()
                .flatMap(field -> in(message, field))
                .toList();
    }

    private static Stream<Finding> in(MessageText message, TextField field) {
        return PLACEHOLDERS.stream()
                .flatMap(shape -> shape.in(message.text(field)))
                .map(place -> Finding.error(code(message.form(), field), field.wire(), place));
    }

    private static String code(MessageForm form, TextField field) {
        return switch (field) {
            case SUBJECT -> "placeholder_in_subject";
            case BODY -> form == MessageForm.EMAIL ? "placeholder_in_body" : "placeholder_found";
            case TEXT, OPENING, VALUE_PROP, CTA -> "placeholder_found";
        };
    }
}
