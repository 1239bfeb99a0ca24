package io.agencyos.adapters.in.rest.outreach;

import io.agencyos.adapters.in.http.route.Call;
import io.agencyos.adapters.in.http.route.None;
import io.agencyos.adapters.in.http.route.Page;
import io.agencyos.adapters.in.http.route.Param;
import io.agencyos.adapters.in.http.route.ProblemCode;
import io.agencyos.adapters.in.http.route.Reply;
import io.agencyos.adapters.in.http.route.Route;
import io.agencyos.adapters.in.http.route.RouteGroup;
import io.agencyos.adapters.in.http.route.Sorting;
import io.agencyos.adapters.in.http.route.Text;
import io.agencyos.adapters.in.rest.card.Params;
import io.agencyos.application.outreach.recording.CallArchive;
import io.agencyos.application.outreach.recording.FlagRecordings;
import io.agencyos.application.outreach.recording.RecordingBook;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Recordings of calls of all clients, and keeping one. Source: api 9.17 {@code P/recordings}. */
public final class RecordingRoutes implements RouteGroup {

    private static final String TAG = "Platform";
    private static final String ALL = Route.P + "/recordings";
    private static final UUID ID = UUID.fromString("019baaaa-0000-7000-8000-000000000061");
    private static final Instant WHEN = Instant.parse("2026-03-02T02:15:04.120Z");
    private static final RecordingView EXAMPLE = new RecordingView(
            ID, ID, ID, WHEN, WHEN.plusSeconds(90 * 86_400L), true, "Complaint of the person called", null, null);

    private final FlagRecordings recordings;

    public RecordingRoutes(FlagRecordings recordings) {
        this.recordings = recordings;
    }

    /**
     * A recording, named by its call; it is deleted at {@code retained_until} unless it is flagged.
     *
     * @param flagged whether the recording is kept beyond its time
     * @param flagReason why the recording is kept longer; null where it is not
     */
    public record RecordingView(
            UUID id,
            UUID clientId,
            UUID leadId,
            Instant recordedAt,
            Instant retainedUntil,
            boolean flagged,
            @Nullable String flagReason,
            @Nullable Instant deletionRequestedAt,
            @Nullable Instant deletedAt) {

        static RecordingView of(RecordingBook.Row row) {
            CallArchive.Recording recording = row.recording();
            return new RecordingView(
                    recording.callId(),
                    row.client().value(),
                    row.lead().value(),
                    recording.recordedAt(),
                    recording.deleteAfter(),
                    recording.holdReason() != null,
                    recording.holdReason(),
                    recording.requestedAt(),
                    recording.deletedAt());
        }
    }

    /**
     * Why.
     *
     * @param reason why, for the audit log: 10 to 500 characters
     */
    public record Because(@Text(min = 10, max = 500) String reason) {}

    @Override
    public List<Route<?, ?>> routes() {
        return List.of(
                Route.get(ALL, "Recordings of all clients, the newest first")
                        .tag(TAG)
                        .platformAdmin()
                        .params(
                                Param.id("client_id"),
                                Param.flag("flagged", "Whether somebody keeps it."),
                                Param.flag("deleted", "Whether it is gone."))
                        .lists(RecordingView.class, Sorting.of("-recorded_at"), EXAMPLE)
                        .handledBy(this::list),
                Route.post(ALL + "/{id}/flag", "Keeps a recording beyond its time")
                        .tag(TAG)
                        .platformAdmin()
                        .body(Because.class, new Because("Complaint of the person called"))
                        .answers(RecordingView.class, EXAMPLE)
                        .problems(ProblemCode.NOT_ELIGIBLE)
                        .handledBy(call -> reply(recordings.flag(
                                call.principal().userId(), id(call), call.body().reason(), call.origin()))),
                Route.post(ALL + "/{id}/unflag", "Lets a recording go when its time has come")
                        .tag(TAG)
                        .platformAdmin()
                        .body(Because.class, new Because("The complaint is settled"))
                        .answers(RecordingView.class, EXAMPLE)
                        .problems(ProblemCode.NOT_ELIGIBLE)
                        .handledBy(call -> reply(recordings.unflag(
                                call.principal().userId(), id(call), call.body().reason(), call.origin()))));
    }

    private static UUID id(Call<?> call) {
        return UUID.fromString(call.text("id"));
    }

    private Reply<Page<RecordingView>> list(Call<None> call) {
        RecordingBook.Filter filter = new RecordingBook.Filter(
                call.query().ids("client_id", ClientId::new),
                Params.flag(call.query(), "flagged"),
                Params.flag(call.query(), "deleted"));
        RecordingBook.After after = call.paging()
                .after()
                .map(place -> new RecordingBook.After(Params.instant(place), place.id()))
                .orElse(null);
        return Reply.ok(Page.of(
                recordings.list(filter, after, call.paging().limit() + 1),
                call.paging(),
                RecordingView::of,
                row -> Params.at(row.recording().recordedAt(), row.recording().callId())));
    }

    private static Reply<RecordingView> reply(FlagRecordings.Outcome outcome) {
        return switch (outcome) {
            case FlagRecordings.Outcome.Kept(RecordingBook.Row row) -> Reply.ok(RecordingView.of(row));
            case FlagRecordings.Outcome.NotFound missing -> Reply.notFound();
            case FlagRecordings.Outcome.Gone gone ->
                Reply.refused(ProblemCode.NOT_ELIGIBLE, "The recording is deleted.");
        };
    }
}
