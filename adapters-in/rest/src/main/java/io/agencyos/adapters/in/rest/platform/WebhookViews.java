package io.agencyos.adapters.in.rest.platform;

import io.agencyos.adapters.in.http.route.Change;
import io.agencyos.adapters.in.http.route.Items;
import io.agencyos.adapters.in.http.route.Range;
import io.agencyos.adapters.in.http.route.Text;
import io.agencyos.application.platform.webhook.FollowWebhooks;
import io.agencyos.application.shared.Stamp;
import io.agencyos.domain.platform.DomainEvent;
import io.agencyos.domain.platform.EventName;
import io.agencyos.domain.platform.webhook.WebhookBody;
import io.agencyos.domain.platform.webhook.WebhookDelivery;
import io.agencyos.domain.platform.webhook.WebhookEndpoint;
import io.agencyos.domain.shared.SecretText;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Endpoints and deliveries as they are taken and shown. */
final class WebhookViews {

    private static final UUID ID = UUID.fromString("019baaaa-0000-7000-8000-000000000008");
    private static final Instant WHEN = Instant.parse("2026-01-23T02:15:04.120Z");
    private static final String URL = "https://hooks.agency.example/agency-os";

    static final Endpoint ENDPOINT = new Endpoint(
            ID,
            ID,
            "CRM bridge",
            URL,
            List.of("meeting.booked", "reply.received"),
            Map.of(),
            10_000,
            8,
            true,
            null,
            null,
            null,
            null,
            true,
            "ZWY=",
            WHEN,
            WHEN,
            1);
    static final EndpointWithSecret WITH_SECRET = new EndpointWithSecret(ENDPOINT, new SecretText("whsec_…"));
    static final NewEndpoint NEW =
            new NewEndpoint("CRM bridge", URL, List.of("meeting.booked", "reply.received"), null, null, null, null);
    static final EndpointChange CHANGE = new EndpointChange(
            Change.absent(),
            Change.absent(),
            Change.to(List.of("*")),
            Change.absent(),
            Change.absent(),
            Change.absent(),
            Change.absent());
    static final Delivery DELIVERY = new Delivery(
            ID, ID, "evt_" + ID, EventName.MEETING_BOOKED, WebhookDelivery.Status.SUCCEEDED, false, 1, null, WHEN);
    static final DeliveryWithAttempts FOLLOWED = new DeliveryWithAttempts(
            DELIVERY,
            WebhookBody.of(example(EventName.MEETING_BOOKED)),
            List.of(new AttemptView(1, WHEN, 204, 83, null, "")));

    private WebhookViews() {}

    /** An event as one would be sent. */
    static DomainEvent example(EventName event) {
        return new DomainEvent(ID, new ClientId(ID), event, ID, WHEN, Map.of());
    }

    /**
     * A place that events shall be sent to.
     *
     * @param name what colleagues call the endpoint
     * @param events names of {@code C/webhook-event-types}, or {@code *} for every event, future ones too
     * @param secret what deliveries shall be signed with; null has one made
     */
    public record NewEndpoint(
            @Text(max = 100) String name,
            @Text(max = 2_000) String url,
            @Items(min = 1, max = 50) List<String> events,
            @Nullable Map<String, String> headers,

            @Nullable @Range(min = 1_000, max = 30_000) Integer timeoutMs,

            @Nullable @Range(min = 1, max = 12) Integer maxAttempts,

            @Nullable SecretText secret) {}

    /**
     * What may be changed.
     *
     * @param name what colleagues call the endpoint
     */
    public record EndpointChange(
            Change<String> name,
            Change<String> url,
            Change<List<String>> events,
            Change<Map<String, String>> headers,
            Change<Integer> timeoutMs,
            Change<Integer> maxAttempts,
            Change<Boolean> isActive) {}

    /**
     * A place that events are sent to.
     *
     * @param name what colleagues call the endpoint
     * @param headers headers that are sent along with each delivery; names only are told, each with asterisks for its value
     * @param updatedAt when it was last changed, or last told how its deliveries fare
     */
    public record Endpoint(
            UUID id,
            UUID clientId,
            String name,
            String url,
            List<String> events,
            Map<String, String> headers,
            int timeoutMs,
            int maxAttempts,
            boolean isActive,
            @Nullable String disabledReason,
            @Nullable Instant lastSuccessAt,
            @Nullable Instant lastFailureAt,
            @Nullable Instant failingSince,
            boolean hasSecret,
            String last4,
            Instant createdAt,
            Instant updatedAt,
            int version) {

        static Endpoint of(WebhookEndpoint endpoint, Stamp stamp) {
            WebhookEndpoint.Wish wish = endpoint.wish();
            WebhookEndpoint.Standing standing = endpoint.standing();
            return new Endpoint(
                    endpoint.id().value(),
                    endpoint.clientId().value(),
                    wish.name(),
                    wish.url().uri().toString(),
                    wish.events().isEmpty()
                            ? List.of("*")
                            : wish.events().stream()
                                    .map(EventName::wire)
                                    .sorted()
                                    .toList(),
                    wish.headers().stream()
                            .collect(Collectors.toMap(
                                    WebhookEndpoint.Header::name, header -> "***", (one, other) -> one)),
                    (int) wish.timeout().toMillis(),
                    wish.maxAttempts(),
                    standing.active(),
                    standing.disabledReason(),
                    standing.lastSuccessAt(),
                    standing.lastFailureAt(),
                    standing.failingSince(),
                    true,
                    endpoint.secret().last4(),
                    endpoint.createdAt(),
                    stamp.updatedAt(),
                    endpoint.version());
        }
    }

    /**
     * The same with what signs, which is shown this once.
     *
     * @param endpoint the endpoint as it is listed from now on
     * @param secret what deliveries are signed with; shown this once
     */
    public record EndpointWithSecret(Endpoint endpoint, SecretText secret) {

        static EndpointWithSecret of(WebhookEndpoint endpoint, Stamp stamp) {
            return new EndpointWithSecret(
                    Endpoint.of(endpoint, stamp), endpoint.secret().text());
        }
    }

    /**
     * An event on its way.
     *
     * @param status whether it is still to be sent, arrived, was given up, or was called off
     * @param redelivery whether somebody asked for it to be sent again
     * @param attempts requests that were made so far; the most there will be is the endpoint's {@code max_attempts}
     */
    public record Delivery(
            UUID id,
            UUID endpointId,
            String eventId,
            EventName eventType,
            WebhookDelivery.Status status,
            boolean redelivery,
            int attempts,
            @Nullable Instant nextAttemptAt,
            Instant createdAt) {

        static Delivery of(WebhookDelivery delivery) {
            return new Delivery(
                    delivery.id().value(),
                    delivery.endpointId().value(),
                    WebhookBody.id(delivery.event()),
                    delivery.event().name(),
                    delivery.status(),
                    delivery.redelivery(),
                    delivery.attempts(),
                    delivery.nextAttemptAt(),
                    delivery.createdAt());
        }
    }

    /**
     * One request.
     *
     * @param number the how manieth try it was
     * @param at when the request was made
     * @param status the HTTP status that your server answered; null where it did not
     * @param response the beginning of what your server answered; null where it did not
     */
    public record AttemptView(
            int number,
            Instant at,
            @Nullable Integer status,
            long durationMs,
            @Nullable String error,
            @Nullable String response) {}

    /**
     * A delivery with what is sent and everything that was tried.
     *
     * @param delivery the delivery itself
     * @param requestBody what is sent, word for word; the signature is over these bytes
     * @param tried every try, in order
     */
    public record DeliveryWithAttempts(Delivery delivery, String requestBody, List<AttemptView> tried) {

        static DeliveryWithAttempts of(FollowWebhooks.Followed followed) {
            return new DeliveryWithAttempts(
                    Delivery.of(followed.delivery()),
                    WebhookBody.of(followed.delivery().event()),
                    followed.attempts().stream()
                            .map(attempt -> new AttemptView(
                                    attempt.number(),
                                    attempt.at(),
                                    attempt.status(),
                                    attempt.duration().toMillis(),
                                    attempt.error(),
                                    attempt.response()))
                            .toList());
        }
    }

    /**
     * Since when what failed is sent again.
     *
     * @param since deliveries that failed from then on are sent again
     */
    public record Since(Instant since) {}

    /**
     * How many are sent again.
     *
     * @param deliveries how many deliveries are sent again
     */
    public record Redelivered(int deliveries) {}

    /**
     * An event that can be sent.
     *
     * @param type the event, by the name that an endpoint asks for
     * @param example a whole event of this type, as it would be sent
     */
    public record EventType(EventName type, String example) {}

    /**
     * All of them.
     *
     * @param items every event that can be sent, with an example
     */
    public record EventTypes(List<EventType> items) {}
}
