package io.agencyos.adapters.in.rest.client;

import io.agencyos.adapters.in.http.route.Call;
import io.agencyos.adapters.in.http.route.FieldError;
import io.agencyos.adapters.in.http.route.None;
import io.agencyos.adapters.in.http.route.Param;
import io.agencyos.adapters.in.http.route.ProblemCode;
import io.agencyos.adapters.in.http.route.Reply;
import io.agencyos.adapters.in.http.route.Route;
import io.agencyos.adapters.in.http.route.RouteGroup;
import io.agencyos.adapters.in.rest.client.ClientSetUpRoutes.ClientShown;
import io.agencyos.application.client.CloseClient;
import io.agencyos.domain.client.identity.Role;
import java.util.List;
import java.util.function.Function;

/** An owner lets a client go, or takes it back. Source: api 9.2. */
public final class ClosingRoutes implements RouteGroup {

    private static final String NAME = "confirm_name";

    private final CloseClient use;
    private final ClientSetUpRoutes clients;

    /** @param clients says how a client is shown */
    public ClosingRoutes(CloseClient use, ClientSetUpRoutes clients) {
        this.use = use;
        this.clients = clients;
    }

    @Override
    public List<Route<?, ?>> routes() {
        return List.of(
                Route.delete(Route.C, "Stop everything of the client and remove it for good in 30 days")
                        .tag(ClientSetUpRoutes.TAG)
                        .role(Role.OWNER)
                        .ifMatch()
                        .params(Param.text(NAME, "The client's name, so that nobody removes another one by mistake."))
                        .problems(ProblemCode.NOT_ELIGIBLE)
                        .handledBy(this::close),
                Route.post(Route.C + "/restore", "Take back the removal of the client; outreach stays stopped")
                        .tag(ClientSetUpRoutes.TAG)
                        .role(Role.OWNER)
                        .answers(ClientShown.class, ClientShown.EXAMPLE)
                        .problems(ProblemCode.NOT_ELIGIBLE)
                        .handledBy(this::restore));
    }

    private Reply<None> close(Call<None> call) {
        String name = call.query().text(NAME).orElse("");
        return answer(
                call, use.close(call.scope(), call.expectedVersion(), name, call.origin()), done -> Reply.noContent());
    }

    private Reply<ClientShown> restore(Call<None> call) {
        return answer(call, use.restore(call.scope(), call.origin()), done -> clients.show(call));
    }

    private static <R> Reply<R> answer(
            Call<None> call, CloseClient.Outcome outcome, Function<CloseClient.Outcome, Reply<R>> done) {
        return switch (outcome) {
            case CloseClient.Outcome.Leaving leaving -> done.apply(leaving);
            case CloseClient.Outcome.Staying staying -> done.apply(staying);
            case CloseClient.Outcome.NameDiffers differs ->
                Reply.invalid(List.of(FieldError.query(NAME, "name_differs", "This is not the client's name.")));
            case CloseClient.Outcome.NotEligible twin ->
                Reply.refused(ProblemCode.NOT_ELIGIBLE, "A test twin goes and stays with its client.");
            case CloseClient.Outcome.NotFound gone -> Reply.notFound();
            case CloseClient.Outcome.RoleRequired(Role required) -> ClientSetUpRoutes.roleRequired(call, required);
        };
    }
}
