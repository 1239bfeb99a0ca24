package io.agencyos.adapters.in.rest.platform;

import io.agencyos.adapters.in.http.route.Call;
import io.agencyos.adapters.in.http.route.None;
import io.agencyos.adapters.in.http.route.Page;
import io.agencyos.adapters.in.http.route.Pages;
import io.agencyos.adapters.in.http.route.Param;
import io.agencyos.adapters.in.http.route.Problem;
import io.agencyos.adapters.in.http.route.ProblemCode;
import io.agencyos.adapters.in.http.route.Reply;
import io.agencyos.adapters.in.http.route.Route;
import io.agencyos.adapters.in.http.route.RouteBuilder;
import io.agencyos.adapters.in.http.route.RouteGroup;
import io.agencyos.adapters.in.http.route.Sorting;
import io.agencyos.adapters.in.rest.card.Moments;
import io.agencyos.adapters.in.rest.platform.WebhookViews.EndpointChange;
import io.agencyos.application.platform.webhook.KeepWebhookEndpoints;
import io.agencyos.application.platform.webhook.KeepWebhookEndpoints.Outcome;
import io.agencyos.application.shared.Stamp;
import io.agencyos.application.shared.Stamps.Kind;
import io.agencyos.domain.client.identity.KeyScope;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.platform.webhook.OutboundEvents;
import io.agencyos.domain.platform.webhook.WebhookBody;
import io.agencyos.domain.platform.webhook.WebhookEndpoint;
import io.agencyos.domain.shared.id.WebhookEndpointId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The addresses to which a client has events sent. Source: api 9.18. */
public final class WebhookRoutes implements RouteGroup {

    static final String TAG = "Webhooks";
    static final String ALL = Route.C + "/webhook-endpoints";
    static final String ONE = ALL + "/{id}";

    private final KeepWebhookEndpoints endpoints;
    private final Moments moments;

    public WebhookRoutes(KeepWebhookEndpoints endpoints, Moments moments) {
        this.endpoints = endpoints;
        this.moments = moments;
    }

    /** What every route of endpoints is: for admins, and for keys with the scope. */
    static <Q, R> RouteBuilder<Q, R> admin(RouteBuilder<Q, R> route) {
        return route.tag(TAG).role(Role.ADMIN).key(KeyScope.WEBHOOKS_WRITE);
    }

    @Override
    public List<Route<?, ?>> routes() {
        return List.of(
                admin(Route.get(ALL, "The endpoints of the client"))
                        .params(Param.flag("include_inactive", "Also those that are switched off."))
                        .lists(WebhookViews.Endpoint.class, Sorting.of("created_at"), WebhookViews.ENDPOINT)
                        .handledBy(this::list),
                admin(Route.post(ALL, "Has events sent to an address; the secret is shown this once"))
                        .idempotent()
                        .showsSecret()
                        .body(WebhookViews.NewEndpoint.class, WebhookViews.NEW)
                        .answers(201, WebhookViews.EndpointWithSecret.class, WebhookViews.WITH_SECRET)
                        .problems(ProblemCode.LIMIT_REACHED, ProblemCode.DUPLICATE)
                        .handledBy(this::make),
                admin(Route.get(ONE, "One endpoint"))
                        .answers(WebhookViews.Endpoint.class, WebhookViews.ENDPOINT)
                        .handledBy(this::show),
                admin(Route.patch(ONE, "Changes an endpoint; switched on again it is as if it had never failed"))
                        .ifMatch()
                        .body(EndpointChange.class, WebhookViews.CHANGE)
                        .answers(WebhookViews.Endpoint.class, WebhookViews.ENDPOINT)
                        .problems(ProblemCode.DUPLICATE)
                        .handledBy(this::change),
                admin(Route.delete(ONE, "Sends nothing there any more"))
                        .ifMatch()
                        .handledBy(this::remove),
                admin(Route.post(ONE + "/rotate-secret", "A new secret; the old one signs beside it for a day"))
                        .idempotent()
                        .showsSecret()
                        .answers(WebhookViews.EndpointWithSecret.class, WebhookViews.WITH_SECRET)
                        .handledBy(this::rotate),
                Route.get(Route.C + "/webhook-event-types", "The events that can be sent, each with an example")
                        .tag(TAG)
                        .role(Role.VIEWER)
                        .answers(WebhookViews.EventTypes.class, types())
                        .handledBy(call -> Reply.ok(types())));
    }

    private static WebhookViews.EventTypes types() {
        return new WebhookViews.EventTypes(OutboundEvents.all().stream()
                .sorted()
                .map(event -> new WebhookViews.EventType(event, WebhookBody.of(WebhookViews.example(event))))
                .toList());
    }

    private Reply<Page<WebhookViews.Endpoint>> list(Call<None> call) {
        boolean all = call.query().flag("include_inactive");
        List<WebhookEndpoint> rows = endpoints.list(call.scope()).stream()
                .filter(endpoint -> all || endpoint.standing().active())
                .toList();
        Moments.Known stamps = moments.ofAll(
                call.scope(),
                Kind.WEBHOOK_ENDPOINT,
                rows.stream().map(WebhookEndpoint::id).toList());
        return Reply.ok(Pages.of(
                rows,
                call.paging(),
                endpoint -> endpoint.createdAt().toString(),
                endpoint -> endpoint.id().value(),
                endpoint -> WebhookViews.Endpoint.of(endpoint, stamps.of(endpoint.id()))));
    }

    private Reply<WebhookViews.EndpointWithSecret> make(Call<WebhookViews.NewEndpoint> call) {
        WebhookWishes.Read read = WebhookWishes.of(call.body());
        if (read.wish().isEmpty()) {
            return Reply.invalid(read.errors());
        }
        return answered(
                endpoints.make(call.scope(), read.wish().get(), read.secret().orElse(null), call.origin()),
                endpoint -> Reply.created(
                                call.path() + "/" + endpoint.id().text(),
                                WebhookViews.EndpointWithSecret.of(endpoint, stamp(call, endpoint)))
                        .version(endpoint.version()));
    }

    private Reply<WebhookViews.Endpoint> show(Call<None> call) {
        return endpoints
                .find(call.scope(), id(call))
                .map(endpoint -> shown(call, endpoint))
                .orElseGet(Reply::notFound);
    }

    private Stamp stamp(Call<?> call, WebhookEndpoint endpoint) {
        return moments.of(call.scope(), Kind.WEBHOOK_ENDPOINT, endpoint.id());
    }

    private Reply<WebhookViews.Endpoint> shown(Call<?> call, WebhookEndpoint endpoint) {
        return Reply.ok(WebhookViews.Endpoint.of(endpoint, stamp(call, endpoint)))
                .version(endpoint.version());
    }

    private Reply<WebhookViews.Endpoint> change(Call<EndpointChange> call) {
        Optional<WebhookEndpoint> known = endpoints.find(call.scope(), id(call));
        if (known.isEmpty()) {
            return Reply.notFound();
        }
        WebhookWishes.Read read = WebhookWishes.changed(known.get().wish(), call.body());
        if (read.wish().isEmpty()) {
            return Reply.invalid(read.errors());
        }
        return answered(
                endpoints.change(
                        call.scope(),
                        id(call),
                        call.expectedVersion(),
                        before -> WebhookWishes.changed(before, call.body())
                                .wish()
                                .orElse(before),
                        call.body().isActive().mentioned()
                                ? call.body().isActive().value()
                                : null,
                        call.origin()),
                endpoint -> shown(call, endpoint));
    }

    private Reply<None> remove(Call<None> call) {
        return answered(
                endpoints.remove(call.scope(), id(call), call.expectedVersion(), call.origin()),
                endpoint -> Reply.noContent());
    }

    private Reply<WebhookViews.EndpointWithSecret> rotate(Call<None> call) {
        return answered(
                endpoints.rotate(call.scope(), id(call), call.origin()),
                endpoint -> Reply.ok(WebhookViews.EndpointWithSecret.of(endpoint, stamp(call, endpoint)))
                        .version(endpoint.version()));
    }

    private static WebhookEndpointId id(Call<?> call) {
        return call.id("id", WebhookEndpointId::new);
    }

    private static <R> Reply<R> answered(Outcome outcome, Function<WebhookEndpoint, Reply<R>> kept) {
        return switch (outcome) {
            case Outcome.Kept(WebhookEndpoint endpoint) -> kept.apply(endpoint);
            case Outcome.LimitReached() ->
                Reply.refused(Problem.of(ProblemCode.LIMIT_REACHED, "A client has at most twenty endpoints.")
                        .with("limit", KeepWebhookEndpoints.LIMIT));
            case Outcome.NameTaken() -> Reply.refused(ProblemCode.DUPLICATE, "Another endpoint has this name.");
            case Outcome.NotFound() -> Reply.notFound();
            case Outcome.Stale(int current) -> Reply.refused(Problem.versionConflict(Optional.of(current)));
        };
    }
}
