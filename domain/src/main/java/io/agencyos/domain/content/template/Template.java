package io.agencyos.domain.content.template;

import io.agencyos.domain.content.MessageForm;
import io.agencyos.domain.content.TextField;
import io.agencyos.domain.shared.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A message as slots. Source: content 3.5.
 *
 * @param version grows with every change; a version is never changed
 * @param shapes the whole message first, then ever shorter ones; the first that fits its channel is used
 */
public record Template(String id, int version, MessageForm form, List<Shape> shapes) {

    public Template {
        shapes = List.copyOf(shapes);
        if (shapes.isEmpty()) {
            throw new IllegalArgumentException("a template has at least one shape");
        }
    }

    /** One way to lay a message out: for each field its paragraphs, each a row of slots. */
    public record Shape(Map<TextField, List<List<Slot>>> fields) {

        public Shape {
            fields = Map.copyOf(fields);
        }

        Stream<Slot> slots() {
            return fields.values().stream().flatMap(List::stream).flatMap(List::stream);
        }
    }

    /** Every slot of every shape. */
    public List<Slot> slots() {
        return shapes.stream().flatMap(Shape::slots).distinct().toList();
    }

    /**
     * A template that a person wrote as plain text, one fragment per paragraph; all its required variables must be
     * there for it to be rendered.
     *
     * @param subject empty for a form without one
     */
    public static Result<Template, Fragment.Problem> written(
            String id, int version, MessageForm form, Optional<String> subject, String body) {
        var paragraphs = new ArrayList<List<Slot>>();
        for (String paragraph : body.strip().split("\\n\\s*\\n")) {
            Result<Slot, Fragment.Problem> slot = writtenSlot("paragraph" + (paragraphs.size() + 1), paragraph.strip());
            if (slot instanceof Result.Err<Slot, Fragment.Problem>(var problem)) {
                return Result.err(problem);
            }
            paragraphs.add(List.of(slot.orElseThrow()));
        }
        TextField main = form.fields().getLast();
        if (subject.isEmpty() || !form.fields().contains(TextField.SUBJECT)) {
            return Result.ok(new Template(id, version, form, List.of(new Shape(Map.of(main, paragraphs)))));
        }
        return writtenSlot("subject", subject.get().strip())
                .map(slot -> new Template(
                        id,
                        version,
                        form,
                        List.of(new Shape(Map.of(TextField.SUBJECT, List.of(List.of(slot)), main, paragraphs)))));
    }

    private static Result<Slot, Fragment.Problem> writtenSlot(String name, String text) {
        return Fragment.parse(text)
                .map(fragment -> new Slot(name, true, List.of(new Slot.Rank(List.of(fragment), false))));
    }
}
