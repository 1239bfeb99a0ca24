package io.agencyos.application.resource.lending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agencyos.application.resource.lending.ResourceDesk.Addition;
import io.agencyos.application.shared.ConcurrentUpdate;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.testing.Campaignbook;
import io.agencyos.domain.client.billing.Plan;
import io.agencyos.domain.client.billing.SubscriptionStatus;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.platform.DomainEvent;
import io.agencyos.domain.platform.EventName;
import io.agencyos.domain.resource.LentResource;
import io.agencyos.domain.resource.Mailbox;
import io.agencyos.domain.resource.ResourceBuffer;
import io.agencyos.domain.resource.ResourceKind;
import io.agencyos.domain.resource.ResourceStatus;
import io.agencyos.domain.resource.SendingNumber;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.ResourceId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the platform lends, to whom, and how it comes back, on every kind of store. */
public abstract class LendingStoriesContract extends LendingSteps {

    @Test // RES-3: on confirmed payment, idempotent: only the difference to the plan is added
    void a_client_that_pays_gets_what_its_plan_has_once() {
        for (int i = 0; i < 4; i++) {
            warmDomain();
        }
        number();
        number();
        ClientId client = client(SubscriptionStatus.TRIALING);
        assertThat(use().lendByPlan().settle(client)).as("a trial has nothing").isEqualTo(nothing());
        assertThat(use().lendByPlan().due()).doesNotContain(client);
        book(client, Plan.IGNITION, SubscriptionStatus.ACTIVE);
        assertThat(use().lendByPlan().due()).contains(client);

        assertThat(use().lendByPlan().settle(client)).isEqualTo(new LendByPlan.Round(4, 0, Map.of()));
        assertThat(use().lendByPlan().settle(client)).isEqualTo(nothing());

        assertThat(use().lendByPlan().due()).doesNotContain(client);
        assertThat(lent(client, ResourceKind.EMAIL_DOMAIN)).hasSize(3);
        assertThat(lent(client, ResourceKind.MAILBOX)).hasSize(6);
        assertThat(lent(client, ResourceKind.PHONE_NUMBER)).hasSize(1);
        assertThat(read(client, () -> on().mailboxes().ofClient(client)))
                .as("what is sent from")
                .hasSize(6)
                .allMatch(Mailbox::authenticated);
        List<SendingNumber> phones = read(client, () -> on().numbers().ofClient(client));
        assertThat(phones).singleElement().satisfies(phone -> {
            assertThat(phone.calls(now)).isEqualTo(20);
            assertThat(phone.texts()).isEqualTo(100);
        });
        book(client, Plan.VELOCITY, SubscriptionStatus.ACTIVE);
        assertThat(use().lendByPlan().settle(client))
                .as("one domain and one number are left")
                .isEqualTo(new LendByPlan.Round(2, 0, Map.of(ResourceKind.EMAIL_DOMAIN, 1)));
    }

    private static LendByPlan.Round nothing() {
        return new LendByPlan.Round(0, 0, Map.of());
    }

    @Test // RES-3: partial assignment, RESOURCE_SHORTFALL, alert, completion when stock arrives
    void what_is_short_is_told_and_comes_when_stock_arrives() {
        LentResource only = warmDomain();
        ClientId client = client(SubscriptionStatus.ACTIVE);

        assertThat(use().lendByPlan().settle(client).shortfall())
                .isEqualTo(Map.of(ResourceKind.EMAIL_DOMAIN, 2, ResourceKind.PHONE_NUMBER, 1));

        assertThat(lent(client, ResourceKind.EMAIL_DOMAIN)).containsExactly(only.value());
        String source = "resource_shortfall:" + client.text();
        assertThat(alerts(source)).containsExactly("email_domain 2", "phone_number 1");
        warmDomain();
        warmDomain();
        number();
        assertThat(use().lendByPlan().settle(client)).isEqualTo(new LendByPlan.Round(3, 0, Map.of()));
        assertThat(alerts(source)).isEmpty();
    }

    @Test // RES-2, RES-4: A warmed 80, B warmed 90 (2026-01), C warming, D unwarmed 95, E warmed 90 (2025-11) → E, B,
    // A, D
    void the_best_goes_first() {
        Instant today = now;
        now = Instant.parse("2025-11-15T00:00:00Z");
        LentResource e = warm(90);
        now = Instant.parse("2026-01-15T00:00:00Z");
        LentResource b = warm(90);
        now = today;
        LentResource a = warm(80);
        LentResource c = domain(now.minus(DAY), 99);
        LentResource d = domain(null, 95);
        ClientId first = client(SubscriptionStatus.ACTIVE);

        List<LentResource> taken = read(first, () -> on().resources().take(first, ResourceKind.EMAIL_DOMAIN, 10, now));

        assertThat(taken).extracting(LentResource::id).containsExactly(e.id(), b.id(), a.id(), d.id());
        assertThat(stored(c).status()).isEqualTo(ResourceStatus.WARMING);
        assertThat(stored(d).warmingSince()).as("starts warm-up that day").isEqualTo(now);
        assertThat(stored(e).status()).isEqualTo(ResourceStatus.ASSIGNED);
    }

    private LentResource warm(int reputation) {
        return domain(now.minus(DAY.multipliedBy(30)), reputation);
    }

    @Test // RES-7: 30 days' hold, then available; a returning client gets its own back during the hold
    void what_a_client_leaves_rests_and_is_its_own_when_it_comes_back() {
        LentResource mine = warmDomain();
        ClientId client = client(SubscriptionStatus.ACTIVE);
        use().lendByPlan().settle(client);
        book(client, Plan.IGNITION, SubscriptionStatus.CANCELLED);
        assertThat(use().lendByPlan().due()).contains(client);

        assertThat(use().lendByPlan().settle(client)).isEqualTo(new LendByPlan.Round(0, 1, Map.of()));

        assertThat(stored(mine).status()).isEqualTo(ResourceStatus.HELD);
        assertThat(stored(mine).holdUntil()).isEqualTo(now.plus(DAY.multipliedBy(30)));
        assertThat(read(client, () -> on().mailboxes().ofClient(client))).isEmpty();
        ClientId other = client(SubscriptionStatus.ACTIVE);
        assertThat(use().lendByPlan().settle(other).lent()).as("no new client").isZero();
        LentResource better = domain(now.minus(DAY.multipliedBy(40)), 100);
        now = now.plus(DAY.multipliedBy(29));
        ClientId again = client;
        on().units()
                .inTenant(
                        TenantScope.worker(again),
                        () -> assertThat(on().resources().take(again, ResourceKind.EMAIL_DOMAIN, 1, now))
                                .extracting(LentResource::id)
                                .containsExactly(mine.id()));
        assertThat(stored(better).status()).isEqualTo(ResourceStatus.AVAILABLE);
    }

    @Test // RES-7: after 30 days available for everybody
    void a_rest_ends_by_itself() {
        LentResource one = warmDomain();
        ClientId client = client(SubscriptionStatus.ACTIVE);
        use().lendByPlan().settle(client);
        book(client, Plan.IGNITION, SubscriptionStatus.CANCELLED);
        use().lendByPlan().settle(client);
        now = now.plus(DAY.multipliedBy(30)).minusSeconds(1);
        assertThat(use().keepStock().keep().rested()).isZero();
        now = now.plusSeconds(1);
        assertThat(use().keepStock().keep().rested()).isEqualTo(1);
        assertThat(stored(one).status()).isEqualTo(ResourceStatus.AVAILABLE);
        ClientId other = client(SubscriptionStatus.ACTIVE);
        assertThat(use().lendByPlan().settle(other).lent()).isEqualTo(1);
    }

    @Test // PLAN-6: surplus resources released, the least used first; what staff gave beyond the plan stays
    void a_smaller_plan_gives_back_the_least_used_and_nothing_of_the_clients_own() {
        for (int i = 0; i < 5; i++) {
            warmDomain();
        }
        LentResource gift = warmDomain();
        ClientId client = client(SubscriptionStatus.ACTIVE);
        use().desk().assign(staff, gift.id(), client, Origin.NONE);
        book(client, Plan.VELOCITY, SubscriptionStatus.ACTIVE);
        use().lendByPlan().settle(client);
        List<Mailbox> boxes = read(client, () -> on().mailboxes().ofClient(client));
        Mailbox used = boxes.stream()
                .filter(box -> !box.domainId().equals(gift.id()))
                .findFirst()
                .orElseThrow();
        on().units()
                .inTenant(TenantScope.worker(client), () -> on().mailboxes().markUsed(client, List.of(used.id()), now));
        book(client, Plan.IGNITION, SubscriptionStatus.ACTIVE);

        assertThat(use().lendByPlan().settle(client).returned()).isEqualTo(2);

        assertThat(lent(client, ResourceKind.EMAIL_DOMAIN))
                .hasSize(3)
                .contains(gift.value(), used.domain().value());
    }

    @Test // RES-3: what a client brings itself counts, and is never taken
    void a_client_with_domains_of_its_own_is_lent_only_the_rest() {
        warmDomain();
        warmDomain();
        ClientId client = client(SubscriptionStatus.ACTIVE);
        on().units().inTenant(TenantScope.worker(client), () -> {
            on().mailboxes().assign(own(client));
            on().mailboxes().assign(own(client));
        });

        assertThat(use().lendByPlan().settle(client).lent()).isEqualTo(1);

        book(client, Plan.IGNITION, SubscriptionStatus.CANCELLED);
        use().lendByPlan().settle(client);
        assertThat(read(client, () -> on().mailboxes().ofClient(client))).hasSize(2);
        assertThat(use().listResources().of(new TenantScope(client, null, Role.VIEWER)))
                .hasSize(4)
                .noneMatch(standing -> standing.holding().lent())
                .allMatch(standing -> standing.usedToday() == 0);
    }

    private Mailbox own(ClientId client) {
        return Campaignbook.mailbox(
                client, "sam@own" + UUID.randomUUID().toString().replace("-", "") + ".example", now, null);
    }

    @Test // RES-6: 40 % of what is lent, below it a warning, below 20 % critical, with what to buy
    void the_buffer_is_told_while_it_is_low() {
        for (int i = 0; i < 3; i++) {
            warmDomain();
        }
        assertThat(use().keepStock().keep().buffers())
                .containsEntry(ResourceKind.EMAIL_DOMAIN, new ResourceBuffer(0, 3));
        ClientId client = client(SubscriptionStatus.ACTIVE);
        use().lendByPlan().settle(client);
        domain(now.minus(DAY), 90);

        assertThat(use().keepStock().keep().buffers())
                .as("a warming one is not ready")
                .containsEntry(ResourceKind.EMAIL_DOMAIN, new ResourceBuffer(3, 0));

        assertThat(alerts("resource_buffer_low")).containsExactly("email_domain 2");
        now = now.plus(DAY.multipliedBy(21));
        assertThat(use().keepStock().keep()).satisfies(round -> {
            assertThat(round.warm()).as("22 full days").isEqualTo(1);
            assertThat(round.buffers()).containsEntry(ResourceKind.EMAIL_DOMAIN, new ResourceBuffer(3, 1));
        });
        warmDomain();
        use().keepStock().keep();
        assertThat(alerts("resource_buffer_low")).isEmpty();
    }

    @Test // scoring 5: resource.assigned, resource.health_changed, resource.warmup_completed, buffer.low
    void what_happens_to_a_resource_is_told_by_name() {
        LentResource domain = domain(now.minus(DAY), 90);
        use().keepStock().keep();
        assertThat(told(domain)).isEmpty();

        now = now.plus(DAY.multipliedBy(21));
        use().keepStock().keep();
        assertThat(told(domain)).containsExactly(EventName.RESOURCE_WARMUP_COMPLETED);
        ClientId client = client(SubscriptionStatus.ACTIVE);
        use().lendByPlan().settle(client);
        assertThat(told(domain)).containsExactly(EventName.RESOURCE_WARMUP_COMPLETED, EventName.RESOURCE_ASSIGNED);
        assertThat(told)
                .filteredOn(event -> event.name() == EventName.RESOURCE_ASSIGNED
                        && event.aggregateId().equals(domain.id().value()))
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.clientId()).isEqualTo(client);
                    assertThat(event.payload())
                            .containsEntry("kind", "email_domain")
                            .containsEntry("value", domain.value());
                });

        use().keepStock().keep();
        assertThat(told).extracting(DomainEvent::name).contains(EventName.BUFFER_LOW);
        book(client, Plan.IGNITION, SubscriptionStatus.CANCELLED);
        use().lendByPlan().settle(client);
        assertThat(told(domain))
                .containsExactly(
                        EventName.RESOURCE_WARMUP_COMPLETED,
                        EventName.RESOURCE_ASSIGNED,
                        EventName.RESOURCE_HEALTH_CHANGED);
    }

    private List<EventName> told(LentResource about) {
        return told.stream()
                .filter(event -> event.aggregateId().equals(about.id().value()))
                .map(DomainEvent::name)
                .toList();
    }

    @Test // api 9.17
    void staff_lend_take_back_and_retire_single_resources() {
        LentResource one = warmDomain();
        ClientId client = client(SubscriptionStatus.TRIALING);
        ResourceDesk desk = use().desk();

        assertThat(desk.assign(staff, one.id(), client, Origin.NONE))
                .isInstanceOfSatisfying(
                        ResourceDesk.Outcome.Done.class,
                        done -> assertThat(done.shown().clients()).containsExactly(client));
        assertThat(desk.assign(staff, one.id(), client, Origin.NONE))
                .as("a repeated order changes nothing")
                .isInstanceOf(ResourceDesk.Outcome.Done.class);
        assertThat(desk.assign(staff, one.id(), client(SubscriptionStatus.TRIALING), Origin.NONE))
                .isEqualTo(new ResourceDesk.Outcome.NotFrom(ResourceStatus.ASSIGNED, ResourceStatus.ASSIGNED));
        assertThat(desk.list(new LentResources.Filter(Set.of(), Set.of(), Set.of(), client), null, 10))
                .hasSize(3);
        desk.release(staff, one.id(), false, Origin.NONE);
        assertThat(stored(one).status()).isEqualTo(ResourceStatus.HELD);
        assertThat(desk.assign(staff, one.id(), client(SubscriptionStatus.TRIALING), Origin.NONE))
                .as("no new client during the hold")
                .isEqualTo(new ResourceDesk.Outcome.NotFrom(ResourceStatus.HELD, ResourceStatus.ASSIGNED));
        assertThat(desk.assign(staff, one.id(), client, Origin.NONE))
                .as("RES-7: a returning client gets its own back")
                .isInstanceOf(ResourceDesk.Outcome.Done.class);
        assertThat(stored(one).holdUntil()).isNull();
        desk.release(staff, one.id(), false, Origin.NONE);
        desk.release(staff, one.id(), true, Origin.NONE);
        assertThat(stored(one).status()).as("immediate skips the hold").isEqualTo(ResourceStatus.AVAILABLE);
        assertThat(desk.release(staff, one.id(), false, Origin.NONE))
                .isEqualTo(new ResourceDesk.Outcome.NotFrom(ResourceStatus.AVAILABLE, ResourceStatus.HELD));
        desk.assign(staff, one.id(), client, Origin.NONE);
        desk.retire(staff, one.id(), Origin.NONE);
        assertThat(stored(one).status()).isEqualTo(ResourceStatus.RETIRED);
        assertThat(read(client, () -> on().resources().of(client))).isEmpty();
        assertThat(desk.retire(staff, one.id(), Origin.NONE)).isInstanceOf(ResourceDesk.Outcome.NotFrom.class);
        assertThat(desk.assign(staff, new ResourceId(UUID.randomUUID()), client, Origin.NONE))
                .isInstanceOf(ResourceDesk.Outcome.NotFound.class);
    }

    @Test // api 9.17
    void the_stock_takes_only_what_can_be_lent_and_each_once() {
        LentResource domain = warmDomain();
        ResourceDesk desk = use().desk();
        assertThat(desk.add(staff, addition(ResourceKind.EMAIL_DOMAIN, domain.value(), null), Origin.NONE))
                .isInstanceOf(ResourceDesk.Outcome.Known.class);
        for (Addition wrong : List.of(
                addition(ResourceKind.EMAIL_DOMAIN, "no domain", null),
                addition(ResourceKind.MAILBOX, "sam@elsewhere.example", domain.id()),
                addition(ResourceKind.MAILBOX, "kim@" + domain.value(), null),
                addition(ResourceKind.PHONE_NUMBER, "12", null))) {
            assertThat(desk.add(staff, wrong, Origin.NONE))
                    .as(wrong.value())
                    .isInstanceOf(ResourceDesk.Outcome.Invalid.class);
        }
        desk.correct(staff, domain.id(), new ResourceDesk.Correction("spare", 95, false), Origin.NONE);
        assertThat(stored(domain)).satisfies(changed -> {
            assertThat(changed.source().name()).isEqualTo("spare");
            assertThat(changed.reputation()).isEqualTo(95);
            assertThat(changed.authenticated()).isFalse();
        });
        assertThatThrownBy(() -> on().units().onPlatform(() -> on().resources().update(domain)))
                .isInstanceOf(ConcurrentUpdate.class);
    }

    private static Addition addition(ResourceKind kind, String value, @Nullable ResourceId parent) {
        return new Addition(kind, value, parent, "sandbox", null, null, null, true, 50, 1);
    }

    @Test // api 9.21: by value, page by page
    void the_stock_is_listed_by_value() {
        for (int i = 0; i < 3; i++) {
            warmDomain();
        }
        var domains = new LentResources.Filter(
                Set.of(ResourceKind.EMAIL_DOMAIN), Set.of(ResourceStatus.AVAILABLE), Set.of(), null);
        List<LentResource> whole = use().desk().list(domains, null, 50).stream()
                .map(ResourceDesk.Shown::resource)
                .toList();
        assertThat(whole).hasSize(3).extracting(LentResource::value).isSorted();
        List<LentResource> paged = new ArrayList<>();
        LentResources.After after = null;
        for (int i = 0; i < 3; i++) {
            LentResource next = use().desk().list(domains, after, 1).getFirst().resource();
            paged.add(next);
            after = new LentResources.After(next.value(), next.id());
        }
        assertThat(paged).isEqualTo(whole);
        assertThat(use().desk().list(domains, after, 1)).isEmpty();
    }
}
