package io.agencyos.domain.conversation.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A pattern over the words of a clause, written in the notation of content 4.4: {@code (a|b)} one of, {@code [x]}
 * optional, {@code ~n} a gap of at most n words, {@code stem…} any ending, {@code ^} and {@code $} the ends of the
 * clause; a word in capitals is a class such as {@code DATE}.
 *
 * <p>A match is followed as the set of all offsets reached so far, a bit each, so the work grows with pattern length
 * times words and never backtracks.
 */
final class WordPattern {

    private static final int LONGEST_MATCH = 62;

    private final Node root;
    private final Opening opening;

    private WordPattern(Node root) {
        this.root = root;
        this.opening = root.opening();
    }

    static WordPattern of(String notation) {
        var parser = new Parser(notation);
        return new WordPattern(parser.whole());
    }

    /** The lengths in words of all matches that begin at {@code start}, one bit each. */
    long lengthsAt(Words words, int start) {
        return root.step(words, start, 1L);
    }

    /** False when no match can begin with this word; spares most rules most of the work. */
    boolean mayBeginWith(String word) {
        return opening.anything() || opening.words().contains(word);
    }

    /** False when no match can begin anywhere in a text of these words. */
    boolean mayOccurAmong(Set<String> vocabulary) {
        return opening.anything() || opening.words().stream().anyMatch(vocabulary::contains);
    }

    /** How this pattern begins, for a class of words that is a pattern itself. */
    Opening opening() {
        return opening;
    }

    boolean matchesSomewhereIn(Words words) {
        for (int start = 0; start <= words.size(); start++) {
            boolean possible = opening.anything() || start < words.size() && mayBeginWith(words.at(start));
            if (possible && lengthsAt(words, start) != 0) {
                return true;
            }
        }
        return false;
    }

    /** A part of a pattern: from a set of offsets to the set of offsets behind this part. */
    interface Node {
        long step(Words words, int start, long offsets);

        default Opening opening() {
            return Opening.ANYTHING;
        }
    }

    /**
     * The words that a match can begin with.
     *
     * @param anything the first word is not known beforehand
     * @param skippable the part may match nothing, so the next part may begin the match
     */
    record Opening(Set<String> words, boolean anything, boolean skippable) {

        static final Opening ANYTHING = new Opening(Set.of(), true, false);

        Opening or(Opening other) {
            return new Opening(
                    Stream.concat(words.stream(), other.words.stream()).collect(Collectors.toUnmodifiableSet()),
                    anything || other.anything,
                    skippable || other.skippable);
        }

        Opening then(Opening next) {
            if (!skippable) {
                return this;
            }
            Opening either = or(next);
            return new Opening(either.words, either.anything, next.skippable);
        }
    }

    /** Decides by the word at one place alone. */
    interface OneWord extends Node {
        boolean accepts(Words words, int at);

        @Override
        default long step(Words words, int start, long offsets) {
            long reached = 0;
            for (long rest = offsets; rest != 0; rest &= rest - 1) {
                int offset = Long.numberOfTrailingZeros(rest);
                int at = start + offset;
                if (offset < LONGEST_MATCH && at < words.size() && accepts(words, at)) {
                    reached |= 1L << (offset + 1);
                }
            }
            return reached;
        }
    }

    private record OneOf(Set<String> accepted) implements OneWord {
        @Override
        public boolean accepts(Words words, int at) {
            return accepted.contains(words.at(at));
        }

        @Override
        public Opening opening() {
            return new Opening(accepted, false, false);
        }
    }

    private record Stem(String stem) implements OneWord {
        @Override
        public boolean accepts(Words words, int at) {
            return words.at(at).startsWith(stem);
        }
    }

    private record Sequence(List<Node> parts) implements Node {
        @Override
        public long step(Words words, int start, long offsets) {
            long reached = offsets;
            for (Node part : parts) {
                if (reached == 0) {
                    return 0;
                }
                reached = part.step(words, start, reached);
            }
            return reached;
        }

        @Override
        public Opening opening() {
            return parts.stream().map(Node::opening).reduce(new Opening(Set.of(), false, true), Opening::then);
        }
    }

    private record AnyOf(List<Node> choices) implements Node {
        @Override
        public long step(Words words, int start, long offsets) {
            long reached = 0;
            for (Node choice : choices) {
                reached |= choice.step(words, start, offsets);
            }
            return reached;
        }

        @Override
        public Opening opening() {
            return choices.stream().map(Node::opening).reduce(new Opening(Set.of(), false, false), Opening::or);
        }
    }

    private record Optionally(Node part) implements Node {
        @Override
        public long step(Words words, int start, long offsets) {
            return offsets | part.step(words, start, offsets);
        }

        @Override
        public Opening opening() {
            return part.opening().or(new Opening(Set.of(), false, true));
        }
    }

    private record Gap(int atMost) implements Node {
        @Override
        public long step(Words words, int start, long offsets) {
            long reached = offsets;
            for (int n = 0; n < atMost; n++) {
                reached |= reached << 1;
            }
            int room = Math.min(words.size() - start, LONGEST_MATCH);
            return reached & (-1L >>> (63 - room));
        }
    }

    private enum Edge implements Node {
        FIRST {
            @Override
            public long step(Words words, int start, long offsets) {
                return start == 0 ? offsets & 1L : 0;
            }
        },
        LAST {
            @Override
            public long step(Words words, int start, long offsets) {
                int left = words.size() - start;
                return left <= LONGEST_MATCH ? offsets & (1L << left) : 0;
            }
        };

        @Override
        public Opening opening() {
            return new Opening(Set.of(), false, true);
        }
    }

    /** Recursive descent over the notation; a malformed pattern is a programming mistake and throws. */
    private static final class Parser {
        private final String text;
        private int at;

        Parser(String text) {
            this.text = text;
        }

        Node whole() {
            Node node = choices();
            if (at < text.length()) {
                throw new IllegalArgumentException("unbalanced pattern: " + text);
            }
            return node;
        }

        private Node choices() {
            var found = new ArrayList<Node>();
            found.add(sequence());
            while (at < text.length() && text.charAt(at) == '|') {
                at++;
                found.add(sequence());
            }
            if (found.size() > 1 && found.stream().allMatch(OneOf.class::isInstance)) {
                return new OneOf(found.stream()
                        .flatMap(node -> node instanceof OneOf(Set<String> words) ? words.stream() : Stream.of())
                        .collect(Collectors.toUnmodifiableSet()));
            }
            return found.size() == 1 ? found.getFirst() : new AnyOf(List.copyOf(found));
        }

        private Node sequence() {
            var parts = new ArrayList<Node>();
            while (true) {
                while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
                    at++;
                }
                if (at >= text.length() || "|)]".indexOf(text.charAt(at)) >= 0) {
                    break;
                }
                parts.add(part());
            }
            return parts.size() == 1 ? parts.getFirst() : new Sequence(List.copyOf(parts));
        }

        private Node part() {
            char c = text.charAt(at);
            return switch (c) {
                case '(' -> enclosed(')');
                case '[' -> new Optionally(enclosed(']'));
                case '~' -> gap();
                case '^' -> edge(Edge.FIRST);
                case '$' -> edge(Edge.LAST);
                default -> word();
            };
        }

        private Node enclosed(char end) {
            at++;
            Node inner = choices();
            if (at >= text.length() || text.charAt(at) != end) {
                throw new IllegalArgumentException("missing " + end + " in pattern: " + text);
            }
            at++;
            return inner;
        }

        private Node edge(Edge edge) {
            at++;
            return edge;
        }

        private Node gap() {
            at++;
            return new Gap(Integer.parseInt(plain()));
        }

        private Node word() {
            String word = plain();
            if (word.endsWith("…")) {
                return new Stem(word.substring(0, word.length() - 1));
            }
            return Character.isUpperCase(word.charAt(0)) ? WordClass.named(word) : new OneOf(Set.of(word));
        }

        private String plain() {
            int from = at;
            while (at < text.length() && " \n|()[]~^$".indexOf(text.charAt(at)) < 0) {
                at++;
            }
            if (from == at) {
                throw new IllegalArgumentException("word expected at " + at + " in pattern: " + text);
            }
            return text.substring(from, at);
        }
    }
}
