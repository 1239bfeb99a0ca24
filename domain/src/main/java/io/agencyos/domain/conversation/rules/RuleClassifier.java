package io.agencyos.domain.conversation.rules;

import io.agencyos.domain.conversation.Classification;
import io.agencyos.domain.conversation.CleanedReply;
import io.agencyos.domain.conversation.InboundReply;
import io.agencyos.domain.conversation.Intent;
import java.math.BigDecimal;
import java.util.List;
import org.jmolecules.ddd.annotation.Service;

/** Reads a reply by rules alone: total, deterministic, without a model. Source: content 4.2 to 4.5. */
@Service
public final class RuleClassifier {

    /** Changes whenever a rule changes, so that stored results name the rules that made them. */
    public static final String VERSION = "rules-1";

    private static final BigDecimal UNCUT_PENALTY = new BigDecimal("0.20");
    private static final int MOST_QUESTIONS = 5;
    private static final int LONGEST_QUESTION = 300;

    /** What the reply means. Any text has an answer; an unreadable one is a question of confidence 0.30. */
    public Classification classify(InboundReply reply) {
        CleanedReply cleaned = CleanedReply.of(reply.body());
        Reading reading = Reading.of(reply, cleaned.text());
        ScoreSheet sheet = ScoreSheet.of(reading);
        Verdict verdict = Verdict.of(sheet);
        boolean human = verdict.intent() != Intent.AUTO_REPLY
                && !(verdict.intent() == Intent.OUT_OF_OFFICE && reply.automatedHeader());
        return new Classification(
                verdict.intent(),
                cleaned.uncut() ? lowered(verdict.confidence()) : verdict.confidence(),
                Verdict.secondary(sheet, verdict.intent()),
                new Classification.Flags(
                        !verdict.automated() && sheet.optOut(), !verdict.automated() && Verdict.isAngry(sheet)),
                Lexicon.sentiment(reading),
                Lexicon.objections(reading),
                questions(cleaned.text()),
                Lexicon.topics(reading),
                EntityFinder.of(reading, cleaned, verdict.intent()),
                human,
                sheet.hits(),
                VERSION);
    }

    private static BigDecimal lowered(BigDecimal confidence) {
        return confidence.subtract(UNCUT_PENALTY).max(BigDecimal.valueOf(0, 2));
    }

    private static List<String> questions(String text) {
        return QuestionText.in(text).stream()
                .map(question ->
                        question.length() <= LONGEST_QUESTION ? question : question.substring(0, LONGEST_QUESTION))
                .limit(MOST_QUESTIONS)
                .toList();
    }
}
