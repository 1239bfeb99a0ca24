package io.agencyos.domain.outreach.gate;

import io.agencyos.domain.campaign.enrolment.StopReason;
import io.agencyos.domain.shared.Vocabulary;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Why nothing is sent, as people read it: there is no refusal without what ends it and what to do. Source: outreach 3.4
 * "never silent", api 9.19.
 *
 * @param check number of the check in outreach 3.3, 0 for what is none
 * @param until when it is looked at again; null where an event or a person ends it
 * @param untilEvent what ends it where no instant is known
 * @param whatToDo one sentence
 */
public record Refusal(
        String code,
        int check,
        GateClass gateClass,
        @Nullable Instant until,
        @Nullable String untilEvent,
        String whatToDo) {

    /** Which class speaks where a reason can have several and no instant is known. */
    private static final List<GateClass> WEIGHT =
            List.of(GateClass.HOLD, GateClass.DEFER, GateClass.STOP, GateClass.SKIP, GateClass.FAIL);

    /** What lifts a hold that no gate pronounces, such as one of an enrolment that is long overdue. */
    private static final String RESUMED = "enrolment_resumed";

    private static final String LOOK = "Look at the lead and its campaign, then resume.";

    /** @param told what a person was told already, null for nothing */
    public static Refusal of(String code, @Nullable Instant until, @Nullable String told) {
        return GateCode.parse(code)
                .map(known -> new Refusal(
                        code,
                        known.reason().check(),
                        gateClass(known.reason(), until),
                        until,
                        until == null ? known.reason().endedBy() : null,
                        told == null ? known.whatToDo() : told))
                .or(() -> Vocabulary.parse(StopReason.Plain.class, code)
                        .map(ended -> new Refusal(
                                code, 0, GateClass.STOP, null, null, told == null ? EndedRun.whatToDo(code) : told)))
                .orElseGet(() -> new Refusal(
                        code,
                        0,
                        until == null ? GateClass.HOLD : GateClass.DEFER,
                        until,
                        until == null ? RESUMED : null,
                        told == null ? LOOK : told));
    }

    private static GateClass gateClass(GateReason reason, @Nullable Instant until) {
        Set<GateClass> possible = reason.classes();
        // an address that is being verified, or rests, is refused until then under the code that would end the step
        if (until != null && (possible.contains(GateClass.DEFER) || possible.equals(Set.of(GateClass.SKIP)))) {
            return GateClass.DEFER;
        }
        return WEIGHT.stream()
                .filter(possible::contains)
                .findFirst()
                .orElse(reason.endedBy() == null ? GateClass.SKIP : GateClass.HOLD);
    }
}
