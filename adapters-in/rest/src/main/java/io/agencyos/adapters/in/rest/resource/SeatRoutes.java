package io.agencyos.adapters.in.rest.resource;

import io.agencyos.adapters.in.http.route.Call;
import io.agencyos.adapters.in.http.route.Change;
import io.agencyos.adapters.in.http.route.FieldError;
import io.agencyos.adapters.in.http.route.None;
import io.agencyos.adapters.in.http.route.Page;
import io.agencyos.adapters.in.http.route.Pages;
import io.agencyos.adapters.in.http.route.Paging;
import io.agencyos.adapters.in.http.route.Param;
import io.agencyos.adapters.in.http.route.Problem;
import io.agencyos.adapters.in.http.route.ProblemCode;
import io.agencyos.adapters.in.http.route.Reply;
import io.agencyos.adapters.in.http.route.Route;
import io.agencyos.adapters.in.http.route.RouteGroup;
import io.agencyos.adapters.in.http.route.Sorting;
import io.agencyos.adapters.in.rest.card.Moments;
import io.agencyos.adapters.in.rest.resource.SeatViews.Connection;
import io.agencyos.adapters.in.rest.resource.SeatViews.LinkedInSeat;
import io.agencyos.adapters.in.rest.resource.SeatViews.NewSession;
import io.agencyos.adapters.in.rest.resource.SeatViews.Offered;
import io.agencyos.application.resource.seat.LinkSeat;
import io.agencyos.application.resource.seat.ManageSeats;
import io.agencyos.application.resource.seat.SeatConnections;
import io.agencyos.application.resource.seat.SeatUseCases;
import io.agencyos.application.shared.Stamp;
import io.agencyos.application.shared.Stamps.Kind;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.resource.seat.ConnectionState;
import io.agencyos.domain.resource.seat.SeatConnection;
import io.agencyos.domain.resource.seat.SeatState;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.id.PersonaId;
import io.agencyos.domain.shared.id.SeatId;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A client's LinkedIn seats. Source: api 9.8. */
public final class SeatRoutes implements RouteGroup {

    private static final String TAG = "LinkedIn";
    private static final String ALL = Route.C + "/linkedin/seats";
    private static final String ONE = ALL + "/{id}";
    private static final String NEVER = "never";

    private final SeatUseCases use;
    private final Moments moments;

    public SeatRoutes(SeatUseCases use, Moments moments) {
        this.use = use;
        this.moments = moments;
    }

    /** What a client changes about a seat. */
    record PatchSeat(Change<@Nullable UUID> personaId) {}

    @Override
    public List<Route<?, ?>> routes() {
        return List.of(
                Route.get(ALL, "The client's LinkedIn seats with their health")
                        .tag(TAG)
                        .role(Role.VIEWER)
                        .params(Param.words("status", SeatState.class))
                        .lists(LinkedInSeat.class, Sorting.of("created_at", "-created_at"), SeatViews.EXAMPLE)
                        .handledBy(this::list),
                Route.get(ONE, "A seat")
                        .tag(TAG)
                        .role(Role.VIEWER)
                        .answers(LinkedInSeat.class, SeatViews.EXAMPLE)
                        .handledBy(this::show),
                Route.post(Route.C + "/linkedin/connect-sessions", "A link to the page on which an account is linked")
                        .tag(TAG)
                        .role(Role.ADMIN)
                        .idempotent()
                        .body(NewSession.class, new NewSession(null, LinkSeat.ReturnTo.SETTINGS, null))
                        .answers(201, Offered.class, SeatViews.OFFERED)
                        .problems(ProblemCode.SEAT_LIMIT_REACHED, ProblemCode.NOT_ELIGIBLE, ProblemCode.VENDOR_ERROR)
                        .handledBy(this::connect),
                Route.post(ONE + "/refresh", "Asks the service how the account stands")
                        .tag(TAG)
                        .role(Role.MEMBER)
                        .answers(LinkedInSeat.class, SeatViews.EXAMPLE)
                        .problems(ProblemCode.VENDOR_ERROR)
                        .handledBy(call ->
                                shown(call, use.manageSeats().refresh(call.scope(), call.id("id", SeatId::new)))),
                Route.patch(ONE, "Gives a seat to another persona")
                        .tag(TAG)
                        .role(Role.ADMIN)
                        .ifMatch()
                        .body(PatchSeat.class, new PatchSeat(Change.to(SeatViews.EXAMPLE.personaId())))
                        .answers(LinkedInSeat.class, SeatViews.EXAMPLE)
                        .handledBy(this::change),
                Route.delete(ONE, "Disconnects a seat; it stops at once")
                        .tag(TAG)
                        .role(Role.ADMIN)
                        .handledBy(this::disconnect),
                Route.get(Route.C + "/linkedin/connections", "Leads that a seat looked at, invited or knows")
                        .tag(TAG)
                        .role(Role.VIEWER)
                        .params(
                                Param.id("seat_id"),
                                Param.words("state", ConnectionState.class),
                                Param.flag("ignored", "Only those without an answer for 14 days."))
                        .lists(Connection.class, Sorting.of("-requested_at"), SeatViews.CONNECTION)
                        .handledBy(this::connections));
    }

    private Reply<Page<LinkedInSeat>> list(Call<None> call) {
        Set<SeatState> wanted = call.query().words("status", SeatState.class);
        List<ManageSeats.Standing> seats = use.manageSeats().of(call.scope()).stream()
                .filter(standing ->
                        wanted.isEmpty() || wanted.contains(standing.seat().state()))
                .toList();
        Moments.Known stamps = moments.ofAll(
                call.scope(),
                Kind.SEAT,
                seats.stream().map(standing -> standing.seat().id()).toList());
        return Reply.ok(Pages.of(
                seats,
                call.paging(),
                standing -> standing.seat().createdAt().toString(),
                standing -> standing.seat().id().value(),
                standing -> LinkedInSeat.of(standing, stamps.of(standing.seat().id()))));
    }

    private Reply<LinkedInSeat> show(Call<None> call) {
        return use.manageSeats()
                .find(call.scope(), call.id("id", SeatId::new))
                .map(standing -> shown(call, standing))
                .orElseGet(Reply::notFound);
    }

    private Reply<LinkedInSeat> shown(Call<?> call, ManageSeats.Standing standing) {
        Stamp stamp = moments.of(call.scope(), Kind.SEAT, standing.seat().id());
        return Reply.ok(LinkedInSeat.of(standing, stamp))
                .version(standing.seat().version());
    }

    private Reply<Offered> connect(Call<NewSession> call) {
        NewSession body = call.body();
        LinkSeat.Request request = new LinkSeat.Request(
                body.personaId() == null ? null : new PersonaId(body.personaId()),
                body.returnTo(),
                body.seatId() == null ? null : new SeatId(body.seatId()));
        return switch (use.linkSeat().start(call.scope(), request, call.origin())) {
            case LinkSeat.Outcome.Offered(SeatId seat, URI page, Instant until) ->
                Reply.created(
                        call.path().replace("/connect-sessions", "/seats/" + seat.text()),
                        new Offered(seat.value(), page.toString(), until));
            case LinkSeat.Outcome.LimitReached(int limit, int used) ->
                Reply.refused(Problem.of(ProblemCode.SEAT_LIMIT_REACHED, "The plan has no more seats.")
                        .with("limit", limit)
                        .with("current", used));
            case LinkSeat.Outcome.NotFound missing -> Reply.notFound();
            case LinkSeat.Outcome.PersonaUnknown unknown -> Reply.invalid(List.of(persona()));
            case LinkSeat.Outcome.NoService none ->
                Reply.refused(ProblemCode.NOT_ELIGIBLE, "This installation links no LinkedIn accounts.");
            case LinkSeat.Outcome.VendorFailed(VendorFailure failure) ->
                Reply.refused(ProblemCode.VENDOR_ERROR, failure.told());
            case LinkSeat.Outcome.RoleRequired(Role required) ->
                Reply.refused(Problem.roleRequired(
                        required.wire(), call.scope().role().wire()));
        };
    }

    private static FieldError persona() {
        return FieldError.of("/persona_id", "not_found", "There is no such active persona.");
    }

    private Reply<LinkedInSeat> change(Call<PatchSeat> call) {
        SeatId id = call.id("id", SeatId::new);
        return use.manageSeats()
                .find(call.scope(), id)
                .map(before -> {
                    PersonaId present = before.seat().personaId();
                    UUID wanted = call.body().personaId().orElse(present == null ? null : present.value());
                    return shown(
                            call,
                            use.manageSeats()
                                    .actFor(
                                            call.scope(),
                                            id,
                                            call.expectedVersion(),
                                            wanted == null ? null : new PersonaId(wanted),
                                            call.origin()));
                })
                .orElseGet(Reply::notFound);
    }

    private Reply<None> disconnect(Call<None> call) {
        ManageSeats.Outcome outcome =
                use.manageSeats().disconnect(call.scope(), call.id("id", SeatId::new), call.origin());
        return outcome instanceof ManageSeats.Outcome.Done ? Reply.noContent() : refused(call, outcome);
    }

    private Reply<LinkedInSeat> shown(Call<?> call, ManageSeats.Outcome outcome) {
        return outcome instanceof ManageSeats.Outcome.Done(ManageSeats.Standing standing)
                ? shown(call, standing)
                : refused(call, outcome);
    }

    private static <T> Reply<T> refused(Call<?> call, ManageSeats.Outcome outcome) {
        return switch (outcome) {
            case ManageSeats.Outcome.Done done -> throw new IllegalStateException("nothing was refused");
            case ManageSeats.Outcome.NotFound missing -> Reply.notFound();
            case ManageSeats.Outcome.PersonaUnknown unknown -> Reply.invalid(List.of(persona()));
            case ManageSeats.Outcome.VendorFailed(VendorFailure failure) ->
                Reply.refused(ProblemCode.VENDOR_ERROR, failure.told());
            case ManageSeats.Outcome.RoleRequired(Role required) ->
                Reply.refused(Problem.roleRequired(
                        required.wire(), call.scope().role().wire()));
        };
    }

    private Reply<Page<Connection>> connections(Call<None> call) {
        Paging paging = call.paging();
        SeatConnections.Filter filter = new SeatConnections.Filter(
                call.query().ids("seat_id", SeatId::new).stream().findFirst().orElse(null),
                call.query().words("state", ConnectionState.class),
                call.query().flag("ignored") ? Boolean.TRUE : null);
        SeatConnections.After after = paging.after()
                .map(position -> new SeatConnections.After(
                        position.keys().getFirst().equals(NEVER)
                                ? null
                                : Instant.parse(position.keys().getFirst()),
                        position.id()))
                .orElse(null);
        List<SeatConnection> rows = use.manageSeats().connections(call.scope(), filter, after, paging.limit() + 1);
        return Reply.ok(Page.of(
                rows,
                paging,
                Connection::of,
                row -> new Paging.Position(
                        List.of(
                                row.request().sentAt() == null
                                        ? NEVER
                                        : row.request().sentAt().toString()),
                        row.id())));
    }
}
