package io.agencyos.adapters.in.rest.outreach;

import io.agencyos.adapters.in.http.route.Call;
import io.agencyos.adapters.in.http.route.FieldError;
import io.agencyos.adapters.in.http.route.FileBody;
import io.agencyos.adapters.in.http.route.None;
import io.agencyos.adapters.in.http.route.Page;
import io.agencyos.adapters.in.http.route.Param;
import io.agencyos.adapters.in.http.route.Problem;
import io.agencyos.adapters.in.http.route.ProblemCode;
import io.agencyos.adapters.in.http.route.Reply;
import io.agencyos.adapters.in.http.route.Route;
import io.agencyos.adapters.in.http.route.RouteGroup;
import io.agencyos.adapters.in.http.route.Sorting;
import io.agencyos.adapters.in.http.route.Text;
import io.agencyos.adapters.in.rest.card.LeadCard;
import io.agencyos.adapters.in.rest.card.Params;
import io.agencyos.application.outreach.recording.CallBook;
import io.agencyos.application.outreach.recording.KeepCalls;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.outreach.SpokenWords;
import io.agencyos.domain.outreach.call.CallResult;
import io.agencyos.domain.outreach.call.CallStatus;
import io.agencyos.domain.shared.InputProblem;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.contact.Country;
import io.agencyos.domain.shared.contact.PhoneNumber;
import io.agencyos.domain.shared.contact.PhoneNumbers;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Calls that were made, in words, and recordings that are kept longer. Source: api 9.11. */
public final class CallRoutes implements RouteGroup {

    private static final String TAG = "Threads";
    private static final String ALL = Route.C + "/calls";
    private static final String ONE = ALL + "/{id}";
    private static final String HOLD = ONE + "/recording-hold";

    private final KeepCalls calls;

    public CallRoutes(KeepCalls calls) {
        this.calls = calls;
    }

    /**
     * One turn; {@code speaker} is lead or agent.
     *
     * @param speaker whether the lead speaks, or the agent for us
     * @param atS seconds from the beginning, null where the vendor tells none
     * @param text what was said
     */
    record CallLine(String speaker, @Nullable Integer atS, String text) {

        static CallLine of(SpokenWords.Line line) {
            return new CallLine(line.speaker().name().toLowerCase(Locale.ROOT), null, line.text());
        }
    }

    /**
     * A call; text only.
     *
     * @param at when the call began
     * @param status how the connection ended; {@code outcome} says what came of it
     * @param durationS seconds of conversation
     * @param outcome what came of the call
     * @param summary what was said in short; null where nobody wrote it
     * @param lines the turns of the conversation in their order; empty where nothing was written down
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

    /**
     * A line of the log.
     *
     * @param from the number that the call came from; null where we have it no more
     * @param to the number that was called
     * @param at when the call began
     * @param durationS seconds of conversation
     * @param status how the connection ended; {@code outcome} says what came of it
     * @param outcome what came of the call
     */
    record LoggedCall(
            UUID id,
            UUID leadId,
            @Nullable String from,
            String to,
            Instant at,
            Instant endedAt,
            long durationS,
            CallStatus status,
            CallResult outcome) {

        static final LoggedCall EXAMPLE = new LoggedCall(
                UUID.fromString("019baaaa-0000-7000-8000-0000000000c1"),
                UUID.fromString("019baaaa-0000-7000-8000-000000000011"),
                "+61255500110",
                "+61491570006",
                Instant.parse("2026-03-05T00:10:21Z"),
                Instant.parse("2026-03-05T00:12:22Z"),
                121,
                CallStatus.COMPLETED,
                CallResult.MEETING_REQUESTED);

        static LoggedCall of(CallBook.Call call) {
            PhoneNumber from = call.from();
            return new LoggedCall(
                    call.id(),
                    call.leadId().value(),
                    from == null ? null : from.e164(),
                    call.to().e164(),
                    call.startedAt(),
                    call.endedAt(),
                    call.seconds(),
                    call.result().status(),
                    call.result());
        }
    }

    private static final FileBody SOUND = new FileBody("audio/mpeg", "call.mp3", out -> {});

    /**
     * Why the recording is needed longer.
     *
     * @param reason why, for the audit log: 10 to 500 characters
     */
    record RecordingHold(@Text(min = 10, max = 500) String reason) {}

    @Override
    public List<Route<?, ?>> routes() {
        return List.of(
                Route.get(ONE, "A call with what was said")
                        .tag(TAG)
                        .role(Role.VIEWER)
                        .answers(CallView.class, CallView.EXAMPLE)
                        .handledBy(this::show),
                Route.get(ALL, "Calls to and from a number in the last two years")
                        .tag(TAG)
                        .role(Role.ADMIN)
                        .params(Param.text("number", "The number, in any spelling that a person uses; needed."))
                        .lists(LoggedCall.class, Sorting.of("-at"), LoggedCall.EXAMPLE)
                        .handledBy(this::log),
                Route.get(ONE + "/recording", "What was said, to be heard; each time it is written down who asked")
                        .tag(TAG)
                        .role(Role.ADMIN)
                        .noKey()
                        .answers(FileBody.class, SOUND)
                        .handledBy(this::hear),
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

    private Reply<Page<LoggedCall>> log(Call<None> call) {
        Result<PhoneNumber, InputProblem> asked =
                PhoneNumbers.parse(call.query().text("number").orElse(""), Country.AUSTRALIA);
        return switch (asked) {
            case Result.Err<PhoneNumber, InputProblem> none ->
                Reply.invalid(List.of(FieldError.of("number", "invalid_phone", "A telephone number is needed.")));
            case Result.Ok<PhoneNumber, InputProblem>(PhoneNumber number) -> log(call, number);
        };
    }

    private Reply<Page<LoggedCall>> log(Call<None> call, PhoneNumber number) {
        CallBook.After after = call.paging()
                .after()
                .map(place -> new CallBook.After(Params.instant(place), place.id()))
                .orElse(null);
        return switch (calls.ofNumber(call.scope(), number, after, call.paging().limit() + 1)) {
            case KeepCalls.Log.Calls(List<CallBook.Call> found) ->
                Reply.ok(Page.of(found, call.paging(), LoggedCall::of, row -> Params.at(row.startedAt(), row.id())));
            case KeepCalls.Log.RoleRequired role -> adminsOnly("An admin reads the log of calls.");
        };
    }

    private Reply<FileBody> hear(Call<None> call) {
        return switch (calls.hear(call.scope(), id(call), call.origin())) {
            case KeepCalls.Heard.Sound(KeepCalls.Body sound) ->
                Reply.ok(new FileBody("audio/mpeg", "call-" + id(call) + ".mp3", sound::to));
            case KeepCalls.Heard.NotFound none -> Reply.notFound();
            case KeepCalls.Heard.RoleRequired role -> adminsOnly("An admin hears recordings.");
        };
    }

    private static <R> Reply<R> adminsOnly(String why) {
        return Reply.refused(Problem.of(ProblemCode.ROLE_REQUIRED, why).with("required", Role.ADMIN.wire()));
    }

    private static Reply<None> held(Call<?> call, KeepCalls.Held held) {
        return switch (held) {
            case DONE -> Reply.noContent();
            case NOT_FOUND -> Reply.notFound();
            case NO_RECORDING ->
                Reply.refused(ProblemCode.NOT_ELIGIBLE, "Nothing of this call was recorded, or it is deleted.");
            case ROLE_REQUIRED -> adminsOnly("An admin keeps recordings.");
        };
    }
}
