package io.agencyos.domain.content.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What an answer has to look like, told to the model and held against what it says: objects with exactly these fields, lists, texts
 * and words. Values are plain: {@link Map}, {@link List} and {@link String}. Source: content 3.6.
 */
public sealed interface AnswerShape {

    /** A text of at most so many characters. */
    record Text(int longest) implements AnswerShape {}

    /** A list of so many entries. */
    record Many(AnswerShape each, int fewest, int most) implements AnswerShape {}

    /** An object with each of these fields and no other. */
    record Fields(Map<String, AnswerShape> fields) implements AnswerShape {

        public Fields {
            fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        }
    }

    /** What is wrong with a value, by its path; empty where it fits. */
    default List<String> violations(Object value) {
        List<String> found = new ArrayList<>();
        look(this, "", value, found);
        return List.copyOf(found);
    }

    private static void look(AnswerShape shape, String path, Object value, List<String> found) {
        switch (shape) {
            case Text text -> {
                if (!(value instanceof String said)) {
                    found.add(path + ": a text is wanted");
                } else if (said.length() > text.longest()) {
                    found.add(path + ": at most " + text.longest() + " characters");
                }
            }
            case Many many -> {
                if (!(value instanceof List<?> entries)) {
                    found.add(path + ": a list is wanted");
                } else if (entries.size() < many.fewest() || entries.size() > many.most()) {
                    found.add(path + ": " + many.fewest() + " to " + many.most() + " entries");
                } else {
                    for (int i = 0; i < entries.size(); i++) {
                        look(many.each(), path + "[" + i + "]", entries.get(i), found);
                    }
                }
            }
            case Fields object -> {
                if (!(value instanceof Map<?, ?> entries)) {
                    found.add(path + ": an object is wanted");
                    return;
                }
                object.fields().forEach((name, each) -> {
                    if (entries.containsKey(name)) {
                        look(each, path.isEmpty() ? name : path + "." + name, entries.get(name), found);
                    } else {
                        found.add(path + ": " + name + " is missing");
                    }
                });
                entries.keySet().stream()
                        .filter(name -> !object.fields().containsKey(name))
                        .forEach(name -> found.add(path + ": there is no " + name));
            }
        }
    }

    /** The same value with its texts trimmed and free of control characters. Source: content 3.6. */
    static Object tidied(Object value) {
        return switch (value) {
            case String text -> text.replaceAll("\\p{Cntrl}+", " ").strip();
            case List<?> entries -> entries.stream().map(AnswerShape::tidied).toList();
            case Map<?, ?> entries -> {
                Map<String, Object> tidied = new LinkedHashMap<>();
                entries.forEach((name, entry) -> tidied.put(String.valueOf(name), tidied(entry)));
                yield tidied;
            }
            default -> value;
        };
    }
}
