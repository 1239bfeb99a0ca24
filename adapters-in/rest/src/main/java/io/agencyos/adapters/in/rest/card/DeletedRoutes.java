package io.agencyos.adapters.in.rest.card;

import io.agencyos.adapters.in.http.route.Call;
import io.agencyos.adapters.in.http.route.Problem;
import io.agencyos.adapters.in.http.route.ProblemCode;
import io.agencyos.adapters.in.http.route.Reply;
import io.agencyos.adapters.in.http.route.Route;
import io.agencyos.adapters.in.http.route.RouteGroup;
import io.agencyos.application.platform.DeletedThings;
import io.agencyos.application.platform.DeletedThings.Kind;
import io.agencyos.application.shared.UnitOfWork;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Tells the members of a client what is deleted (410) from what never was (404), at every address below a thing that can be
 * deleted. Asked only after a route found nothing, so that nothing else becomes slower. Source: api 1.1, 1.2.
 */
public final class DeletedRoutes {

    private static final String ID = "id";

    private final DeletedThings things;
    private final UnitOfWork units;

    public DeletedRoutes(DeletedThings things, UnitOfWork units) {
        this.things = things;
        this.units = units;
    }

    /** The same groups, whose routes tell it. */
    public List<RouteGroup> over(List<RouteGroup> groups) {
        return groups.stream().<RouteGroup>map(group -> new Told(group, this)).toList();
    }

    private record Told(RouteGroup group, DeletedRoutes deleted) implements RouteGroup {

        @Override
        public List<Route<?, ?>> routes() {
            return group.routes().stream().<Route<?, ?>>map(deleted::told).toList();
        }
    }

    private <Q, R> Route<Q, R> told(Route<Q, R> route) {
        return kind(route.path())
                .map(kind -> route.withHandler(call -> told(route, kind, call)).alsoRefusing(ProblemCode.DELETED))
                .orElse(route);
    }

    private <Q, R> Reply<R> told(Route<Q, R> route, Kind kind, Call<Q> call) {
        Reply<R> reply = route.handler().handle(call);
        return reply instanceof Reply.Refused<R>(Problem problem)
                        && problem.code() == ProblemCode.NOT_FOUND
                        && isDeleted(kind, call)
                ? Reply.refused(Problem.of(
                                ProblemCode.DELETED,
                                "This " + kind.wire().replace('_', ' ').replace("linkedin", "LinkedIn")
                                        + " was deleted.")
                        .with("resource_type", kind.wire()))
                : reply;
    }

    private boolean isDeleted(Kind kind, Call<?> call) {
        return units.reading(
                call.scope(), () -> things.isDeleted(call.scope().clientId(), kind, UUID.fromString(call.text(ID))));
    }

    private static Optional<Kind> kind(String path) {
        return Arrays.stream(Kind.values())
                .filter(kind -> {
                    String one = Route.C + "/" + kind.collection() + "/{" + ID + "}";
                    return path.equals(one) || path.startsWith(one + "/");
                })
                .findFirst();
    }
}
