package io.agencyos.adapters.in.rest.conversation;

import io.agencyos.adapters.in.http.json.Json;
import io.agencyos.adapters.in.http.route.Problem;
import io.agencyos.adapters.in.http.route.ProblemCode;
import io.agencyos.domain.outreach.gate.GateAnswer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Why what a person wrote does not leave. Source: api 9.6 {@code messages}. */
final class Refusals {

    private Refusals() {}

    /** Every reason, in the order of the checks. */
    static Problem blocked(List<GateAnswer.Refused> reasons) {
        return Problem.of(ProblemCode.OUTREACH_BLOCKED, "It may not be sent; see the reasons.")
                .with("reasons", reasons.stream().map(Refusals::told).toList());
    }

    private static Map<String, Object> told(GateAnswer.Refused refused) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("check", refused.check());
        told.put("code", refused.code().wire());
        if (refused.action().gateClass() != null) {
            told.put("class", refused.action().gateClass().wire());
        }
        if (refused.until() != null) {
            told.put("until", Json.instant(refused.until()));
        }
        told.put("what_to_do", refused.whatToDo());
        return told;
    }

    static Problem unfit(List<String> codes) {
        return Problem.of(ProblemCode.CONTENT_QA_FAILED, "The text does not pass the checks.")
                .with(
                        "reasons",
                        codes.stream().map(code -> Map.of("code", code)).toList());
    }
}
