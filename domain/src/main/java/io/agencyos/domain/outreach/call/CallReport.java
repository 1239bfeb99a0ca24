package io.agencyos.domain.outreach.call;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * An ended call.
 *
 * @param trouble of a call that failed technically
 * @param seconds whole seconds of conversation, 0 where there was none
 * @param costUsd what the vendor charged, in US dollars
 * @param transcript what was said, as the vendor wrote it down
 * @param summary the vendor's own, a hint and nothing more
 * @param recorded whether a recording can be fetched
 */
public record CallReport(
        CallOutcome outcome,
        Optional<CallTrouble> trouble,
        long seconds,
        BigDecimal costUsd,
        Optional<String> transcript,
        Optional<String> summary,
        boolean recorded) {

    public CallReport {
        if (trouble.isPresent() != (outcome == CallOutcome.FAILED_TECHNICAL)) {
            throw new IllegalArgumentException("trouble belongs to a call that failed technically");
        }
    }

    /** Shows nothing that was said: reports end up in logs. */
    @Override
    public String toString() {
        return "CallReport[" + outcome + trouble.map(why -> " " + why).orElse("") + ", " + seconds + " s]";
    }
}
