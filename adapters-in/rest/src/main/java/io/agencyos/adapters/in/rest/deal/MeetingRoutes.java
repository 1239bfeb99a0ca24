package io.agencyos.adapters.in.rest.deal;

import io.agencyos.adapters.in.http.route.Call;
import io.agencyos.adapters.in.http.route.None;
import io.agencyos.adapters.in.http.route.Page;
import io.agencyos.adapters.in.http.route.Param;
import io.agencyos.adapters.in.http.route.Problem;
import io.agencyos.adapters.in.http.route.ProblemCode;
import io.agencyos.adapters.in.http.route.Reply;
import io.agencyos.adapters.in.http.route.Route;
import io.agencyos.adapters.in.http.route.RouteGroup;
import io.agencyos.adapters.in.http.route.Sorting;
import io.agencyos.adapters.in.rest.card.Moments;
import io.agencyos.adapters.in.rest.card.Params;
import io.agencyos.application.deal.BookMeeting;
import io.agencyos.application.deal.DealUseCases;
import io.agencyos.application.deal.Fault;
import io.agencyos.application.deal.KeepDeals;
import io.agencyos.application.deal.ListMeetings;
import io.agencyos.application.deal.RecordMeetingOutcome;
import io.agencyos.application.deal.RecordMeetingOutcome.News;
import io.agencyos.application.deal.SaleUseCases;
import io.agencyos.application.deal.store.Meetings;
import io.agencyos.application.shared.Stamps.Kind;
import io.agencyos.domain.client.identity.KeyScope;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.deal.BookedBy;
import io.agencyos.domain.deal.BookingMethod;
import io.agencyos.domain.deal.Meeting;
import io.agencyos.domain.deal.MeetingStatus;
import io.agencyos.domain.shared.Money;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.MeetingId;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Meetings, from booking to outcome. Source: api 9.12. */
public final class MeetingRoutes implements RouteGroup {

    private static final String TAG = "Meetings";
    private static final String ALL = Route.C + "/meetings";
    private static final String ONE = ALL + "/{id}";
    private static final int DEFAULT_MINUTES = 30;

    private final BookMeeting book;
    private final ListMeetings meetings;
    private final RecordMeetingOutcome outcomes;
    private final KeepDeals deals;
    private final Moments moments;

    public MeetingRoutes(DealUseCases useCases, SaleUseCases sales, Moments moments) {
        book = useCases.bookMeeting();
        meetings = useCases.listMeetings();
        outcomes = useCases.recordMeetingOutcome();
        deals = sales.keepDeals();
        this.moments = moments;
    }

    @Override
    public List<Route<?, ?>> routes() {
        return List.of(
                Route.get(ALL, "The meetings of the client, by their time")
                        .tag(TAG)
                        .role(Role.VIEWER)
                        .params(
                                Param.flag("upcoming", "Still to take place, or not any more."),
                                Param.words("status", MeetingStatus.class),
                                Params.oneId("lead_id"),
                                Params.oneId("campaign_id"),
                                Param.instant("scheduled_from", "From this moment on."),
                                Param.instant("scheduled_to", "Before this moment."))
                        .lists(MeetingView.class, Sorting.of("scheduled_at", "-scheduled_at"), MeetingView.EXAMPLE)
                        .handledBy(this::list),
                Route.post(ALL, "A meeting was agreed: the lead is written to no more")
                        .tag(TAG)
                        .role(Role.MEMBER)
                        .key(KeyScope.MEETINGS_WRITE)
                        .idempotent()
                        .body(MeetingBodies.NewMeeting.class, MeetingBodies.NewMeeting.EXAMPLE)
                        .answers(201, MeetingView.class, MeetingView.EXAMPLE)
                        .alsoAnswers(200)
                        .handledBy(this::book),
                Route.get(ONE, "One meeting")
                        .tag(TAG)
                        .role(Role.VIEWER)
                        .answers(MeetingView.class, MeetingView.EXAMPLE)
                        .handledBy(this::show),
                Route.patch(ONE, "Other details")
                        .tag(TAG)
                        .role(Role.MEMBER)
                        .key(KeyScope.MEETINGS_WRITE)
                        .ifMatch()
                        .body(MeetingBodies.Edit.class, MeetingBodies.Edit.EXAMPLE)
                        .answers(MeetingView.class, MeetingView.EXAMPLE)
                        .handledBy(this::edit),
                Route.post(ONE + "/confirm", "The lead said that it will come")
                        .tag(TAG)
                        .role(Role.MEMBER)
                        .key(KeyScope.MEETINGS_WRITE)
                        .answers(MeetingView.class, MeetingView.EXAMPLE)
                        .problems(ProblemCode.INVALID_TRANSITION)
                        .handledBy(call -> record(call, new News.Confirmed())),
                Route.post(ONE + "/reschedule", "It takes place at another time")
                        .tag(TAG)
                        .role(Role.MEMBER)
                        .key(KeyScope.MEETINGS_WRITE)
                        .idempotent()
                        .body(MeetingBodies.Reschedule.class, MeetingBodies.Reschedule.EXAMPLE)
                        .answers(MeetingView.class, MeetingView.EXAMPLE)
                        .problems(ProblemCode.INVALID_TRANSITION)
                        .handledBy(call -> record(
                                call,
                                new News.Moved(
                                        call.body().scheduledAt(), call.body().reason()))),
                Route.post(ONE + "/cancel", "It does not take place")
                        .tag(TAG)
                        .role(Role.MEMBER)
                        .key(KeyScope.MEETINGS_WRITE)
                        .body(MeetingBodies.Cancel.class, MeetingBodies.Cancel.EXAMPLE)
                        .answers(MeetingView.class, MeetingView.EXAMPLE)
                        .problems(ProblemCode.INVALID_TRANSITION)
                        .handledBy(call ->
                                record(call, new News.Cancelled(call.body().reason()))),
                Route.post(ONE + "/attendance", "Whether the lead came")
                        .tag(TAG)
                        .role(Role.MEMBER)
                        .key(KeyScope.MEETINGS_WRITE)
                        .body(MeetingBodies.Attendance.class, MeetingBodies.Attendance.EXAMPLE)
                        .answers(MeetingView.class, MeetingView.EXAMPLE)
                        .problems(ProblemCode.INVALID_TRANSITION)
                        .handledBy(call -> record(
                                call,
                                new News.Attendance(
                                        call.body().showedUp(), call.body().noShowReason()))),
                Route.post(ONE + "/outcome", "How it went")
                        .tag(TAG)
                        .role(Role.MEMBER)
                        .key(KeyScope.MEETINGS_WRITE)
                        .idempotent()
                        .body(MeetingBodies.Ended.class, MeetingBodies.Ended.EXAMPLE)
                        .answers(MeetingView.class, MeetingView.EXAMPLE)
                        .problems(ProblemCode.INVALID_TRANSITION)
                        .handledBy(this::end));
    }

    private Reply<Page<MeetingView>> list(Call<None> call) {
        ListMeetings.Page page = meetings.list(
                call.scope(),
                new ListMeetings.Query(
                        Params.flag(call.query(), "upcoming"),
                        Params.words(call.query(), "status", MeetingStatus.class),
                        Params.id(call.query(), "lead_id", LeadId::new),
                        Params.id(call.query(), "campaign_id", CampaignId::new),
                        Params.instant(call.query(), "scheduled_from"),
                        Params.instant(call.query(), "scheduled_to"),
                        call.paging().sort().startsWith("-"),
                        call.paging()
                                .after()
                                .map(after -> new Meetings.After(Params.instant(after), new MeetingId(after.id())))
                                .orElse(null),
                        call.paging().limit()));
        List<MeetingView> views = views(call, page);
        return Reply.ok(new Page<>(
                views,
                page.more()
                        ? Optional.of(Params.at(
                                when(page.lines().getLast().meeting()),
                                views.getLast().id()))
                        : Optional.empty()));
    }

    private List<MeetingView> views(Call<?> call, ListMeetings.Page page) {
        Moments.Known stamps = moments.ofAll(
                call.scope(),
                Kind.MEETING,
                page.lines().stream().map(line -> line.meeting().id()).toList());
        return page.lines().stream()
                .map(line -> MeetingView.of(
                        line.meeting(),
                        line.status(),
                        page.cards(),
                        page.deals(),
                        stamps.of(line.meeting().id())))
                .toList();
    }

    private static Instant when(Meeting meeting) {
        return Objects.requireNonNullElse(meeting.scheduledAt(), meeting.bookedAt());
    }

    private Reply<MeetingView> show(Call<None> call) {
        return show(call, call.id("id", MeetingId::new))
                .<Reply<MeetingView>>map(view -> Reply.ok(view).version(view.version()))
                .orElseGet(Reply::notFound);
    }

    private Optional<MeetingView> show(Call<?> call, MeetingId id) {
        return meetings.find(call.scope(), id).map(page -> views(call, page).getFirst());
    }

    private Reply<MeetingView> book(Call<MeetingBodies.NewMeeting> call) {
        MeetingBodies.NewMeeting body = call.body();
        BookMeeting.Booking booking = new BookMeeting.Booking(
                new LeadId(body.leadId()),
                body.scheduledAt(),
                Objects.requireNonNullElse(body.durationMinutes(), DEFAULT_MINUTES),
                body.type(),
                body.meetingLink(),
                body.calendarEventId(),
                BookedBy.HUMAN,
                Objects.requireNonNullElse(body.bookingMethod(), BookingMethod.DIRECT),
                null,
                body.notes());
        return switch (book.book(call.scope(), booking, call.origin())) {
            case BookMeeting.Outcome.Booked(Meeting meeting) -> shown(call, meeting, 201);
            case BookMeeting.Outcome.Exists(Meeting meeting) -> shown(call, meeting, 200);
            case BookMeeting.Outcome.LeadNotFound missing -> Reply.notFound();
            case BookMeeting.Outcome.Invalid(List<Fault> faults) -> Faults.invalid(faults);
            case BookMeeting.Outcome.Forbidden refused -> Faults.forbidden(call, Role.MEMBER);
        };
    }

    private Reply<MeetingView> shown(Call<?> call, Meeting meeting, int status) {
        MeetingView view = show(call, meeting.id()).orElseThrow();
        return Reply.created(call.path() + "/" + view.id(), view).status(status).version(view.version());
    }

    private Reply<MeetingView> edit(Call<MeetingBodies.Edit> call) {
        MeetingBodies.Edit body = call.body();
        return record(
                call,
                new News.Details(
                        body.type().orElse(null),
                        body.durationMinutes().orElse(null),
                        body.meetingLink().orElse(null),
                        body.notes().orElse(null),
                        body.nextSteps().orElse(null),
                        call.expectedVersion()));
    }

    private Reply<MeetingView> record(Call<?> call, News news) {
        MeetingId id = call.id("id", MeetingId::new);
        return switch (outcomes.record(call.scope(), id, news, call.origin())) {
            case RecordMeetingOutcome.Outcome.Recorded(Meeting meeting, MeetingStatus status) -> {
                MeetingView view = show(call, id).orElseThrow();
                yield Reply.ok(view).version(view.version());
            }
            case RecordMeetingOutcome.Outcome.NotFound missing -> Reply.notFound();
            case RecordMeetingOutcome.Outcome.InvalidTransition(Meeting meeting, MeetingStatus status) ->
                Reply.refused(Problem.of(ProblemCode.INVALID_TRANSITION, "The meeting is past that.")
                        .with("from", status.wire()));
            case RecordMeetingOutcome.Outcome.VersionConflict(Meeting meeting) ->
                Reply.refused(Problem.versionConflict(Optional.of(meeting.version())));
            case RecordMeetingOutcome.Outcome.Invalid(List<Fault> faults) -> Faults.invalid(faults);
            case RecordMeetingOutcome.Outcome.Forbidden refused -> Faults.forbidden(call, Role.MEMBER);
        };
    }

    /** The outcome first, then the deal that came of it; whoever repeats the call gets the same deal. */
    private Reply<MeetingView> end(Call<MeetingBodies.Ended> call) {
        MeetingBodies.Ended body = call.body();
        Reply<MeetingView> recorded = record(call, new News.Ended(body.outcome(), body.notes(), body.nextSteps()));
        MeetingBodies.DealOfIt wanted = body.createDeal();
        if (wanted == null || recorded instanceof Reply.Refused<MeetingView>) {
            return recorded;
        }
        MeetingId id = call.id("id", MeetingId::new);
        KeepDeals.NewDeal deal = new KeepDeals.NewDeal(
                null,
                id,
                wanted.name(),
                wanted.valueCents() == null ? null : new Money(wanted.valueCents()),
                null,
                null);
        return switch (deals.make(call.scope(), deal, call.origin())) {
            case KeepDeals.Outcome.Made made -> shownAgain(call, id);
            case KeepDeals.Outcome.Known known -> shownAgain(call, id);
            case KeepDeals.Outcome.Invalid(List<Fault> faults) -> Faults.invalid(faults);
            case KeepDeals.Outcome.Forbidden refused -> Faults.forbidden(call, Role.MEMBER);
            case KeepDeals.Outcome.Saved impossible -> throw new IllegalStateException("a new deal was changed");
            case KeepDeals.Outcome.NotFound impossible -> throw new IllegalStateException("a new deal was looked up");
            case KeepDeals.Outcome.Barred impossible -> throw new IllegalStateException("a new deal was moved");
            case KeepDeals.Outcome.VersionConflict impossible ->
                throw new IllegalStateException("a new deal has no version");
        };
    }

    private Reply<MeetingView> shownAgain(Call<?> call, MeetingId id) {
        MeetingView view = show(call, id).orElseThrow();
        return Reply.ok(view).version(view.version());
    }
}
