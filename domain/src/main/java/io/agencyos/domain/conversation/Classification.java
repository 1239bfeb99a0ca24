package io.agencyos.domain.conversation;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * What a reply means, and why. Source: content 4.3.
 *
 * @param confidence 0.00 to 1.00, two decimals; below 0.70 a person reviews
 * @param secondary other intents with a total of at least 2, strongest first
 * @param objections in the order of the text; the first gives the rejection reason
 * @param questions at most 5 of at most 300 characters, in order
 * @param hits the rules that hit, with the words they hit: the reasoning shown to people
 */
public record Classification(
        Intent intent,
        BigDecimal confidence,
        List<Intent> secondary,
        Flags flags,
        Sentiment sentiment,
        List<Objection> objections,
        List<String> questions,
        List<Topic> topics,
        Entities entities,
        boolean isHuman,
        List<RuleHit> hits,
        String version) {

    private static final BigDecimal REVIEW_BELOW = new BigDecimal("0.70");

    public Classification {
        secondary = List.copyOf(secondary);
        objections = List.copyOf(objections);
        questions = List.copyOf(questions);
        topics = List.copyOf(topics);
        hits = List.copyOf(hits);
    }

    /** Of somebody who used the word by which a channel lets people opt out: nothing is left to interpretation. */
    public static Classification ofKeyword() {
        return new Classification(
                Intent.UNSUBSCRIBE,
                new BigDecimal("1.00"),
                List.of(),
                new Flags(true, false),
                Sentiment.of(0, 0),
                List.of(),
                List.of(),
                List.of(),
                Entities.NONE,
                true,
                List.of(),
                "keyword-1");
    }

    /** Findings that act at any confidence. */
    public record Flags(boolean optOut, boolean anger) {}

    /** One rule that counted: its intent or group, weight, notation and the words it hit. */
    public record RuleHit(String group, int weight, String rule, String words) {}

    /** Whether a person has to look before anything automatic happens (content 4.6). */
    public boolean needsReview() {
        return confidence.compareTo(REVIEW_BELOW) < 0;
    }

    /** How soon somebody should look at it. Source: content 4.3. */
    public Priority priority() {
        return switch (intent) {
            case ANGRY_OR_COMPLAINT, MEETING_REQUEST -> Priority.URGENT;
            case INTERESTED, QUESTION -> Priority.HIGH;
            case REFERRAL -> Priority.MEDIUM;
            case NOT_INTERESTED, UNSUBSCRIBE, OUT_OF_OFFICE, AUTO_REPLY, WRONG_PERSON ->
                needsReview() ? Priority.MEDIUM : Priority.LOW;
        };
    }

    /** Whether the writer waits for an answer: those intents that content 4.6 answers by default. */
    public boolean requiresResponse() {
        return switch (intent) {
            case MEETING_REQUEST, INTERESTED, QUESTION, REFERRAL -> true;
            case NOT_INTERESTED, UNSUBSCRIBE, OUT_OF_OFFICE, AUTO_REPLY, WRONG_PERSON, ANGRY_OR_COMPLAINT -> false;
        };
    }

    /** The reason stored with a rejection; an opt-out always reads do_not_contact. */
    public RejectionReason rejectionReason() {
        if (flags.optOut()) {
            return RejectionReason.DO_NOT_CONTACT;
        }
        return objections.stream().findFirst().map(Objection::reason).orElse(RejectionReason.NOT_INTERESTED_GENERIC);
    }

    /** The first objection, when there is one. */
    public Optional<Objection> firstObjection() {
        return objections.stream().findFirst();
    }
}
