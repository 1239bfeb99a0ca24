package io.agencyos.application.resource.lending;

import io.agencyos.application.client.ClientUseCases;
import io.agencyos.application.client.OpenClient;
import io.agencyos.application.resource.PhoneNumberProvisioner;
import io.agencyos.application.resource.lending.ResourceDesk.Addition;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.client.Client;
import io.agencyos.domain.client.billing.Plan;
import io.agencyos.domain.client.billing.SubscriptionStatus;
import io.agencyos.domain.platform.Alert;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.platform.DomainEvent;
import io.agencyos.domain.resource.Holding;
import io.agencyos.domain.resource.LentResource;
import io.agencyos.domain.resource.ResourceKind;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.ResourceId;
import io.agencyos.domain.shared.id.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;

/** A platform with a stock, and clients that book plans, over whatever stores it is given. */
public abstract class LendingSteps {

    static final LentResources.Filter ALL = new LentResources.Filter(Set.of(), Set.of(), Set.of(), null);
    static final Duration DAY = Duration.ofDays(1);

    private static final AtomicInteger NUMBERS = new AtomicInteger(100);

    Instant now = Instant.parse("2026-03-01T13:00:00Z");
    final UserId staff = new UserId(UUID.randomUUID());

    @Nullable
    LendingWorld made;

    @Nullable
    LendingUseCases use;

    /** Where numbers are bought; null while the clients have none. */
    @Nullable
    PhoneNumberProvisioner carrier;

    /** Every event of a resource, in its order. */
    final List<DomainEvent> told = new ArrayList<>();

    protected abstract LendingWorld world();

    @BeforeEach
    void open() {
        made = world();
        LendingPorts ports = new LendingPorts(
                on().resources(),
                on().mailboxes(),
                on().used(),
                on().clients(),
                on().alerts(),
                events -> {
                    told.addAll(events);
                    on().events().append(events);
                },
                on().audit(),
                client -> Optional.ofNullable(carrier).map(shop -> new NumberShops.Shop("sandbox", shop)));
        use = new LendingUseCases(ports, on().units(), () -> now, UUID::randomUUID);
        // a database is shared by the tests of a class: each begins with an empty stock
        use().desk().list(ALL, null, 500).stream()
                .filter(shown -> shown.resource().kind() != ResourceKind.MAILBOX)
                .forEach(shown -> use().desk().retire(staff, shown.resource().id(), Origin.NONE));
    }

    LendingWorld on() {
        return Objects.requireNonNull(made);
    }

    LendingUseCases use() {
        return Objects.requireNonNull(use);
    }

    ClientId client(SubscriptionStatus status) {
        var outcome = new ClientUseCases(on().clients(), on().credits(), on().units(), () -> now, UUID::randomUUID)
                .openClient()
                .open("Northlight " + UUID.randomUUID());
        if (!(outcome instanceof OpenClient.Outcome.Opened(Client client))) {
            throw new AssertionError(outcome);
        }
        book(client.id(), Plan.IGNITION, status);
        return client.id();
    }

    void book(ClientId client, Plan plan, SubscriptionStatus status) {
        on().units()
                .inTenant(
                        TenantScope.worker(client),
                        () -> on().clients()
                                .updateSubscription(on().clients()
                                        .subscription(client)
                                        .orElseThrow()
                                        .on(plan)
                                        .as(status)));
    }

    LentResource add(
            ResourceKind kind, String value, @Nullable ResourceId parent, @Nullable Instant since, int reputation) {
        var outcome = use().desk()
                .add(
                        staff,
                        new Addition(kind, value, parent, "sandbox", null, null, since, true, reputation, 1),
                        Origin.NONE);
        if (outcome instanceof ResourceDesk.Outcome.Done(ResourceDesk.Shown shown)) {
            return shown.resource();
        }
        throw new AssertionError(outcome);
    }

    /** A domain with its two mailboxes, warm unless it says otherwise. */
    LentResource domain(@Nullable Instant since, int reputation) {
        String name = "d" + UUID.randomUUID().toString().replace("-", "") + ".example";
        LentResource domain = add(ResourceKind.EMAIL_DOMAIN, name, null, since, reputation);
        add(ResourceKind.MAILBOX, "sam@" + name, domain.id(), since, reputation);
        add(ResourceKind.MAILBOX, "ana@" + name, domain.id(), since, reputation);
        return domain;
    }

    LentResource warmDomain() {
        return domain(now.minus(DAY.multipliedBy(40)), 80);
    }

    LentResource number() {
        return add(ResourceKind.PHONE_NUMBER, freshNumber(), null, null, 80);
    }

    /** One that no other test of this run has. */
    static String freshNumber() {
        return "+612555" + String.format("%05d", NUMBERS.getAndIncrement());
    }

    LentResource stored(LentResource one) {
        return use().desk().find(one.id()).orElseThrow().resource();
    }

    <T> T read(ClientId client, Supplier<T> work) {
        return on().units().inTenant(TenantScope.worker(client), work);
    }

    List<String> lent(ClientId client, ResourceKind kind) {
        return read(client, () -> on().resources().of(client)).stream()
                .filter(Holding::lent)
                .filter(one -> one.resource().kind() == kind)
                .map(one -> one.resource().value())
                .toList();
    }

    List<String> alerts(String source) {
        return on().units().onPlatform(() -> on().alerts().open(500)).stream()
                .filter(alert -> alert.source().startsWith(source))
                .map(Alert::detail)
                .map(detail -> detail.get("kind") + " " + detail.getOrDefault("missing", detail.get("shortfall")))
                .sorted()
                .toList();
    }
}
