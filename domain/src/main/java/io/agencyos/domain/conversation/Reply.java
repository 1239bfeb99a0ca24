package io.agencyos.domain.conversation;

import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.Vocabulary;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.MessageId;
import io.agencyos.domain.shared.id.ReplyId;
import io.agencyos.domain.shared.id.ThreadId;
import io.agencyos.domain.shared.id.UserId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jmolecules.ddd.annotation.AggregateRoot;
import org.jmolecules.ddd.annotation.Identity;
import org.jspecify.annotations.Nullable;

/**
 * An answer of a lead: which message it is, what it means and what was done about it. Source: data model 5.7.
 *
 * @param provider with {@code providerMessageId} what makes it the same reply when it arrives again
 * @param answerRef the provider's reference to answer it in its thread or chat, null where there is none
 * @param reading null until it is classified
 * @param correctedIntent what a person says that it means
 * @param senderDiffers the writer is not the lead that was written to
 */
@AggregateRoot
public record Reply(
        @Identity ReplyId id,
        ClientId clientId,
        ThreadId threadId,
        LeadId leadId,
        MessageId messageId,
        Channel channel,
        String provider,
        String providerMessageId,
        @Nullable String answerRef,
        Instant receivedAt,
        boolean senderDiffers,
        @Nullable Reading reading,
        @Nullable Intent correctedIntent,
        Handling handling,
        @Nullable Instant handledAt,
        @Nullable UserId handledBy,
        boolean reviewRequired,
        int version) {

    /** What the classifier made of it; {@code flags} are opt_out and anger. */
    public record Reading(
            Intent intent,
            BigDecimal confidence,
            Sentiment sentiment,
            @Nullable Objection objection,
            @Nullable String question,
            List<Topic> topics,
            Set<String> flags,
            String classifier,
            Instant at) {

        public Reading {
            topics = List.copyOf(topics);
            flags = Set.copyOf(flags);
        }

        /** What of a classification is kept. */
        public static Reading of(Classification read, Instant at) {
            Set<String> flags = new TreeSet<>();
            if (read.flags().optOut()) {
                flags.add("opt_out");
            }
            if (read.flags().anger()) {
                flags.add("anger");
            }
            return new Reading(
                    read.intent(),
                    read.confidence(),
                    read.sentiment(),
                    read.firstObjection().orElse(null),
                    read.questions().stream().findFirst().orElse(null),
                    read.topics(),
                    flags,
                    read.version(),
                    at);
        }
    }

    /** How far a reply is dealt with. */
    public enum Handling implements Vocabulary {
        PENDING,
        AUTO_ANSWERED,
        NEEDS_HUMAN,
        NO_ANSWER
    }

    /** What it means, a person's word before the classifier's; null before both. */
    public @Nullable Intent intent() {
        return correctedIntent != null || reading == null ? correctedIntent : reading.intent();
    }

    /** Read, and what a person has to do about it. */
    public Reply classified(Reading found, Handling next, boolean review) {
        return with(found, correctedIntent, next, handledAt, handledBy, review);
    }

    /** Somebody has dealt with it. */
    public Reply handled(@Nullable UserId by, Instant at) {
        return with(reading, correctedIntent, handling, at, by, false);
    }

    /** Somebody says what it means. */
    public Reply corrected(Intent intent, Handling next) {
        return with(reading, intent, next, handledAt, handledBy, false);
    }

    /** Somebody puts it back among what is to be dealt with. */
    public Reply unhandled() {
        return with(reading, correctedIntent, handling, null, null, reviewRequired);
    }

    /** The same as it stands in a store. */
    public Reply atVersion(int stored) {
        return new Reply(
                id,
                clientId,
                threadId,
                leadId,
                messageId,
                channel,
                provider,
                providerMessageId,
                answerRef,
                receivedAt,
                senderDiffers,
                reading,
                correctedIntent,
                handling,
                handledAt,
                handledBy,
                reviewRequired,
                stored);
    }

    private Reply with(
            @Nullable Reading found,
            @Nullable Intent corrected,
            Handling next,
            @Nullable Instant at,
            @Nullable UserId by,
            boolean review) {
        return new Reply(
                id,
                clientId,
                threadId,
                leadId,
                messageId,
                channel,
                provider,
                providerMessageId,
                answerRef,
                receivedAt,
                senderDiffers,
                found,
                corrected,
                next,
                at,
                by,
                review,
                version);
    }
}
