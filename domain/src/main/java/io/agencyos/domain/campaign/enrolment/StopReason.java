package io.agencyos.domain.campaign.enrolment;

import io.agencyos.domain.lead.SuppressionReason;
import io.agencyos.domain.shared.ReasonCode;
import io.agencyos.domain.shared.Vocabulary;
import java.util.Optional;

/** Why an enrolment was stopped; also the code of the steps it leaves behind. Source: vocabulary 5, outreach 2.6. */
public sealed interface StopReason {

    /** The name used in JSON, in the database and in events. */
    String wire();

    /** The code as steps and touches store it. */
    default ReasonCode code() {
        return new ReasonCode(wire());
    }

    /** True where the person or the law wants no further word, which nobody can take back. Source: outreach 6.2. */
    default boolean isForGood() {
        return switch (this) {
            case Suppressed(SuppressionReason reason) ->
                reason == SuppressionReason.LEGAL
                        || reason == SuppressionReason.COMPLAINED
                        || reason == SuppressionReason.UNSUBSCRIBED;
            case Plain plain -> plain == Plain.UNSUBSCRIBED || plain == Plain.COMPLAINED;
        };
    }

    /** The reason with this wire name; empty when there is none. */
    static Optional<StopReason> parse(String wire) {
        if (!wire.startsWith(Suppressed.PREFIX)) {
            return Vocabulary.parse(Plain.class, wire).map(StopReason.class::cast);
        }
        return Vocabulary.parse(SuppressionReason.class, wire.substring(Suppressed.PREFIX.length()))
                .map(Suppressed::new);
    }

    /** A suppression entry matches the lead; the wire name says which: {@code suppressed_competitor}. */
    record Suppressed(SuppressionReason reason) implements StopReason {

        private static final String PREFIX = "suppressed_";

        @Override
        public String wire() {
            return PREFIX + reason.wire();
        }
    }

    /** The reasons that need no further word. */
    enum Plain implements StopReason, Vocabulary {
        /** The lead said no. */
        REPLIED_NOT_INTERESTED,
        /** The lead opted out. */
        UNSUBSCRIBED,
        /** The lead complained, or reported spam. */
        COMPLAINED,
        /** The lead named somebody else. */
        REFERRAL,
        /** The lead is not the right person. */
        WRONG_PERSON,
        /** The address is dead and no other channel is left. */
        BOUNCED,
        /** The lead is no longer this client's or this campaign's. */
        NOT_ASSIGNED,
        /** The lead was deleted. */
        LEAD_DELETED,
        /** The ALS fell below 20, or a gate forces the dead tier. */
        ALS_DEAD,
        /** The person works elsewhere now. */
        JOB_CHANGED,
        /** The campaign is over. */
        CAMPAIGN_COMPLETED,
        /** A person rejected a touch and stopped the lead with it. */
        REJECTED_BY_USER;

        @Override
        public String wire() {
            return Vocabulary.super.wire();
        }
    }
}
