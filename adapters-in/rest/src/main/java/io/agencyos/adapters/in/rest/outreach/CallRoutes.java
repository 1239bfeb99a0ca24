package io.agencyos.adapters.in.rest.outreach;

import io.agencyos.adapters.in.rest.card.LeadCard;
import io.agencyos.adapters.in.rest.route.Call;
import io.agencyos.adapters.in.rest.route.None;
import io.agencyos.adapters.in.rest.route.Problem;
import io.agencyos.adapters.in.rest.route.ProblemCode;
import io.agencyos.adapters.in.rest.route.Reply;
import io.agencyos.adapters.in.rest.route.Route;
import io.agencyos.adapters.in.rest.route.RouteGroup;
import io.agencyos.adapters.in.rest.route.Text;
import io.agencyos.application.outreach.recording.CallBook;
import io.agencyos.application.outreach.recording.KeepCalls;
import io.agencyos.domain.client.Role;
import io.agencyos.domain.outreach.CallResult;
import io.agencyos.domain.outreach.CallStatus;
import io.agencyos.domain.outreach.SpokenWords;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Calls that were made, in words, and recordings that are kept longer. Source: api 9.11. */
public final class CallRoutes implements RouteGroup {

    private static final String TAG = "Threads";
    private static final String ONE = Route.C + "/calls/{id}";
    private static final String HOLD = ONE + "/recording-hold";

    private final KeepCalls calls;

    public CallRoutes(KeepCalls calls) {
        this.calls = calls;
    }

    /**
     * One turn; {@code speaker} is lead or agent.
     *
     * @param atS seconds from the beginning, null where the vendor tells none
     */
    record CallLine(String speaker, @Nullable Integer atS, String text) {

        static CallLine of(SpokenWords.Line line) {
            return new CallLine(line.speaker().name().toLowerCase(Locale.ROOT), null, line.text());
        }
    }

    /**
     * A call; text only, the recording is not handed out.
     *
     * @param durationS seconds of conversation
     */
    record CallView(
            UUID id,
            @Nullable LeadCard lead,
            Instant at,
            CallStatus status,
            long durationS,
            CallResult outcome,
            @Nullable String summary,
            List<CallLine> lines) {

        static final CallView EXAMPLE = new CallView(
                UUID.fromString("019baaaa-0000-7000-8000-0000000000c1"),
                LeadCard.EXAMPLE,
                Instant.parse("2026-03-05T00:10:21Z"),
                CallStatus.COMPLETED,
                121,
                CallResult.MEETING_REQUESTED,
                "Agreed to meet on Friday.",
                List.of(new CallLine("agent", 0, "Is now a bad time?"), new CallLine("lead", 9, "Friday works.")));

        static CallView of(KeepCalls.Shown shown) {
            CallBook.Call call = shown.call();
            return new CallView(
                    call.id(),
                    LeadCard.of(shown.lead()),
                    call.startedAt(),
                    call.result().status(),
                    call.seconds(),
                    call.result(),
                    call.summary(),
                    call.transcript() == null
                            ? List.of()
                            : SpokenWords.lines(call.transcript()).stream()
                                    .map(CallLine::of)
                                    .toList());
        }
    }

    /** Why the recording is needed longer. */
    record RecordingHold(@Text(min = 10, max = 500) String reason) {}

    @Override
    public List<Route<?, ?>> routes() {
        return List.of(
                Route.get(ONE, "A call with what was said")
                        .tag(TAG)
                        .role(Role.VIEWER)
                        .answers(CallView.class, CallView.EXAMPLE)
                        .handledBy(this::show),
                Route.post(HOLD, "Keeps the recording beyond its 90 days")
                        .tag(TAG)
                        .role(Role.ADMIN)
                        .body(RecordingHold.class, new RecordingHold("Complaint of 5 March is being looked into."))
                        .problems(ProblemCode.NOT_ELIGIBLE)
                        .handledBy(call -> held(
                                call,
                                calls.hold(call.scope(), id(call), call.body().reason(), call.origin()))),
                Route.delete(HOLD, "Lets the recording go again")
                        .tag(TAG)
                        .role(Role.ADMIN)
                        .problems(ProblemCode.NOT_ELIGIBLE)
                        .handledBy(call -> held(call, calls.hold(call.scope(), id(call), null, call.origin()))));
    }

    private static UUID id(Call<?> call) {
        return call.id("id", one -> one);
    }

    private Reply<CallView> show(Call<None> call) {
        return calls.find(call.scope(), id(call))
                .<Reply<CallView>>map(shown -> Reply.ok(CallView.of(shown)))
                .orElseGet(Reply::notFound);
    }

    private static Reply<None> held(Call<?> call, KeepCalls.Held held) {
        return switch (held) {
            case DONE -> Reply.noContent();
            case NOT_FOUND -> Reply.notFound();
            case NO_RECORDING ->
                Reply.refused(ProblemCode.NOT_ELIGIBLE, "Nothing of this call was recorded, or it is deleted.");
            case ROLE_REQUIRED ->
                Reply.refused(Problem.of(ProblemCode.ROLE_REQUIRED, "An admin keeps recordings.")
                        .with("required", Role.ADMIN.wire()));
        };
    }
}
