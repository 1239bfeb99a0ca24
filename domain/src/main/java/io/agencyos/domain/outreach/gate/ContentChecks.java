package io.agencyos.domain.outreach.gate;

import io.agencyos.domain.outreach.gate.GateCheck.Finding;
import io.agencyos.domain.outreach.gate.GateCheck.Question;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Checks 38 to 40: the rendered message. Source: outreach 3.3. */
final class ContentChecks {

    private static final Duration DRAFTING_TAKES = Duration.ofMinutes(10);

    private ContentChecks() {}

    static @Nullable Finding content(Question q) {
        Instant drafted = q.now().plus(DRAFTING_TAKES);
        return switch (q.facts().content().standing()) {
            case READY -> null;
            case MISSING -> Finding.defer(GateReason.CONTENT_MISSING, drafted);
            case STALE -> Finding.of(GateReason.CONTENT_STALE, GateAction.REDRAFT);
            case QA_FAILED -> Finding.hold(GateReason.CONTENT_QA_FAILED);
        };
    }

    static @Nullable Finding compliance(Question q) {
        return q.facts().content().complianceElements()
                ? null
                : Finding.of(GateReason.COMPLIANCE_ELEMENT_MISSING, GateAction.FAIL);
    }

    static @Nullable Finding recipient(Question q) {
        return q.facts().content().recipientCurrent()
                ? null
                : Finding.of(GateReason.RECIPIENT_CHANGED, GateAction.REDRAFT);
    }
}
