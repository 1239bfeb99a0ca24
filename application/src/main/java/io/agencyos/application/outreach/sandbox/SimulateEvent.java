package io.agencyos.application.outreach.sandbox;

import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.outreach.SimulatedKind;
import io.agencyos.domain.shared.FieldProblem;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.TouchId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jmolecules.architecture.hexagonal.PrimaryPort;
import org.jspecify.annotations.Nullable;

/** Has the world around a twin act, as nobody may on a live client. Source: api 4.1 {@code POST C/sandbox/simulate}. */
@PrimaryPort
public interface SimulateEvent {

    /**
     * What shall happen.
     *
     * @param lead whose last message of a fitting channel is meant; null where a touch is named
     * @param touch the very message; null where a lead is named
     * @param text what is said, at most 5,000 characters
     * @param outcome how it turns out: of a bounce hard, soft or policy, of a call answered, unsubscribe, no_answer, busy,
     *     voicemail or failed, of a reply the intent
     * @param at when it happens, at most 30 days ahead; of a booking when the meeting is
     */
    record Order(
            SimulatedKind kind,
            @Nullable LeadId lead,
            @Nullable TouchId touch,
            @Nullable String text,
            @Nullable String outcome,
            @Nullable Instant at) {}

    /** What came of it. */
    sealed interface Outcome {

        /** It will come in by the vendor's own way. */
        record Ordered(UUID event) implements Outcome {}

        /** Wire code {@code not_eligible}: only a twin's world can be told what to do. */
        record NotATwin() implements Outcome {}

        /** Wire code {@code not_found}. */
        record NotFound() implements Outcome {}

        /** Wire code {@code not_eligible}: this cannot happen to this message, or not yet. */
        record Impossible(String reason) implements Outcome {}

        /** Wire code {@code validation_failed}. */
        record Invalid(List<FieldProblem> problems) implements Outcome {
            public Invalid {
                problems = List.copyOf(problems);
            }
        }

        /** Wire code {@code unavailable}: the sandbox does not answer, or there is none. */
        record Away(String reason) implements Outcome {}
    }

    Outcome simulate(TenantScope scope, Order order);
}
