package io.agencyos.adapters.in.rest.allocation;

import io.agencyos.adapters.in.http.route.Call;
import io.agencyos.adapters.in.http.route.Items;
import io.agencyos.adapters.in.http.route.Problem;
import io.agencyos.adapters.in.http.route.ProblemCode;
import io.agencyos.adapters.in.http.route.Reply;
import io.agencyos.adapters.in.http.route.Route;
import io.agencyos.adapters.in.http.route.RouteGroup;
import io.agencyos.adapters.in.http.route.Text;
import io.agencyos.application.allocation.HandOrder;
import io.agencyos.application.allocation.Unfit;
import io.agencyos.application.allocation.keeping.MovePeople;
import io.agencyos.domain.allocation.AssignmentRefusal;
import io.agencyos.domain.allocation.Unavailable;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.PoolPersonId;
import io.agencyos.domain.shared.id.UserId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Staff gives people of the pool to clients and takes them back. Source: api 9.17 {@code P/pool/assign|release}. */
public final class PoolMoveRoutes implements RouteGroup {

    private static final String TAG = "Platform";
    private static final String POOL = Route.P + "/pool";
    private static final UUID ID = UUID.fromString("019baaaa-0000-7000-8000-000000000071");
    private static final String ASSIGNED = "assigned";
    private static final String REFUSED = "refused";

    private final MovePeople move;

    public PoolMoveRoutes(MovePeople move) {
        this.move = move;
    }

    /**
     * Whom a client is given, and for which campaign.
     *
     * @param campaignId that they are given to; it has to run
     * @param regardlessOfFit whether people are given whose address, profile or score the allocator would not take; without
     *     it none are
     * @param reason why, for the audit log: 10 to 500 characters
     */
    record Giving(
            @Items(min = 1, max = MovePeople.MOST) List<UUID> leadPoolIds,
            UUID clientId,
            UUID campaignId,
            @Nullable Boolean regardlessOfFit,
            @Text(min = 10, max = 500) String reason) {}

    /**
     * Whom a client has to give back.
     *
     * @param reason why, for the audit log: 10 to 500 characters
     */
    record Taking(
            @Items(min = 1, max = MovePeople.MOST) List<UUID> leadPoolIds,
            @Text(min = 10, max = 500) String reason) {}

    /**
     * What became of one person.
     *
     * @param result {@code assigned} or {@code refused}; {@code released}, {@code converted} or {@code not_held}
     * @param code why not; null where it was done
     * @param because where the person is not available, what stands behind it; null where nothing does
     */
    record Fate(
            UUID leadPoolId,
            String result,
            @Nullable AssignmentRefusal code,
            @Nullable Unavailable because) {}

    /**
     * What became of each.
     *
     * @param items what became of each person, in the order of the request
     */
    record Fates(List<Fate> items) {}

    @Override
    public List<Route<?, ?>> routes() {
        return List.of(
                Route.post(POOL + "/assign", "Gives people of the pool to a client, under the checks of the allocator")
                        .tag(TAG)
                        .platformAdmin()
                        .idempotent()
                        .body(Giving.class, new Giving(List.of(ID), ID, ID, false, "The allocator overlooked them."))
                        .answers(
                                Fates.class,
                                new Fates(List.of(
                                        new Fate(ID, ASSIGNED, null, null),
                                        new Fate(
                                                ID, REFUSED, AssignmentRefusal.LEAD_UNAVAILABLE, Unavailable.COMPANY))))
                        .problems(ProblemCode.NOT_ELIGIBLE)
                        .handledBy(this::give),
                Route.post(POOL + "/release", "Takes people back into the pool; their outreach is stopped first")
                        .tag(TAG)
                        .platformAdmin()
                        .idempotent()
                        .body(Taking.class, new Taking(List.of(ID), "Given to the wrong client."))
                        .answers(Fates.class, new Fates(List.of(new Fate(ID, "released", null, null))))
                        .handledBy(this::takeBack));
    }

    private Reply<Fates> give(Call<Giving> call) {
        Giving giving = call.body();
        UserId staff = call.principal().userId();
        return switch (move.give(
                staff,
                new HandOrder(
                        new ClientId(giving.clientId()),
                        new CampaignId(giving.campaignId()),
                        people(giving.leadPoolIds()),
                        Boolean.TRUE.equals(giving.regardlessOfFit()),
                        giving.reason()),
                call.origin())) {
            case MovePeople.Given.Refused(AssignmentRefusal why)
            when why == AssignmentRefusal.CLIENT_NOT_FOUND -> Reply.notFound();
            case MovePeople.Given.Refused(AssignmentRefusal why) ->
                Reply.refused(Problem.of(ProblemCode.NOT_ELIGIBLE, "This client is given nobody just now.")
                        .with("reason", why.wire()));
            case MovePeople.Given.Done(var fates) ->
                Reply.ok(new Fates(fates.entrySet().stream()
                        .map(fate -> new Fate(
                                fate.getKey().value(),
                                fate.getValue().isEmpty() ? ASSIGNED : REFUSED,
                                fate.getValue().map(Unfit::check).orElse(null),
                                fate.getValue().map(Unfit::because).orElse(null)))
                        .toList()));
        };
    }

    private Reply<Fates> takeBack(Call<Taking> call) {
        return Reply.ok(new Fates(move
                .takeBack(
                        call.principal().userId(),
                        people(call.body().leadPoolIds()),
                        call.body().reason(),
                        call.origin())
                .entrySet()
                .stream()
                .map(fate -> new Fate(fate.getKey().value(), fate.getValue().wire(), null, null))
                .toList()));
    }

    private static List<PoolPersonId> people(List<UUID> ids) {
        return ids.stream().distinct().map(PoolPersonId::new).toList();
    }
}
