package io.agencyos.adapters.out.postgres.outreach;

import io.agencyos.adapters.out.postgres.kernel.Json;
import io.agencyos.adapters.out.postgres.kernel.RowSink;
import io.agencyos.domain.content.CallToAction;
import io.agencyos.domain.content.ContentTraits;
import io.agencyos.domain.content.PainPoint;
import io.agencyos.domain.content.PersonalisationField;
import io.agencyos.domain.content.SubjectPattern;
import io.agencyos.domain.shared.Vocabulary;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a text was like: one value beside a draft, columns beside what was sent. */
final class TraitsJson {

    /** Of a text of which its generator names no angle. Source: conversion intelligence 3.1. */
    private static final List<String> NO_ANGLE = List.of("neutral");

    private record Stored(
            int subjectWords,
            int words,
            int characters,
            @Nullable Integer segments,
            int links,
            boolean question,
            List<String> painPoints,
            @Nullable String cta,
            List<String> subjectPatterns,
            List<String> used,
            List<String> available) {}

    private TraitsJson() {}

    static @Nullable Json json(@Nullable ContentTraits traits) {
        return traits == null
                ? null
                : Json.of(new Stored(
                        traits.subjectWords(),
                        traits.words(),
                        traits.characters(),
                        traits.segments(),
                        traits.links(),
                        traits.question(),
                        wires(traits.painPoints()),
                        traits.cta() == null ? null : traits.cta().name(),
                        wires(traits.subjectPatterns()),
                        wires(traits.used()),
                        wires(traits.available())));
    }

    static @Nullable ContentTraits traits(@Nullable Json json) {
        if (json == null) {
            return null;
        }
        Stored stored = json.as(Stored.class);
        return new ContentTraits(
                stored.subjectWords(),
                stored.words(),
                stored.characters(),
                stored.segments(),
                stored.links(),
                stored.question(),
                words(PainPoint.class, stored.painPoints()),
                stored.cta() == null ? null : CallToAction.valueOf(stored.cta()),
                words(SubjectPattern.class, stored.subjectPatterns()),
                words(PersonalisationField.class, stored.used()),
                words(PersonalisationField.class, stored.available()));
    }

    /** The columns of {@code touch}; a text whose traits nobody told has none. */
    static void columns(RowSink row, @Nullable ContentTraits traits) {
        row.set("subject_patterns", traits == null ? List.of() : wires(traits.subjectPatterns()))
                .set("angles", traits == null ? List.of() : NO_ANGLE)
                .set("pain_points", traits == null ? List.of() : wires(traits.painPoints()))
                .set("personalisation", traits == null ? List.of() : wires(traits.used()))
                .set("personalisation_available", traits == null ? List.of() : wires(traits.available()));
        if (traits != null) {
            CallToAction cta = traits.cta();
            row.set("cta", cta == null ? null : cta.phrase())
                    .set("cta_type", cta == null ? null : cta.type())
                    .set("subject_words", traits.subjectWords())
                    .set("word_count", traits.words())
                    .set("char_count", traits.characters())
                    .set("segments", traits.segments())
                    .set("has_question", traits.question())
                    .set("link_count", traits.links());
        }
    }

    private static List<String> wires(Collection<? extends Vocabulary> words) {
        return words.stream().map(Vocabulary::wire).sorted().toList();
    }

    private static <E extends Enum<E> & Vocabulary> Set<E> words(Class<E> type, List<String> wires) {
        return wires.stream()
                .map(wire -> Vocabulary.parse(type, wire))
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
    }
}
