package io.agencyos.domain.conversation.rules;

import io.agencyos.domain.conversation.InboundReply;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A cleaned reply taken apart for the rules: sentences, each of clauses, each of words. Source: content 4.4.
 *
 * @param text the cleaned text as written
 * @param vocabulary every word that occurs, lower-case
 * @param opening clause and place of the first word behind a greeting
 */
record Reading(InboundReply reply, String text, List<Sentence> sentences, Set<String> vocabulary, Opening opening) {

    /** One sentence: its words without the breaks between clauses, its clauses, and whether it ends as a question. */
    record Sentence(Words words, List<Words> clauses, boolean asked, String text) {}

    /** Where the reply begins once a greeting is left out; {@code sentence} is -1 when there is no word at all. */
    record Opening(int sentence, int clause) {}

    private static final Pattern SENTENCE_END = Pattern.compile("[!?\\n]|[.](?!\\d)|(?<!\\d)[.]");
    private static final Pattern CLAUSE_END =
            Pattern.compile("[^\\p{L}\\p{M}\\p{N}\\s'#_/&$%+*@.:-]|(?<!\\d)[:.]|[:.](?!\\d)|(?<!\\d)\\s-+\\s|--+"
                    + "|(?i:(?<![\\w'])(?:but|however|although)(?![\\w']))");
    private static final Pattern WORD = Pattern.compile("#?\\d+|#?[\\p{L}_][\\p{L}\\p{M}\\p{N}_]*|[\\p{N}]+");
    private static final Pattern ORDINAL = Pattern.compile("(?i)(?<=\\d)(?:st|nd|rd|th)(?!\\w)");
    private static final Set<String> GREETINGS = Set.of("hi", "hello", "hey", "dear", "good");
    private static final int LONGEST_GREETING = 3;

    static Reading of(InboundReply reply, String cleaned) {
        List<Sentence> sentences =
                sentencesOf(ORDINAL.matcher(Normaliser.normalise(cleaned)).replaceAll(""));
        Set<String> vocabulary = sentences.stream()
                .flatMap(sentence -> sentence.words().lower().stream())
                .collect(Collectors.toUnmodifiableSet());
        return new Reading(reply, cleaned, sentences, vocabulary, openingOf(sentences));
    }

    int wordCount() {
        return sentences.stream().mapToInt(sentence -> sentence.words().size()).sum();
    }

    boolean asksSomething() {
        return sentences.stream().anyMatch(Sentence::asked);
    }

    private static List<Sentence> sentencesOf(String text) {
        var sentences = new ArrayList<Sentence>();
        Matcher end = SENTENCE_END.matcher(text);
        int from = 0;
        while (end.find()) {
            addSentence(
                    sentences, text.substring(from, end.start()), end.group().equals("?"));
            from = end.end();
        }
        addSentence(sentences, text.substring(from), false);
        return List.copyOf(sentences);
    }

    private static void addSentence(List<Sentence> sentences, String text, boolean asked) {
        int index = sentences.size();
        List<Words> clauses = CLAUSE_END
                .splitAsStream(text)
                .map(clause -> wordsOf(clause, index))
                .filter(words -> words.size() > 0)
                .toList();
        if (clauses.isEmpty()) {
            return;
        }
        var lower = new ArrayList<String>();
        var written = new ArrayList<String>();
        for (Words clause : clauses) {
            lower.addAll(clause.lower());
            written.addAll(clause.written());
        }
        sentences.add(new Sentence(new Words(lower, written, index), clauses, asked, text.strip()));
    }

    private static Words wordsOf(String clause, int sentence) {
        List<String> written =
                WORD.matcher(clause).results().map(match -> match.group()).toList();
        List<String> lower =
                written.stream().map(word -> word.toLowerCase(Locale.ROOT)).toList();
        return new Words(lower, written, sentence);
    }

    private static Opening openingOf(List<Sentence> sentences) {
        if (sentences.isEmpty()) {
            return new Opening(-1, 0);
        }
        Sentence first = sentences.getFirst();
        Words clause = first.clauses().getFirst();
        boolean greets = clause.size() <= LONGEST_GREETING && GREETINGS.contains(clause.at(0));
        if (!greets) {
            return new Opening(0, 0);
        }
        if (first.clauses().size() > 1) {
            return new Opening(0, 1);
        }
        return sentences.size() > 1 ? new Opening(1, 0) : new Opening(-1, 0);
    }
}
