package io.agencyos.application.client.staff;

import io.agencyos.application.client.Clients;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.client.Client;
import io.agencyos.domain.client.Suspension;
import io.agencyos.domain.client.billing.Subscription;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.platform.AuditAction;
import io.agencyos.domain.platform.AuditEntry.Change;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.shared.SearchText;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.UserId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Who is suspended is barred first, so that nobody of the client can lift the stop that follows; given again, the order
 * completes what was begun. A restored client whose stop was not lifted any more is merely paused.
 */
public final class KeepClientsService implements KeepClients {

    private static final int LONGEST_REASON = 500;
    private static final String SUSPENDED = "suspended_reason";

    private final ClientBook book;
    private final Clients clients;
    private final HaltOutreach outreach;
    private final StaffTrail trail;
    private final UnitOfWork units;
    private final ClockPort clock;

    public KeepClientsService(
            ClientBook book,
            Clients clients,
            HaltOutreach outreach,
            StaffTrail trail,
            UnitOfWork units,
            ClockPort clock) {
        this.book = book;
        this.clients = clients;
        this.outreach = outreach;
        this.trail = trail;
        this.units = units;
        this.clock = clock;
    }

    @Override
    public List<ClientStanding> list(Filter filter) {
        String q = filter.q() == null ? null : SearchText.folded(filter.q());
        return units.readingPlatform(() -> book.live(null, clock.now())).stream()
                .filter(row -> any(filter.clients(), row.client().id()))
                .filter(row -> any(filter.plans(), row.subscription(), Subscription::plan))
                .filter(row -> any(filter.statuses(), row.subscription(), Subscription::status))
                .filter(row -> any(filter.health(), row.health().level()))
                .filter(row -> q == null || names(row.client()).contains(q))
                .toList();
    }

    private static String names(Client client) {
        return SearchText.folded(client.name() + "\n" + client.slug());
    }

    private static <T> boolean any(Set<T> wanted, T value) {
        return wanted.isEmpty() || wanted.contains(value);
    }

    private static <T> boolean any(Set<T> wanted, @Nullable Subscription booked, Function<Subscription, T> of) {
        return wanted.isEmpty() || booked != null && wanted.contains(of.apply(booked));
    }

    @Override
    public Optional<ClientStanding> find(ClientId client) {
        return units.readingPlatform(() -> book.live(client, clock.now())).stream()
                .findFirst();
    }

    @Override
    public Outcome suspend(UserId staff, ClientId id, String reason, Origin origin) {
        String why = reason.strip();
        if (why.isEmpty() || why.length() > LONGEST_REASON) {
            return new Outcome.InvalidReason();
        }
        Optional<Client> barred = units.onPlatform(() -> live(id).map(client -> barred(client, staff, why, origin)));
        if (barred.isEmpty()) {
            return new Outcome.NotFound();
        }
        outreach.stop(scope(id, staff), why, origin);
        return kept(id);
    }

    private Client barred(Client client, UserId staff, String why, Origin origin) {
        if (client.suspension() != null) {
            return client;
        }
        Suspension suspension = new Suspension(clock.now(), why, staff, !client.paused());
        clients.twin(client.id()).ifPresent(twin -> clients.update(twin.suspendedBy(suspension)));
        trail.write(
                staff,
                AuditAction.UPDATE,
                client.id(),
                "client",
                client.id().value(),
                Map.of(SUSPENDED, new Change(null, why)),
                origin);
        return clients.update(client.suspendedBy(suspension));
    }

    @Override
    public Outcome restore(UserId staff, ClientId id, Origin origin) {
        Optional<Boolean> goesOn = units.onPlatform(() -> live(id).map(client -> lifted(client, staff, origin)));
        if (goesOn.isEmpty()) {
            return new Outcome.NotFound();
        }
        if (goesOn.get()) {
            outreach.goOn(scope(id, staff), origin);
        }
        return kept(id);
    }

    /** Whether outreach ran before. */
    private boolean lifted(Client client, UserId staff, Origin origin) {
        Suspension suspension = client.suspension();
        if (suspension == null) {
            return false;
        }
        clients.twin(client.id()).ifPresent(twin -> clients.update(twin.suspendedBy(null)));
        clients.update(client.suspendedBy(null));
        trail.write(
                staff,
                AuditAction.RESTORE,
                client.id(),
                "client",
                client.id().value(),
                Map.of(SUSPENDED, new Change(suspension.reason(), null)),
                origin);
        return suspension.stoppedOutreach();
    }

    private Optional<Client> live(ClientId id) {
        return clients.findForUpdate(id).filter(client -> client.twinOf() == null);
    }

    private Outcome kept(ClientId id) {
        return find(id).<Outcome>map(Outcome.Kept::new).orElseGet(Outcome.NotFound::new);
    }

    private static TenantScope scope(ClientId client, UserId staff) {
        return new TenantScope(client, staff, Role.WORKER);
    }
}
