package io.agencyos.domain.content.template;

import io.agencyos.domain.content.MessageForm;
import io.agencyos.domain.content.TextField;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.Vocabulary;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a step says in one place instead of its own words. Variants of an experiment differ in one element only, so each
 * changes the same place. Source: conversion intelligence 7.1.
 *
 * @param text with variables, as a person writes a template; null for the step's own words
 */
public record Variation(Element element, @Nullable String text) {

    /** What is varied, and so which place of the text. */
    public enum Element implements Vocabulary {
        /** The opening, which takes up an angle. */
        ANGLE,
        /** The subject of an e-mail. */
        SUBJECT_PATTERN,
        /** The question at the end. */
        CTA,
        /** Everything but the subject, told shorter or longer. */
        LENGTH,
        /** Everything but the subject. */
        TEMPLATE
    }

    /** Why it cannot be put into a template. */
    public sealed interface Problem {

        /** The text is no fragment. */
        record Unreadable(Fragment.Problem why) implements Problem {}

        /** The template has no such place: its words are a person's, or its form has none. */
        record NoSuchPlace(Element element) implements Problem {}

        /** Some leads have no value for these, so that the variants would reach different people. */
        record MayBeMissing(Set<Variable> variables) implements Problem {}
    }

    /** What every lead that is written to has. */
    private static final Set<Variable> ALWAYS =
            EnumSet.of(Variable.FIRST_NAME, Variable.AGENCY_NAME, Variable.SENDER_NAME);

    /** The template that says this; the same one for the step's own words. */
    public Result<Template, Problem> in(Template template) {
        if (text == null) {
            return Result.ok(template);
        }
        return switch (element) {
            case ANGLE -> inSlot(template, "opener");
            case CTA -> inSlot(template, "cta");
            case SUBJECT_PATTERN -> subjectOf(template);
            case LENGTH, TEMPLATE -> bodyOf(template);
        };
    }

    /** The template with all of these, one after the other. */
    public static Result<Template, Problem> all(List<Variation> variations, Template template) {
        Result<Template, Problem> varied = Result.ok(template);
        for (Variation each : variations) {
            varied = varied.flatMap(each::in);
        }
        return varied;
    }

    private Result<Template, Problem> inSlot(Template template, String name) {
        if (template.slots().stream().noneMatch(slot -> slot.name().equals(name))) {
            return Result.err(new Problem.NoSuchPlace(element));
        }
        return fragment(template.form()).map(fragment -> {
            Slot said = said(name, fragment);
            return with(
                    template,
                    template.shapes().stream()
                            .map(shape -> replaced(shape, said))
                            .toList());
        });
    }

    private Result<Template, Problem> subjectOf(Template template) {
        if (!template.form().fields().contains(TextField.SUBJECT)) {
            return Result.err(new Problem.NoSuchPlace(element));
        }
        return fragment(template.form())
                .map(fragment -> with(
                        template,
                        template.shapes().stream()
                                .map(shape ->
                                        put(shape, TextField.SUBJECT, List.of(List.of(said("subject", fragment)))))
                                .toList()));
    }

    private Result<Template, Problem> bodyOf(Template template) {
        TextField main = template.form().fields().getLast();
        if (template.form().fields().stream().anyMatch(field -> field != main && field != TextField.SUBJECT)) {
            return Result.err(new Problem.NoSuchPlace(element));
        }
        return fragment(template.form())
                .flatMap(checked -> Template.written(
                                template.id(),
                                template.version(),
                                template.form(),
                                Optional.empty(),
                                Objects.requireNonNull(text))
                        .<Problem>mapError(Problem.Unreadable::new))
                .map(written -> with(
                        template,
                        List.of(put(
                                template.shapes().getFirst(),
                                main,
                                written.shapes().getFirst().fields().getOrDefault(main, List.of())))));
    }

    private Result<Fragment, Problem> fragment(MessageForm form) {
        return Fragment.parse(Objects.requireNonNull(text))
                .<Problem>mapError(Problem.Unreadable::new)
                .flatMap(fragment -> {
                    Set<Variable> doubtful = EnumSet.noneOf(Variable.class);
                    fragment.required().stream()
                            .filter(variable -> !isKnown(variable, form))
                            .forEach(doubtful::add);
                    return doubtful.isEmpty()
                            ? Result.ok(fragment)
                            : Result.err(new Problem.MayBeMissing(Set.copyOf(doubtful)));
                });
    }

    /** Nobody is written to by e-mail, called or sent a letter without a company. Source: content 3.1. */
    private static boolean isKnown(Variable variable, MessageForm form) {
        boolean companyNeeded = switch (form) {
            case EMAIL, VOICE_SCRIPT, LETTER -> true;
            case SMS, LINKEDIN_NOTE, LINKEDIN_MESSAGE -> false;
        };
        return ALWAYS.contains(variable) || companyNeeded && variable == Variable.COMPANY;
    }

    private static Slot said(String name, Fragment fragment) {
        return new Slot(name, true, List.of(new Slot.Rank(List.of(fragment), false)));
    }

    private static Template with(Template template, List<Template.Shape> shapes) {
        return new Template(template.id(), template.version(), template.form(), shapes);
    }

    private static Template.Shape replaced(Template.Shape shape, Slot by) {
        Map<TextField, List<List<Slot>>> fields = new EnumMap<>(TextField.class);
        shape.fields()
                .forEach((field, rows) -> fields.put(
                        field,
                        rows.stream()
                                .map(row -> row.stream()
                                        .map(slot -> slot.name().equals(by.name()) ? by : slot)
                                        .toList())
                                .toList()));
        return new Template.Shape(fields);
    }

    private static Template.Shape put(Template.Shape shape, TextField field, List<List<Slot>> rows) {
        Map<TextField, List<List<Slot>>> fields = new EnumMap<>(shape.fields());
        fields.put(field, rows);
        return new Template.Shape(fields);
    }
}
