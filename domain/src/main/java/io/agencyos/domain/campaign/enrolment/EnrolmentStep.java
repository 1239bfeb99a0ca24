package io.agencyos.domain.campaign.enrolment;

import io.agencyos.domain.shared.Vocabulary;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.EnrolmentId;
import io.agencyos.domain.shared.id.TouchId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What became of one step of one enrolment; the row of conservation. Source: outreach 3.4. */
public record EnrolmentStep(
        ClientId clientId,
        EnrolmentId enrolmentId,
        int stepNo,
        Outcome outcome,
        @Nullable String code,
        @Nullable TouchId touchId,
        @Nullable Instant decidedAt) {

    /** Exactly one of these at any time: enrolled = sent + refused + failed + pending. */
    public enum Outcome implements Vocabulary {
        PENDING,
        SENT,
        REFUSED,
        FAILED
    }
}
