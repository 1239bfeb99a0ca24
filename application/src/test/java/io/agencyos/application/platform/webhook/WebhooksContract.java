package io.agencyos.application.platform.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.application.client.ClientUseCases;
import io.agencyos.application.client.Clients;
import io.agencyos.application.client.Credits;
import io.agencyos.application.client.OpenClient;
import io.agencyos.application.platform.Alerts;
import io.agencyos.application.platform.Audit;
import io.agencyos.application.platform.Events;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.application.testing.Leadbook;
import io.agencyos.application.testing.TestChance;
import io.agencyos.domain.client.Client;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.platform.AuditAction;
import io.agencyos.domain.platform.AuditEntry;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.platform.DomainEvent;
import io.agencyos.domain.platform.EventName;
import io.agencyos.domain.platform.webhook.WebhookBody;
import io.agencyos.domain.platform.webhook.WebhookDelivery;
import io.agencyos.domain.platform.webhook.WebhookDelivery.Status;
import io.agencyos.domain.platform.webhook.WebhookEndpoint;
import io.agencyos.domain.platform.webhook.WebhookEndpoint.Header;
import io.agencyos.domain.platform.webhook.WebhookSecret;
import io.agencyos.domain.platform.webhook.WebhookUrl;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Sending events, on every set of stores, to a receiver in memory and on a clock that is moved. Source: api 11. */
public abstract class WebhooksContract {

    private static final WebhookUrl URL =
            WebhookUrl.parse("https://hooks.agency.example/in").orElseThrow();
    private static final int BATCH = 200;

    /** The stores, on one unit of work. */
    public record Stores(
            UnitOfWork units,
            Clients clients,
            Credits credits,
            Events events,
            WebhookEndpoints endpoints,
            WebhookDeliveries deliveries,
            Alerts alerts,
            Audit audit) {}

    private final AtomicReference<Instant> now = new AtomicReference<>(Leadbook.MONDAY);
    private final Receiver receiver = new Receiver();
    private final TestChance chance = new TestChance(42);

    /** The same ones at each call of a test. */
    protected abstract Stores stores();

    private WebhookUseCases webhooks() {
        return new WebhookUseCases(
                new WebhookPorts(
                        stores().endpoints(), stores().deliveries(), receiver, stores().alerts(), stores().audit()),
                stores().units(),
                now::get,
                UUID::randomUUID,
                chance,
                requests -> requests.forEach(Runnable::run));
    }

    private TenantScope admin() {
        OpenClient.Outcome outcome = new ClientUseCases(
                        stores().clients(), stores().credits(), stores().units(), now::get, UUID::randomUUID)
                .openClient()
                .open("Northlight " + UUID.randomUUID());
        if (outcome instanceof OpenClient.Outcome.Opened(Client client)) {
            return new TenantScope(client.id(), null, Role.ADMIN);
        }
        throw new AssertionError(outcome);
    }

    private static WebhookEndpoint.Wish wish(EventName... events) {
        return new WebhookEndpoint.Wish(
                "CRM bridge",
                URL,
                Set.of(events),
                List.of(new Header("Authorization", "Bearer of-the-client")),
                Duration.ofSeconds(10),
                8);
    }

    private WebhookEndpoint endpoint(TenantScope admin, EventName... events) {
        KeepWebhookEndpoints.Outcome outcome = webhooks().keepEndpoints().make(admin, wish(events), null, Origin.NONE);
        if (outcome instanceof KeepWebhookEndpoints.Outcome.Kept(WebhookEndpoint made)) {
            return made;
        }
        throw new AssertionError(outcome);
    }

    private DomainEvent happens(TenantScope scope, EventName name, UUID about) {
        DomainEvent event =
                new DomainEvent(UUID.randomUUID(), scope.clientId(), name, about, now.get(), Map.of("k", "v"));
        stores().units()
                .inTenant(
                        TenantScope.worker(scope.clientId()),
                        () -> stores().events().append(event));
        return event;
    }

    private void live(Duration time, Duration step) {
        Instant end = now.get().plus(time);
        webhooks().deliver().run(BATCH);
        while (now.get().isBefore(end)) {
            now.updateAndGet(at -> at.plus(step));
            webhooks().deliver().run(BATCH);
        }
    }

    private WebhookEndpoint read(WebhookEndpoint endpoint) {
        return webhooks()
                .keepEndpoints()
                .find(TenantScope.worker(endpoint.clientId()), endpoint.id())
                .orElseThrow();
    }

    private List<WebhookDelivery> deliveries(TenantScope scope, WebhookEndpoint endpoint, Status... statuses) {
        return webhooks()
                .follow()
                .list(
                        scope,
                        endpoint.id(),
                        new WebhookDeliveries.Filter(Set.of(statuses), Set.of(), null, null),
                        Optional.empty(),
                        100)
                .orElseThrow();
    }

    /** Other tests of the same database have their own clients. */
    private static List<Receiver.Request> of(TenantScope scope, List<Receiver.Request> requests) {
        return requests.stream()
                .filter(request -> request.body().contains(scope.clientId().text()))
                .toList();
    }

    private static List<String> ids(List<DomainEvent> events) {
        return events.stream().map(WebhookBody::id).toList();
    }

    @Test // outreach 4.6 row 10, issue 6: a receiver that is down for a simulated day gets every event once per id
    void a_receiver_that_was_down_for_a_day_gets_every_event_once_and_in_order_for_each_thing() {
        TenantScope admin = admin();
        WebhookEndpoint endpoint = endpoint(admin);
        receiver.answers(request -> WebhookPost.Answer.failed("down"));
        UUID lead = UUID.randomUUID();
        UUID meeting = UUID.randomUUID();
        List<DomainEvent> ofLead = new ArrayList<>();
        List<DomainEvent> ofMeeting = new ArrayList<>();
        for (int hour = 0; hour < 24; hour++) {
            if (hour % 8 == 0) {
                ofLead.add(happens(admin, EventName.LEAD_SCORED, lead));
                ofMeeting.add(happens(admin, EventName.MEETING_RESCHEDULED, meeting));
            }
            live(Duration.ofHours(1), Duration.ofMinutes(10));
        }
        assertThat(of(admin, receiver.taken())).isEmpty();

        receiver.answers(request -> Receiver.status(204));
        live(Duration.ofHours(30), Duration.ofMinutes(10));

        List<String> taken =
                of(admin, receiver.taken()).stream().map(Receiver.Request::id).toList();
        assertThat(taken).as("what was not given up").doesNotHaveDuplicates().hasSizeBetween(2, 5);
        assertThat(taken).containsSubsequence(ids(ofLead).subList(1, 3));
        assertThat(taken).containsSubsequence(ids(ofMeeting).subList(1, 3));

        webhooks().follow().redeliverFailed(admin, endpoint.id(), Leadbook.MONDAY);
        live(Duration.ofMinutes(10), Duration.ofMinutes(10));

        ofLead.addAll(ofMeeting);
        assertThat(of(admin, receiver.taken()).stream().map(Receiver.Request::id))
                .as("after eight attempts, about seventeen hours, by hand")
                .containsExactlyInAnyOrderElementsOf(ids(ofLead));
    }

    @Test // api 11.1, 11.2: a delivery per subscribed endpoint, signed over the bytes that are sent
    void an_event_goes_to_whoever_wants_it_signed_and_with_the_clients_own_headers() {
        TenantScope admin = admin();
        happens(admin, EventName.MEETING_BOOKED, UUID.randomUUID());
        now.updateAndGet(at -> at.plusSeconds(1));
        WebhookEndpoint endpoint = endpoint(admin, EventName.MEETING_BOOKED);
        DomainEvent wanted = happens(admin, EventName.MEETING_BOOKED, UUID.randomUUID());
        happens(admin, EventName.LEAD_SCORED, UUID.randomUUID());
        happens(admin, EventName.LEAD_TIER_CHANGED, UUID.randomUUID());

        live(Duration.ofSeconds(1), Duration.ofSeconds(1));

        assertThat(of(admin, receiver.requests())).singleElement().satisfies(request -> {
            long timestamp = Long.parseLong(request.headers().get("webhook-timestamp"));
            assertThat(request.body()).isEqualTo(WebhookBody.of(wanted));
            assertThat(request.id()).isEqualTo("evt_" + wanted.id());
            assertThat(request.headers())
                    .containsEntry("Authorization", "Bearer of-the-client")
                    .containsEntry("User-Agent", "Agency-OS-Webhooks/1")
                    .containsEntry(
                            "webhook-signature", endpoint.secret().sign(request.id(), timestamp, request.body()));
        });
        assertThat(deliveries(admin, endpoint)).singleElement().satisfies(delivery -> {
            assertThat(delivery.status()).isEqualTo(Status.SUCCEEDED);
            assertThat(webhooks()
                            .follow()
                            .find(admin, endpoint.id(), delivery.id())
                            .orElseThrow()
                            .attempts())
                    .singleElement()
                    .matches(attempt -> attempt.number() == 1 && attempt.succeeded());
        });
        assertThat(read(endpoint).standing().lastSuccessAt()).isNotNull();
    }

    @Test // api 11.2, 9.18: the old secret signs in parallel for 24 h
    void both_secrets_sign_for_a_day_after_a_rotation() {
        TenantScope admin = admin();
        WebhookEndpoint before = endpoint(admin);
        webhooks().keepEndpoints().rotate(admin, before.id(), Origin.NONE);
        WebhookSecret fresh = read(before).secret();

        happens(admin, EventName.DEAL_WON, UUID.randomUUID());
        live(Duration.ofSeconds(1), Duration.ofSeconds(1));
        now.updateAndGet(at -> at.plus(Duration.ofHours(24)));
        happens(admin, EventName.DEAL_WON, UUID.randomUUID());
        live(Duration.ofSeconds(1), Duration.ofSeconds(1));

        Receiver.Request first = of(admin, receiver.requests()).getFirst();
        Receiver.Request last = of(admin, receiver.requests()).getLast();
        assertThat(first.headers().get("webhook-signature"))
                .isEqualTo(signature(fresh, first) + " " + signature(before.secret(), first));
        assertThat(last.headers().get("webhook-signature")).isEqualTo(signature(fresh, last));
    }

    private static String signature(WebhookSecret secret, Receiver.Request request) {
        return secret.sign(request.id(), Long.parseLong(request.headers().get("webhook-timestamp")), request.body());
    }

    @Test // api 11.3
    void what_fails_is_tried_eight_times_in_all_and_may_be_sent_again_by_hand() {
        TenantScope admin = admin();
        WebhookEndpoint endpoint = endpoint(admin);
        receiver.answers(request -> Receiver.status(500));
        DomainEvent event = happens(admin, EventName.DEAL_LOST, UUID.randomUUID());

        live(Duration.ofHours(24), Duration.ofMinutes(10));

        assertThat(of(admin, receiver.requests())).hasSize(8);
        WebhookDelivery failed = deliveries(admin, endpoint, Status.FAILED).getFirst();
        assertThat(failed.attempts()).isEqualTo(8);
        receiver.answers(request -> Receiver.status(200));
        assertThat(webhooks().follow().redeliverFailed(admin, endpoint.id(), Leadbook.MONDAY))
                .contains(1);
        assertThat(webhooks().follow().redeliver(admin, endpoint.id(), failed.id()))
                .isPresent();
        live(Duration.ofSeconds(2), Duration.ofSeconds(1));
        assertThat(of(admin, receiver.taken()))
                .hasSize(2)
                .allMatch(request -> request.id().equals("evt_" + event.id()));
        assertThat(webhooks().follow().redeliverFailed(admin, endpoint.id(), Leadbook.MONDAY))
                .as("its last delivery succeeded")
                .contains(0);
    }

    @Test // api 11.3: 410 → endpoint disabled at once; pending deliveries wait 7 days, then cancelled
    void an_endpoint_that_is_gone_is_switched_off_at_once_and_what_waits_is_given_up_after_a_week() {
        TenantScope admin = admin();
        WebhookEndpoint endpoint = endpoint(admin);
        receiver.answers(request -> Receiver.status(request.body().contains("deal.won") ? 410 : 500));
        happens(admin, EventName.DEAL_LOST, UUID.randomUUID());
        live(Duration.ofSeconds(1), Duration.ofSeconds(1));
        happens(admin, EventName.DEAL_WON, UUID.randomUUID());
        live(Duration.ofSeconds(1), Duration.ofSeconds(1));

        assertThat(read(endpoint).standing())
                .matches(standing -> !standing.active() && "gone".equals(standing.disabledReason()));
        assertThat(audited(admin)).contains(AuditAction.WEBHOOK_ENDPOINT_DISABLED);
        int sent = of(admin, receiver.requests()).size();
        live(Duration.ofDays(6), Duration.ofHours(12));
        assertThat(deliveries(admin, endpoint, Status.RETRYING)).hasSize(1);
        live(Duration.ofDays(2), Duration.ofHours(12));
        assertThat(deliveries(admin, endpoint, Status.CANCELLED)).hasSize(1);
        assertThat(of(admin, receiver.requests()))
                .as("nothing is sent meanwhile")
                .hasSize(sent);
    }

    @Test // api 11.3: 5 days without a success → disabled, first warning after 24 h
    void an_endpoint_that_fails_for_five_days_is_switched_off_and_starts_afresh_when_switched_on() {
        TenantScope admin = admin();
        WebhookEndpoint endpoint = endpoint(admin);
        receiver.answers(request -> Receiver.status(500));
        for (int day = 0; day < 4; day++) {
            happens(admin, EventName.DEAL_LOST, UUID.randomUUID());
            live(Duration.ofHours(24), Duration.ofHours(1));
        }
        assertThat(read(endpoint).standing().active()).isTrue();
        assertThat(warned(endpoint)).isTrue();
        for (int day = 0; day < 2; day++) {
            happens(admin, EventName.DEAL_LOST, UUID.randomUUID());
            live(Duration.ofHours(24), Duration.ofHours(1));
        }
        WebhookEndpoint off = read(endpoint);
        assertThat(off.standing()).matches(standing -> "failing".equals(standing.disabledReason()));

        webhooks().keepEndpoints().change(admin, off.id(), off.version(), wish -> wish, true, Origin.NONE);
        assertThat(read(endpoint).standing()).matches(standing -> standing.active() && standing.failingSince() == null);
    }

    private boolean warned(WebhookEndpoint endpoint) {
        return stores().units().onPlatform(() -> stores().alerts().open(1_000)).stream()
                .anyMatch(alert -> alert.fingerprint().contains(endpoint.id().text()));
    }

    private List<AuditAction> audited(TenantScope scope) {
        return stores().units().onPlatform(() -> stores().audit().newest(scope.clientId(), 100)).stream()
                .map(AuditEntry::action)
                .toList();
    }

    @Test // outreach 4.6 row 10: a claim is one process's until its lease ends
    void what_one_process_has_claimed_another_does_not_send() {
        TenantScope admin = admin();
        endpoint(admin);
        happens(admin, EventName.DEAL_WON, UUID.randomUUID());
        Instant at = now.get();
        stores().units().onPlatform(() -> stores().deliveries().fanOut(Set.of(EventName.DEAL_WON), at, BATCH));

        assertThat(claimed(admin, at)).hasSize(1);
        assertThat(claimed(admin, at.plusSeconds(39))).isEmpty();
        assertThat(claimed(admin, at.plusSeconds(40))).as("timeout and 30 s").hasSize(1);
    }

    private List<WebhookDelivery> claimed(TenantScope scope, Instant at) {
        return stores().units().onPlatform(() -> stores().deliveries().claim(at, BATCH)).stream()
                .filter(delivery -> delivery.clientId().equals(scope.clientId()))
                .toList();
    }

    @Test // api 9.18
    void endpoints_are_the_clients_own_named_once_and_changed_by_version() {
        TenantScope admin = admin();
        WebhookEndpoint endpoint = endpoint(admin, EventName.DEAL_WON);
        KeepWebhookEndpoints keep = webhooks().keepEndpoints();

        assertThat(read(endpoint)).isEqualTo(endpoint);
        assertThat(keep.make(admin, wish(), null, Origin.NONE)).isEqualTo(new KeepWebhookEndpoints.Outcome.NameTaken());
        assertThat(keep.find(admin(), endpoint.id())).isEmpty();
        assertThat(keep.change(admin, endpoint.id(), 9, wish -> wish, null, Origin.NONE))
                .isEqualTo(new KeepWebhookEndpoints.Outcome.Stale(1));
        assertThat(keep.change(admin, endpoint.id(), 1, wish -> wish(EventName.DEAL_LOST), false, Origin.NONE))
                .isInstanceOfSatisfying(KeepWebhookEndpoints.Outcome.Kept.class, kept -> {
                    assertThat(kept.endpoint().version()).isEqualTo(2);
                    assertThat(kept.endpoint().standing().active()).isFalse();
                });
        assertThat(keep.remove(admin, endpoint.id(), 2, Origin.NONE))
                .isInstanceOf(KeepWebhookEndpoints.Outcome.Kept.class);
        assertThat(keep.list(admin)).isEmpty();
        assertThat(keep.remove(admin, endpoint.id(), 2, Origin.NONE))
                .isEqualTo(new KeepWebhookEndpoints.Outcome.NotFound());
    }
}
