package io.agencyos.adapters.in.rest.platform;

import io.agencyos.adapters.in.http.route.Call;
import io.agencyos.adapters.in.http.route.None;
import io.agencyos.adapters.in.http.route.Page;
import io.agencyos.adapters.in.http.route.Paging;
import io.agencyos.adapters.in.http.route.Param;
import io.agencyos.adapters.in.http.route.Reply;
import io.agencyos.adapters.in.http.route.Route;
import io.agencyos.adapters.in.http.route.RouteGroup;
import io.agencyos.adapters.in.http.route.Sorting;
import io.agencyos.application.platform.webhook.FollowWebhooks;
import io.agencyos.application.platform.webhook.WebhookDeliveries;
import io.agencyos.domain.platform.EventName;
import io.agencyos.domain.platform.webhook.WebhookDelivery;
import io.agencyos.domain.shared.id.WebhookDeliveryId;
import io.agencyos.domain.shared.id.WebhookEndpointId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What was sent to an endpoint, once more, or to try it. Source: api 9.18. */
public final class WebhookDeliveryRoutes implements RouteGroup {

    private static final String ALL = WebhookRoutes.ONE + "/deliveries";
    private static final String ONE = ALL + "/{did}";

    private final FollowWebhooks follow;

    public WebhookDeliveryRoutes(FollowWebhooks follow) {
        this.follow = follow;
    }

    @Override
    public List<Route<?, ?>> routes() {
        return List.of(
                WebhookRoutes.admin(Route.post(
                                WebhookRoutes.ONE + "/test", "Sends webhook.test now and tells what came back"))
                        .answers(WebhookViews.DeliveryWithAttempts.class, WebhookViews.FOLLOWED)
                        .handledBy(this::test),
                WebhookRoutes.admin(Route.get(ALL, "What was sent to an endpoint, newest first"))
                        .params(
                                Param.words("status", WebhookDelivery.Status.class),
                                Param.words("event_type", EventName.class),
                                Param.instant("at_from", "From this moment on."),
                                Param.instant("at_to", "Before this moment."))
                        .lists(WebhookViews.Delivery.class, Sorting.of("-at"), WebhookViews.DELIVERY)
                        .handledBy(this::list),
                WebhookRoutes.admin(Route.get(ONE, "One delivery: what is sent, and each attempt"))
                        .answers(WebhookViews.DeliveryWithAttempts.class, WebhookViews.FOLLOWED)
                        .handledBy(this::show),
                WebhookRoutes.admin(Route.post(ONE + "/redeliver", "Sends the same event once more"))
                        .idempotent()
                        .answers(201, WebhookViews.Delivery.class, WebhookViews.DELIVERY)
                        .handledBy(this::redeliver),
                WebhookRoutes.admin(Route.post(
                                WebhookRoutes.ONE + "/redeliveries",
                                "Sends again what failed, of the last 30 days at most"))
                        .idempotent()
                        .body(WebhookViews.Since.class, new WebhookViews.Since(Instant.parse("2026-01-23T00:00:00Z")))
                        .answers(WebhookViews.Redelivered.class, new WebhookViews.Redelivered(12))
                        .handledBy(this::redeliverFailed));
    }

    private Reply<WebhookViews.DeliveryWithAttempts> test(Call<None> call) {
        return followed(follow.test(call.scope(), endpoint(call)));
    }

    private Reply<WebhookViews.DeliveryWithAttempts> show(Call<None> call) {
        return followed(follow.find(call.scope(), endpoint(call), delivery(call)));
    }

    private static Reply<WebhookViews.DeliveryWithAttempts> followed(Optional<FollowWebhooks.Followed> found) {
        return found.<Reply<WebhookViews.DeliveryWithAttempts>>map(
                        followed -> Reply.ok(WebhookViews.DeliveryWithAttempts.of(followed)))
                .orElseGet(Reply::notFound);
    }

    private Reply<Page<WebhookViews.Delivery>> list(Call<None> call) {
        WebhookDeliveries.Filter filter = new WebhookDeliveries.Filter(
                call.query().words("status", WebhookDelivery.Status.class),
                call.query().words("event_type", EventName.class),
                call.query().instant("at_from").orElse(null),
                call.query().instant("at_to").orElse(null));
        Optional<WebhookDeliveries.Place> after = call.paging()
                .after()
                .map(position -> new WebhookDeliveries.Place(
                        Instant.parse(position.keys().getFirst()), new WebhookDeliveryId(position.id())));
        return follow.list(
                        call.scope(),
                        endpoint(call),
                        filter,
                        after,
                        call.paging().limit() + 1)
                .<Reply<Page<WebhookViews.Delivery>>>map(rows -> Reply.ok(Page.of(
                        rows,
                        call.paging(),
                        WebhookViews.Delivery::of,
                        row -> new Paging.Position(
                                List.of(row.createdAt().toString()), row.id().value()))))
                .orElseGet(Reply::notFound);
    }

    private Reply<WebhookViews.Delivery> redeliver(Call<None> call) {
        return follow.redeliver(call.scope(), endpoint(call), delivery(call))
                .<Reply<WebhookViews.Delivery>>map(again -> Reply.created(
                        call.path()
                                .replaceAll(
                                        "/[^/]+/redeliver$", "/" + again.id().text()),
                        WebhookViews.Delivery.of(again)))
                .orElseGet(Reply::notFound);
    }

    private Reply<WebhookViews.Redelivered> redeliverFailed(Call<WebhookViews.Since> call) {
        return follow.redeliverFailed(call.scope(), endpoint(call), call.body().since())
                .<Reply<WebhookViews.Redelivered>>map(count -> Reply.ok(new WebhookViews.Redelivered(count)))
                .orElseGet(Reply::notFound);
    }

    private static WebhookDeliveryId delivery(Call<?> call) {
        return call.id("did", WebhookDeliveryId::new);
    }

    private static WebhookEndpointId endpoint(Call<?> call) {
        return call.id("id", WebhookEndpointId::new);
    }
}
