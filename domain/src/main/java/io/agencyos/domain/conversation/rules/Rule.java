package io.agencyos.domain.conversation.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * One item of the rule table: it counts {@code weight} once, however often it matches.
 *
 * @param name the pattern as the table writes it, or a few words for a rule that is no pattern
 */
record Rule(String name, int weight, Test test) {

    /** All places where a rule hits, at most one per clause. */
    @FunctionalInterface
    interface Test {
        List<Span> hits(Reading reading);
    }

    /** The words that a rule hit: those of {@code run} from one index to before another. */
    record Span(Words run, int from, int to) {

        /** A hit of the reply as a whole. */
        private static final Span EVERYWHERE = new Span(new Words(List.of(), List.of(), -1), 0, 0);

        int sentence() {
            return run.sentence();
        }

        String words() {
            return run.excerpt(from, to);
        }
    }

    /** A rule over clauses; a leading {@code °} means: not when negated. */
    static Rule clause(int weight, String notation) {
        return new Rule(notation, weight, PatternTest.of(notation, false));
    }

    /** A rule over whole sentences, for automatic and out-of-office texts. */
    static Rule sentence(int weight, String notation) {
        return new Rule(notation, weight, PatternTest.of(notation, true));
    }

    /** A rule that looks at the whole reply and hits it or not. */
    static Rule whole(int weight, String name, Predicate<Reading> holds) {
        return new Rule(name, weight, reading -> holds.test(reading) ? List.of(Span.EVERYWHERE) : List.of());
    }

    /** The same rule, not where one of these words follows the match. */
    Rule notBefore(String... words) {
        return new Rule(name, weight, pattern().notBefore(Set.of(words)));
    }

    /** The same rule, not where one of these words stands before the match. */
    Rule notAfter(String... words) {
        return new Rule(name, weight, pattern().notAfter(Set.of(words)));
    }

    /** The same rule, not in a clause that the condition names. */
    Rule unlessClause(Predicate<Words> condition) {
        return new Rule(name, weight, pattern().unless(condition));
    }

    private PatternTest pattern() {
        if (test instanceof PatternTest pattern) {
            return pattern;
        }
        throw new IllegalStateException("not a pattern: " + name);
    }

    private record PatternTest(
            WordPattern pattern,
            boolean unlessNegated,
            boolean overSentences,
            Set<String> notBefore,
            Set<String> notAfter,
            Predicate<Words> unless)
            implements Test {

        static PatternTest of(String notation, boolean overSentences) {
            boolean unlessNegated = notation.startsWith("°");
            WordPattern pattern = WordPattern.of(unlessNegated ? notation.substring(1) : notation);
            return new PatternTest(pattern, unlessNegated, overSentences, Set.of(), Set.of(), words -> false);
        }

        PatternTest notBefore(Set<String> words) {
            return new PatternTest(pattern, unlessNegated, overSentences, words, notAfter, unless);
        }

        PatternTest notAfter(Set<String> words) {
            return new PatternTest(pattern, unlessNegated, overSentences, notBefore, words, unless);
        }

        PatternTest unless(Predicate<Words> condition) {
            return new PatternTest(pattern, unlessNegated, overSentences, notBefore, notAfter, condition);
        }

        @Override
        public List<Span> hits(Reading reading) {
            if (!pattern.mayOccurAmong(reading.vocabulary())) {
                return List.of();
            }
            var spans = new ArrayList<Span>();
            for (Reading.Sentence sentence : reading.sentences()) {
                List<Words> runs = overSentences ? List.of(sentence.words()) : sentence.clauses();
                for (Words words : runs) {
                    addFirstHit(words, spans);
                }
            }
            return spans;
        }

        private void addFirstHit(Words words, List<Span> spans) {
            if (unless.test(words)) {
                return;
            }
            for (int from = 0; from < words.size(); from++) {
                long lengths = pattern.mayBeginWith(words.at(from)) ? pattern.lengthsAt(words, from) : 0;
                for (long rest = lengths; rest != 0; rest &= rest - 1) {
                    int to = from + Long.numberOfTrailingZeros(rest);
                    if (counts(words, from, to)) {
                        spans.add(new Span(words, from, from + longest(words, from, lengths)));
                        return;
                    }
                }
            }
        }

        private int longest(Words words, int from, long lengths) {
            for (long rest = lengths; rest != 0; rest ^= Long.highestOneBit(rest)) {
                int length = 63 - Long.numberOfLeadingZeros(rest);
                if (counts(words, from, from + length)) {
                    return length;
                }
            }
            return 0;
        }

        private boolean counts(Words words, int from, int to) {
            return !(unlessNegated && words.negated(from, to))
                    && !(to < words.size() && notBefore.contains(words.at(to)))
                    && !(from > 0 && notAfter.contains(words.at(from - 1)));
        }
    }
}
