package io.agencyos.adapters.in.rest.outreach;

import io.agencyos.adapters.in.http.route.Call;
import io.agencyos.adapters.in.http.route.FieldError;
import io.agencyos.adapters.in.http.route.Problem;
import io.agencyos.adapters.in.http.route.ProblemCode;
import io.agencyos.adapters.in.http.route.Reply;
import io.agencyos.adapters.in.http.route.Route;
import io.agencyos.adapters.in.http.route.RouteGroup;
import io.agencyos.adapters.in.http.route.Text;
import io.agencyos.application.outreach.sandbox.SimulateEvent;
import io.agencyos.domain.client.identity.KeyScope;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.outreach.SimulatedKind;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.TouchId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Has the world around a test twin act. Source: api 4.1. */
public final class SandboxRoutes implements RouteGroup {

    private static final int ACCEPTED = 202;
    private static final UUID ID = UUID.fromString("019baaaa-0000-7000-8000-000000000033");
    private static final int AWAY_SECONDS = 5;

    private final SimulateEvent use;

    public SandboxRoutes(SimulateEvent use) {
        this.use = use;
    }

    /**
     * What shall happen, about a lead's last message of a fitting channel or about one message.
     *
     * @param kind what the simulated lead does
     * @param text what is said
     * @param outcome how it comes out: of a bounce hard, soft or policy; of a call answered, unsubscribe, no_answer, busy,
     *     voicemail or failed; of a reply the intent that the vendor sees in it
     * @param at when it happens, at most thirty days ahead; of a booking when the meeting is
     */
    record Order(
            SimulatedKind kind,
            @Nullable UUID leadId,
            @Nullable UUID touchId,
            @Text(min = 0, max = 5_000) @Nullable String text,
            @Text(min = 0, max = 40) @Nullable String outcome,
            @Nullable Instant at) {}

    /**
     * What was ordered.
     *
     * @param eventId the event that was ordered; it comes in by the vendor's own way, as a real one does
     */
    record Ordered(UUID eventId) {}

    @Override
    public List<Route<?, ?>> routes() {
        return List.of(Route.post(
                        Route.C + "/sandbox/simulate", "Have the sandbox of a test twin act as the world outside")
                .tag("Sandbox")
                .role(Role.MEMBER)
                .key(KeyScope.CAMPAIGNS_WRITE)
                .idempotent()
                .body(
                        Order.class,
                        new Order(SimulatedKind.REPLIED, ID, null, "Sure, can we chat Tuesday at 2pm?", null, null))
                .answers(ACCEPTED, Ordered.class, new Ordered(ID))
                .problems(ProblemCode.NOT_ELIGIBLE, ProblemCode.UNAVAILABLE)
                .handledBy(this::simulate));
    }

    private Reply<Ordered> simulate(Call<Order> call) {
        Order body = call.body();
        SimulateEvent.Order order = new SimulateEvent.Order(
                body.kind(),
                body.leadId() == null ? null : new LeadId(body.leadId()),
                body.touchId() == null ? null : new TouchId(body.touchId()),
                body.text(),
                body.outcome(),
                body.at());
        return switch (use.simulate(call.scope(), order)) {
            case SimulateEvent.Outcome.Ordered(UUID event) -> Reply.accepted(new Ordered(event));
            case SimulateEvent.Outcome.NotATwin() ->
                Reply.refused(ProblemCode.NOT_ELIGIBLE, "Only the world around a test twin does what it is told.");
            case SimulateEvent.Outcome.Impossible(String reason) -> Reply.refused(ProblemCode.NOT_ELIGIBLE, reason);
            case SimulateEvent.Outcome.NotFound() -> Reply.notFound();
            case SimulateEvent.Outcome.Invalid(var problems) ->
                Reply.invalid(problems.stream()
                        .map(problem -> FieldError.of("/" + problem.path(), problem.code(), problem.reason()))
                        .toList());
            case SimulateEvent.Outcome.Away(String reason) ->
                Reply.refused(Problem.of(ProblemCode.UNAVAILABLE, reason).retryAfter(AWAY_SECONDS));
        };
    }
}
