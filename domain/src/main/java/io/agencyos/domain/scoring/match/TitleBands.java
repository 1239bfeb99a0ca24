package io.agencyos.domain.scoring.match;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The table of title bands as values, highest first: phrases of whole words that may stand anywhere in a segment, and
 * phrases that must be the whole of it. Source: scoring ALS-2.
 */
final class TitleBands {

    /**
     * A phrase that earns points.
     *
     * @param notAfter words that must not stand directly before it
     * @param notBefore words or phrases that must not stand directly after it
     */
    record Phrase(int points, String words, Set<String> notAfter, Set<String> notBefore) {

        private Phrase notAfter(String... others) {
            return new Phrase(points, words, Set.of(others), notBefore);
        }

        private Phrase notBefore(String... others) {
            return new Phrase(points, words, notAfter, Set.of(others));
        }
    }

    private static final String[] QUALIFIERS = {"product", "process", "service", "data", "system", "risk", "control"};

    static final List<Phrase> ANYWHERE = List.of(
            phrase(25, "owner").notAfter(QUALIFIERS),
            phrase(25, "proprietor"),
            phrase(25, "md"),
            phrase(25, "ceo"),
            phrase(25, "chief executive"),
            phrase(25, "founder"),
            phrase(25, "cofounder"),
            phrase(25, "managing director"),
            phrase(25, "managing partner"),
            phrase(25, "sole trader"),
            phrase(22, "chief").notBefore("executive", "of staff"),
            phrase(22, "cto"),
            phrase(22, "cfo"),
            phrase(22, "cmo"),
            phrase(22, "coo"),
            phrase(22, "cio"),
            phrase(22, "cro"),
            phrase(22, "cpo"),
            phrase(22, "cdo"),
            phrase(22, "cso"),
            phrase(22, "ciso"),
            phrase(22, "chro"),
            phrase(22, "cco"),
            phrase(22, "c suite"),
            phrase(22, "c level"),
            phrase(22, "president").notAfter("vice"),
            phrase(22, "chairman"),
            phrase(22, "chairwoman"),
            phrase(22, "chair"),
            phrase(18, "vice president"),
            phrase(18, "vp"),
            phrase(18, "svp"),
            phrase(18, "evp"),
            phrase(18, "avp"),
            phrase(15, "director"),
            phrase(15, "head"),
            phrase(15, "general manager"),
            phrase(15, "gm"),
            phrase(15, "chief of staff"),
            phrase(10, "group manager"),
            phrase(7, "manager"),
            phrase(7, "lead").notBefore("gen", "generation"),
            phrase(7, "supervisor"),
            phrase(7, "owner"));

    static final List<Phrase> WHOLE_SEGMENT = List.of(
            phrase(22, "principal"),
            phrase(22, "managing principal"),
            phrase(22, "school principal"),
            phrase(22, "partner"),
            phrase(22, "senior partner"),
            phrase(22, "equity partner"),
            phrase(22, "founding partner"),
            phrase(22, "general partner"));

    /** A senior manager, with at most this many words between the two. */
    static final int SENIOR_MANAGER = 10;

    static final int WORDS_BETWEEN_SENIOR_AND_MANAGER = 2;

    static final int PAST_OFFICE = 5;
    static final Set<String> PAST = Set.of("former", "ex", "retired");

    /** After these, a segment speaks of somebody else. */
    static final List<String> OTHER_PERSON = List.of("to", "for", "office of");

    static final Set<String> DISQUALIFYING =
            Set.of("assistant", "intern", "internship", "student", "coordinator", "receptionist");

    /** What an assistant directly before makes a deputy of. */
    static final List<String> HAS_DEPUTIES =
            List.of("vp", "vice president", "director", "manager", "general manager", "gm");

    static final int DEPUTY_AT_MOST = 7;

    /** Phrases in which a student names a department. */
    static final List<String> STUDENT_DEPARTMENTS = List.of("student services", "student experience");

    static final int DISQUALIFIED = 3;
    static final int UNPLACED = 5;

    /** Words that the reading of a title itself needs. */
    private static final List<String> SYNTAX = List.of("and", "co", "ordinator", "coordinator", "senior", "manager");

    private TitleBands() {}

    private static Phrase phrase(int points, String words) {
        return new Phrase(points, words, Set.of(), Set.of());
    }

    /** Every word that any of the rules above knows. */
    static WordIndex index() {
        List<String> phrases = new ArrayList<>(SYNTAX);
        for (Phrase phrase : ANYWHERE) {
            phrases.add(phrase.words());
            phrases.addAll(phrase.notAfter());
            phrases.addAll(phrase.notBefore());
        }
        WHOLE_SEGMENT.forEach(phrase -> phrases.add(phrase.words()));
        phrases.addAll(PAST);
        phrases.addAll(OTHER_PERSON);
        phrases.addAll(DISQUALIFYING);
        phrases.addAll(HAS_DEPUTIES);
        phrases.addAll(STUDENT_DEPARTMENTS);
        Set<String> words = new TreeSet<>();
        phrases.forEach(phrase -> words.addAll(List.of(phrase.split(" "))));
        return new WordIndex(words);
    }
}
