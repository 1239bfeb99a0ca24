package io.agencyos.adapters.in.rest.resource;

import io.agencyos.adapters.in.http.route.Call;
import io.agencyos.adapters.in.http.route.None;
import io.agencyos.adapters.in.http.route.Page;
import io.agencyos.adapters.in.http.route.Paging;
import io.agencyos.adapters.in.http.route.Param;
import io.agencyos.adapters.in.http.route.Problem;
import io.agencyos.adapters.in.http.route.ProblemCode;
import io.agencyos.adapters.in.http.route.Reply;
import io.agencyos.adapters.in.http.route.Route;
import io.agencyos.adapters.in.http.route.RouteGroup;
import io.agencyos.adapters.in.http.route.Sorting;
import io.agencyos.adapters.in.http.route.Text;
import io.agencyos.adapters.in.rest.card.Moments;
import io.agencyos.adapters.in.rest.resource.SeatViews.LinkedInSeat;
import io.agencyos.application.resource.seat.SeatDesk;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.Stamps.Kind;
import io.agencyos.domain.resource.seat.Seat;
import io.agencyos.domain.resource.seat.SeatState;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.SeatId;
import java.util.List;
import java.util.stream.Collectors;

/** Seats of all clients, for staff of the platform. Source: api 9.17. */
public final class SeatDeskRoutes implements RouteGroup {

    private static final String TAG = "Platform";
    private static final String ALL = Route.P + "/linkedin/seats";

    private final SeatDesk desk;
    private final ClockPort clock;
    private final Moments moments;

    public SeatDeskRoutes(SeatDesk desk, ClockPort clock, Moments moments) {
        this.desk = desk;
        this.clock = clock;
        this.moments = moments;
    }

    /**
     * Why a restricted seat may act again.
     *
     * @param reason why, for the audit log: 10 to 500 characters
     */
    record Reason(@Text(min = 10, max = 500) String reason) {}

    @Override
    public List<Route<?, ?>> routes() {
        return List.of(
                Route.get(ALL, "Seats of all clients with their health")
                        .tag(TAG)
                        .platformAdmin()
                        .params(Param.id("client_id"))
                        .lists(LinkedInSeat.class, Sorting.of("created_at"), SeatViews.EXAMPLE)
                        .handledBy(this::list),
                Route.post(ALL + "/{id}/re-enable", "Lets a restricted seat begin its warm-up anew")
                        .tag(TAG)
                        .platformAdmin()
                        .body(Reason.class, new Reason("The owner has proved who he is."))
                        .answers(LinkedInSeat.class, SeatViews.EXAMPLE)
                        .problems(ProblemCode.INVALID_TRANSITION)
                        .handledBy(this::reEnable));
    }

    private Reply<Page<LinkedInSeat>> list(Call<None> call) {
        Paging paging = call.paging();
        List<Seat> rows = desk.list(
                call.query().ids("client_id", ClientId::new).stream()
                        .findFirst()
                        .orElse(null),
                paging.after().map(position -> new SeatId(position.id())).orElse(null),
                paging.limit() + 1);
        Moments.Known stamps = stamps(rows);
        return Reply.ok(Page.of(
                rows,
                paging,
                seat -> LinkedInSeat.of(seat, clock.now(), stamps.of(seat.id())),
                seat -> new Paging.Position(List.of(seat.id().text()), seat.id().value())));
    }

    private Moments.Known stamps(List<Seat> seats) {
        return moments.everywhere(
                Kind.SEAT,
                seats.stream().collect(Collectors.toMap(seat -> seat.id().value(), Seat::clientId)));
    }

    private Reply<LinkedInSeat> reEnable(Call<Reason> call) {
        SeatId id = call.id("id", SeatId::new);
        return switch (desk.reEnable(call.principal().userId(), id, call.body().reason(), call.origin())) {
            case SeatDesk.Outcome.Done(Seat seat) ->
                Reply.ok(
                        LinkedInSeat.of(seat, clock.now(), stamps(List.of(seat)).of(seat.id())));
            case SeatDesk.Outcome.NotRestricted(Seat seat) ->
                Reply.refused(Problem.of(ProblemCode.INVALID_TRANSITION, "Only a restricted seat begins anew.")
                        .with("from", seat.state().wire())
                        .with("to", SeatState.WARMUP.wire())
                        .with("allowed", List.of()));
            case SeatDesk.Outcome.NotFound missing -> Reply.notFound();
        };
    }
}
