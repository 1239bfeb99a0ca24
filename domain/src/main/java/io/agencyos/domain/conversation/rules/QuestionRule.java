package io.agencyos.domain.conversation.rules;

import java.util.List;
import java.util.Set;

/** How much a sentence asks: 0 to 3. The best sentence of a reply counts. Source: content 4.4, row question. */
final class QuestionRule {

    private static final Set<String> QUESTION_WORDS = Set.of(
            "what", "how", "who", "when", "where", "why", "which", "do", "does", "did", "is", "are", "can", "could",
            "would", "will", "have", "has");
    private static final int EARLY = 4;
    private static final Set<String> LEAD_INS =
            Set.of("hi", "hello", "hey", "and", "so", "sorry", "ok", "just", "also", "thanks");
    private static final WordPattern STARTS_ASKING =
            WordPattern.of("what|how|who|when|where|why|which|(do|does|did|is|are|can|could|would|will|have|has)"
                    + " (you|we|i|this|that|it|the|there|your|they|he|she|these|those|our|anyone)");
    private static final WordPattern HOW_MUCH = WordPattern.of("how much");
    private static final WordPattern MONEY_OR_SOURCE =
            WordPattern.of("cost…|price…|charge…|rates|who is this|(where|how) did you (get|find)");

    private QuestionRule() {}

    /** The weight of one sentence; {@code answered} says that another intent's rule of weight 2 or more hit in it. */
    static int weight(Reading reading, Reading.Sentence sentence, boolean answered) {
        int base = sentence.asked() ? asked(reading, sentence, answered) : unmarked(sentence);
        return base == 0 || !MONEY_OR_SOURCE.matchesSomewhereIn(sentence.words()) ? base : base + 1;
    }

    private static int asked(Reading reading, Reading.Sentence sentence, boolean answered) {
        if (answered) {
            return 0;
        }
        List<String> words = sentence.words().lower();
        Reading.Opening opening = reading.opening();
        int greeting = opening.sentence() == sentence.words().sentence() && opening.clause() == 1
                ? sentence.clauses().getFirst().size()
                : 0;
        return words.stream().skip(greeting).limit(EARLY).anyMatch(QUESTION_WORDS::contains) ? 2 : 1;
    }

    private static int unmarked(Reading.Sentence sentence) {
        Words words = sentence.words();
        int start = words.size() > 1 && LEAD_INS.contains(words.at(0)) ? 1 : 0;
        boolean asks = STARTS_ASKING.lengthsAt(words, start) != 0 || HOW_MUCH.matchesSomewhereIn(words);
        return asks ? 2 : 0;
    }
}
