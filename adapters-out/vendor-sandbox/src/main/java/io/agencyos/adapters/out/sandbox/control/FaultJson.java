package io.agencyos.adapters.out.sandbox.control;

import io.agencyos.adapters.out.sandbox.faults.FaultKind;
import io.agencyos.adapters.out.sandbox.faults.FaultRule;
import io.agencyos.adapters.out.sandbox.faults.Faults;
import io.agencyos.adapters.out.sandbox.http.Body;
import io.agencyos.adapters.out.sandbox.http.Json;
import io.agencyos.adapters.out.sandbox.http.Refusal;
import java.util.List;
import java.util.Map;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** Fault rules as JSON: {"rules":[{"kind","pattern","next"|"odds","status","retryAfter","delayMs"}]}. */
public final class FaultJson {

    private FaultJson() {}

    /** Writes rules as the body of PUT /_sandbox/faults. */
    public static String write(List<FaultRule> rules) {
        return Json.write(
                Json.object("rules", rules.stream().map(FaultJson::json).toList()));
    }

    static Map<String, @Nullable Object> json(FaultRule rule) {
        return Json.object(
                "kind",
                rule.kind().wire(),
                "pattern",
                rule.pattern(),
                "next",
                rule.next(),
                "odds",
                rule.odds(),
                "status",
                rule.status(),
                "retryAfter",
                rule.retryAfterSeconds(),
                "delayMs",
                rule.delayMs());
    }

    static Map<String, @Nullable Object> json(Faults.Standing standing) {
        Map<String, @Nullable Object> json = json(standing.rule());
        json.put("left", standing.left());
        json.put("struck", standing.struck());
        return json;
    }

    static List<FaultRule> read(Body body) {
        return body.bodies("rules").stream().map(FaultJson::rule).toList();
    }

    private static FaultRule rule(Body body) {
        FaultKind kind = FaultKind.ofWire(body.required("kind"))
                .orElseThrow(() -> new Refusal(400, "kind is unknown: " + body.required("kind")));
        int next = body.number("next").orElse(0);
        int odds = body.number("odds").orElse(next == 0 ? 1_000_000 : 0);
        try {
            return new FaultRule(
                    kind,
                    body.text("pattern").orElse(""),
                    next,
                    odds,
                    body.number("status").orElse(503),
                    body.number("retryAfter").orElse(-1),
                    body.number("delayMs").orElse(0));
        } catch (PatternSyntaxException broken) {
            throw new Refusal(400, "pattern is not a regular expression");
        }
    }
}
