package io.agencyos.adapters.out.memory.resource;

import io.agencyos.adapters.out.memory.kernel.MemoryTable;
import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.application.client.Clients;
import io.agencyos.application.resource.SendingNumbers;
import io.agencyos.application.resource.lending.LentResources;
import io.agencyos.application.shared.ConcurrentUpdate;
import io.agencyos.application.shared.UniqueViolation;
import io.agencyos.domain.client.Client;
import io.agencyos.domain.client.billing.Plan;
import io.agencyos.domain.client.billing.SubscriptionStatus;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.resource.Holding;
import io.agencyos.domain.resource.LentResource;
import io.agencyos.domain.resource.Mailbox;
import io.agencyos.domain.resource.ResourceBuffer;
import io.agencyos.domain.resource.ResourceKind;
import io.agencyos.domain.resource.ResourceStatus;
import io.agencyos.domain.resource.SendingNumber;
import io.agencyos.domain.shared.contact.PhoneNumber;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.ResourceId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The stock, and who had what of it when; the mailboxes of a lent domain appear among the client's own. */
public final class MemoryLentResources implements LentResources, SendingNumbers {

    private static final Comparator<LentResource> BY_VALUE = Comparator.comparing(LentResource::value)
            .thenComparing(one -> one.id().text());

    /** A resource at a client, from then to then. */
    private record Lease(
            ClientId client,
            ResourceId resource,
            Instant since,
            boolean extra,
            @Nullable Instant usedAt,
            @Nullable Instant releasedAt,
            @Nullable Instant restUntil) {

        List<Object> key() {
            return List.of(client, resource, since);
        }

        boolean live() {
            return releasedAt == null;
        }
    }

    private final MemoryTable<ResourceId, LentResource> stock;
    private final MemoryTable<List<Object>, Lease> leases;
    private final MemoryMailboxes mailboxes;
    private final Clients clients;

    public MemoryLentResources(MemoryUnitOfWork units, MemoryMailboxes mailboxes, Clients clients) {
        this.mailboxes = mailboxes;
        this.clients = clients;
        stock = MemoryTable.<ResourceId, LentResource>ofPlatform("resource", units, LentResource::id)
                .unique("uq_resource_value", one -> List.of(one.kind(), one.value()))
                .unique(
                        "uq_resource_order",
                        one -> one.status() == ResourceStatus.PROVISIONING
                                ? one.source().account()
                                : null);
        leases = MemoryTable.<List<Object>, Lease>ofTenants("client_resource", units, Lease::client, Lease::key)
                .writtenBy(Role.WORKER);
    }

    @Override
    public void add(LentResource resource) {
        if (resource.kind() == ResourceKind.MAILBOX && mailboxes.knows(resource.value())) {
            throw new UniqueViolation("uq_resource_value");
        }
        stock.insert(resource);
    }

    @Override
    public Optional<LentResource> find(ResourceId id) {
        return stock.find(id);
    }

    @Override
    public List<LentResource> list(Filter filter, @Nullable After after, int limit) {
        return stock.rows()
                .filter(one -> filter.kinds().isEmpty() || filter.kinds().contains(one.kind()))
                .filter(one -> filter.statuses().isEmpty() || filter.statuses().contains(one.status()))
                .filter(one -> filter.healths().isEmpty() || filter.healths().contains(one.health()))
                .filter(one -> filter.client() == null || holders(one.id()).contains(filter.client()))
                .sorted(BY_VALUE)
                .filter(one -> after == null || isAfter(one, after))
                .limit(limit)
                .toList();
    }

    private static boolean isAfter(LentResource one, After last) {
        int byValue = one.value().compareTo(last.value());
        return byValue > 0
                || byValue == 0 && one.id().text().compareTo(last.id().text()) > 0;
    }

    @Override
    public LentResource update(LentResource resource) {
        if (stock.find(resource.id())
                .filter(known -> known.version() == resource.version())
                .isEmpty()) {
            throw new ConcurrentUpdate("resource " + resource.id());
        }
        return write(resource);
    }

    private LentResource write(LentResource resource) {
        LentResource stored = resource.atVersion(resource.version() + 1);
        stock.put(stored);
        boxesOf(resource.id()).forEach(box -> stock.put(box.following(stored).atVersion(box.version() + 1)));
        return stored;
    }

    private Stream<LentResource> boxesOf(ResourceId domain) {
        return stock.rows().filter(one -> domain.equals(one.parentId()) && one.status() != ResourceStatus.RETIRED);
    }

    @Override
    public List<LentResource> withValues(ResourceKind kind, Collection<String> values) {
        return stock.rows()
                .filter(one -> one.kind() == kind && values.contains(one.value()))
                .sorted(BY_VALUE)
                .toList();
    }

    @Override
    public Optional<LentResource> orderOf(ClientId client) {
        return stock.findBy("uq_resource_order", client);
    }

    @Override
    public Optional<Instant> usedAt(ResourceId id) {
        return stock.find(id)
                .flatMap(one -> leases.rows()
                        .filter(lease -> lease.resource().equals(id))
                        .map(lease -> lease.live() ? lastUse(lease.client(), one, lease) : lease.usedAt())
                        .filter(Objects::nonNull)
                        .max(Comparator.naturalOrder()));
    }

    @Override
    public List<ClientId> holders(ResourceId id) {
        return leases.rows()
                .filter(lease -> lease.live() && lease.resource().equals(id))
                .map(Lease::client)
                .sorted(Comparator.comparing(ClientId::text))
                .toList();
    }

    @Override
    public List<LentResource> waiting(Instant now) {
        Instant week = now.minus(Duration.ofDays(7));
        return stock.rows()
                .filter(one -> one.status() == ResourceStatus.HELD
                                && one.holdUntil() != null
                                && !one.holdUntil().isAfter(now)
                        || !one.isWarm()
                                && one.warmingSince() != null
                                && !one.warmingSince().isAfter(week))
                .filter(one -> one.kind() != ResourceKind.MAILBOX)
                .toList();
    }

    @Override
    public Map<ResourceKind, ResourceBuffer> buffers() {
        Map<ResourceKind, ResourceBuffer> buffers = new EnumMap<>(ResourceKind.class);
        stock.rows().filter(one -> one.kind() != ResourceKind.MAILBOX).forEach(one -> {
            boolean ready = one.status() == ResourceStatus.AVAILABLE
                    && one.clients() == 0
                    && one.source().account() == null
                    && (one.isWarm() || one.kind() == ResourceKind.PHONE_NUMBER);
            boolean lent = one.clients() > 0 && one.status() != ResourceStatus.RETIRED;
            buffers.merge(
                    one.kind(),
                    new ResourceBuffer(lent ? 1 : 0, ready ? 1 : 0),
                    (a, b) -> new ResourceBuffer(a.allocated() + b.allocated(), a.ready() + b.ready()));
        });
        return buffers;
    }

    @Override
    public List<ClientId> unsettled() {
        return clients.allLive().stream()
                .map(Client::id)
                .filter(this::isUnsettled)
                .sorted(Comparator.comparing(ClientId::text))
                .toList();
    }

    private boolean isUnsettled(ClientId client) {
        List<Holding> had = of(client);
        return clients.subscription(client)
                .map(booked -> booked.status() == SubscriptionStatus.CANCELLED
                        ? had.stream().anyMatch(Holding::lent)
                        : booked.status() == SubscriptionStatus.ACTIVE
                                && differs(had, booked.plan().terms().resources()))
                .orElse(false);
    }

    private static boolean differs(List<Holding> had, Plan.Resources plan) {
        return differs(had, ResourceKind.EMAIL_DOMAIN, plan.emailDomains())
                || differs(had, ResourceKind.PHONE_NUMBER, plan.phoneNumbers());
    }

    private static boolean differs(List<Holding> had, ResourceKind kind, int wanted) {
        return Holding.missing(had, kind, wanted) > 0
                || !Holding.surplus(had, kind, wanted).isEmpty();
    }

    @Override
    public List<Holding> of(ClientId client) {
        List<Holding> held = new ArrayList<>(
                ClientsOwn.of(mailboxes.ofClient(client), id -> stock.find(id).isPresent()));
        live(client).forEach(lease -> {
            LentResource one = stock.find(lease.resource()).orElseThrow();
            held.add(new Holding(one, true, lease.extra(), 0, lastUse(client, one, lease)));
        });
        held.sort(Comparator.comparing((Holding one) -> one.resource().kind().wire())
                .thenComparing(one -> one.resource().value()));
        return held;
    }

    private @Nullable Instant lastUse(ClientId client, LentResource one, Lease lease) {
        return Stream.concat(
                        Stream.ofNullable(lease.usedAt()),
                        mailboxes.ofClient(client).stream()
                                .filter(box -> box.id().equals(one.id())
                                        || box.domainId().equals(one.id()))
                                .map(Mailbox::lastUsedAt)
                                .filter(Objects::nonNull))
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    private Stream<Lease> live(ClientId client) {
        return leases.rows().filter(lease -> lease.client().equals(client) && lease.live());
    }

    private boolean has(ClientId client, ResourceId id) {
        return live(client).anyMatch(lease -> lease.resource().equals(id));
    }

    @Override
    public List<LentResource> take(ClientId client, ResourceKind kind, int count, Instant now) {
        List<LentResource> own =
                resting(client, now).filter(one -> one.kind() == kind).toList();
        List<LentResource> free = LentResource.inOrder(stock.rows()
                .filter(one -> one.kind() == kind && one.mayBeOf(client) && !has(client, one.id()))
                .toList());
        return Stream.concat(own.stream(), free.stream())
                .limit(count)
                .map(one -> lend(client, one, false, now))
                .toList();
    }

    @Override
    public Optional<LentResource> takeExtra(ClientId client, ResourceId id, Instant now) {
        return stock.find(id)
                .filter(one -> one.mayBeOf(client) && one.kind() != ResourceKind.MAILBOX)
                .filter(one -> one.isFree()
                        || resting(client, now).anyMatch(own -> own.id().equals(id)))
                .map(one -> lend(client, one, true, now));
    }

    /** What this client gave back and nobody else may have yet. */
    private Stream<LentResource> resting(ClientId client, Instant now) {
        return leases.rows()
                .filter(lease -> lease.client().equals(client)
                        && lease.restUntil() != null
                        && lease.restUntil().isAfter(now))
                .flatMap(lease -> stock.find(lease.resource()).stream())
                .filter(one -> one.status() == ResourceStatus.HELD)
                .distinct();
    }

    private LentResource lend(ClientId client, LentResource one, boolean extra, Instant now) {
        LentResource lent = write(one.lent(now));
        leases.put(new Lease(client, one.id(), now, extra, null, null, null));
        boxesOf(one.id()).forEach(box -> {
            leases.put(new Lease(client, box.id(), now, extra, null, null, null));
            mailboxes.lend(ClientsOwn.mailbox(client, box, lent));
        });
        return lent;
    }

    @Override
    public List<LentResource> giveBack(
            ClientId client, Collection<ResourceId> ids, @Nullable Instant restUntil, Instant now) {
        List<LentResource> back = new ArrayList<>();
        live(client).filter(lease -> ids.contains(lease.resource())).toList().forEach(lease -> {
            LentResource one = stock.find(lease.resource()).orElseThrow();
            end(lease, restUntil, now);
            boxesOf(one.id()).toList().forEach(box -> {
                live(client)
                        .filter(other -> other.resource().equals(box.id()))
                        .toList()
                        .forEach(other -> end(other, restUntil, now));
                mailboxes.takeBack(box.id());
            });
            if (one.kind() == ResourceKind.MAILBOX) {
                mailboxes.takeBack(one.id());
            } else {
                back.add(write(one.givenBack(restUntil)));
            }
        });
        return back;
    }

    private void end(Lease lease, @Nullable Instant restUntil, Instant now) {
        Instant used = stock.find(lease.resource())
                .map(one -> lastUse(lease.client(), one, lease))
                .orElse(lease.usedAt());
        leases.put(new Lease(lease.client(), lease.resource(), lease.since(), lease.extra(), used, now, restUntil));
    }

    @Override
    public List<SendingNumber> ofClient(ClientId client) {
        return live(client)
                .flatMap(lease -> stock
                        .find(lease.resource())
                        .filter(one -> one.kind() == ResourceKind.PHONE_NUMBER)
                        .map(one -> new SendingNumber(
                                one.id(),
                                client,
                                new PhoneNumber(one.value()),
                                one.source().provider(),
                                one.warmingSince(),
                                null,
                                lease.usedAt()))
                        .stream())
                .sorted(Comparator.comparing(number -> number.number().e164()))
                .toList();
    }

    @Override
    public void markUsed(ClientId client, Collection<ResourceId> ids, Instant at) {
        live(client)
                .filter(lease -> ids.contains(lease.resource()))
                .filter(lease -> lease.usedAt() == null || lease.usedAt().isBefore(at))
                .toList()
                .forEach(lease -> leases.put(
                        new Lease(lease.client(), lease.resource(), lease.since(), lease.extra(), at, null, null)));
    }
}
