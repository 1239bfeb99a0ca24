package io.agencyos.domain.content.template;

import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A piece of text with variables: {@code {name}} is required, {@code {name|words}} falls back to the words, double
 * braces are braces. Source: content 3.5.
 */
public final class Fragment {

    /** Why a text is no fragment; found when a template is saved, never when it is rendered. */
    public sealed interface Problem {

        /** There is no variable of this name. */
        record UnknownVariable(String name, int position) implements Problem {}

        /** A brace is opened and not closed, or closed and not opened. */
        record UnbalancedBrace(int position) implements Problem {}
    }

    private sealed interface Part {
        record Words(String text) implements Part {}

        record Placeholder(Variable variable, Optional<String> fallback) implements Part {}
    }

    private final List<Part> parts;

    private Fragment(List<Part> parts) {
        this.parts = List.copyOf(parts);
    }

    /** Reads a text as a person writes it. */
    public static Result<Fragment, Problem> parse(String source) {
        var parts = new ArrayList<Part>();
        var words = new StringBuilder();
        int at = 0;
        while (at < source.length()) {
            char c = source.charAt(at);
            boolean doubled = at + 1 < source.length() && source.charAt(at + 1) == c;
            if ((c == '{' || c == '}') && doubled) {
                words.append(c);
                at += 2;
            } else if (c == '}') {
                return Result.err(new Problem.UnbalancedBrace(at));
            } else if (c == '{') {
                int end = source.indexOf('}', at);
                int nested = source.indexOf('{', at + 1);
                if (end < 0 || nested >= 0 && nested < end) {
                    return Result.err(new Problem.UnbalancedBrace(at));
                }
                Optional<Part> placeholder = placeholder(source.substring(at + 1, end));
                if (placeholder.isEmpty()) {
                    return Result.err(new Problem.UnknownVariable(nameIn(source.substring(at + 1, end)), at));
                }
                addWords(parts, words);
                parts.add(placeholder.get());
                at = end + 1;
            } else {
                words.append(c);
                at++;
            }
        }
        addWords(parts, words);
        return Result.ok(new Fragment(parts));
    }

    /** A fragment of the shipped library, where a mistake is a mistake in the program. */
    static Fragment of(String source) {
        return parse(source).orElseThrow();
    }

    /** The variables without which it cannot be rendered. */
    public Set<Variable> required() {
        return parts.stream()
                .filter(part -> part instanceof Part.Placeholder(var variable, var fallback) && fallback.isEmpty())
                .map(part -> ((Part.Placeholder) part).variable())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** All variables that it asks for. */
    public Set<Variable> variables() {
        return parts.stream()
                .filter(Part.Placeholder.class::isInstance)
                .map(part -> ((Part.Placeholder) part).variable())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** True when every required variable has a value. */
    public boolean isRenderable(Values values) {
        return values.present().containsAll(required());
    }

    /** The text with these values; empty when a required one is missing. */
    public Optional<String> render(Values values) {
        if (!isRenderable(values)) {
            return Optional.empty();
        }
        return Optional.of(parts.stream()
                .map(part -> switch (part) {
                    case Part.Words(var text) -> text;
                    case Part.Placeholder(var variable, var fallback) ->
                        values.get(variable).or(() -> fallback).orElse("");
                })
                .collect(Collectors.joining()));
    }

    private static void addWords(List<Part> parts, StringBuilder words) {
        if (!words.isEmpty()) {
            parts.add(new Part.Words(PlainText.of(words.toString())));
            words.setLength(0);
        }
    }

    private static Optional<Part> placeholder(String inside) {
        int bar = inside.indexOf('|');
        Optional<String> fallback = bar < 0 ? Optional.empty() : Optional.of(PlainText.of(inside.substring(bar + 1)));
        return Vocabulary.parse(Variable.class, nameIn(inside))
                .map(variable -> new Part.Placeholder(variable, fallback));
    }

    private static String nameIn(String inside) {
        int bar = inside.indexOf('|');
        return bar < 0 ? inside : inside.substring(0, bar);
    }
}
