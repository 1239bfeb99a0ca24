package io.agencyos.application.resource.seat;

import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.IdSource;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UniqueViolation;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.client.Client;
import io.agencyos.domain.client.Persona;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.platform.AuditAction;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.resource.seat.Seat;
import io.agencyos.domain.resource.seat.SeatAccount;
import io.agencyos.domain.resource.seat.SeatEvent;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.PersonaId;
import io.agencyos.domain.shared.id.SeatId;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The seat is written before the service is asked, so that its call always finds one. */
final class LinkSeatService implements LinkSeat {

    private final SeatPorts ports;
    private final SeatNews news;
    private final UnitOfWork units;
    private final ClockPort clock;
    private final IdSource ids;

    LinkSeatService(SeatPorts ports, SeatNews news, UnitOfWork units, ClockPort clock, IdSource ids) {
        this.ports = ports;
        this.news = news;
        this.units = units;
        this.clock = clock;
        this.ids = ids;
    }

    /** A seat that was made or found, or why there is none. */
    private sealed interface Prepared {

        record Ready(Seat seat, boolean fresh, String slug) implements Prepared {}

        record Refused(Outcome why) implements Prepared {}
    }

    @Override
    public Outcome start(TenantScope scope, Request request, Origin origin) {
        if (!SeatNews.mayManage(scope)) {
            return new Outcome.RoleRequired(Role.ADMIN);
        }
        Optional<URI> callback = ports.callback().apply(scope.clientId());
        if (ports.linking().isEmpty() || ports.publicUrl().isEmpty() || callback.isEmpty()) {
            return new Outcome.NoService();
        }
        Prepared prepared = units.inTenant(scope.asWorker(), () -> prepare(scope, request, origin));
        return switch (prepared) {
            case Prepared.Refused(Outcome why) -> why;
            case Prepared.Ready ready -> offer(scope, request, ready, callback.get());
        };
    }

    private Prepared prepare(TenantScope scope, Request request, Origin origin) {
        Optional<Client> client = ports.clients().findForUpdate(scope.clientId());
        if (client.isEmpty() || !knows(client.get(), request.persona())) {
            return new Prepared.Refused(client.isEmpty() ? new Outcome.NotFound() : new Outcome.PersonaUnknown());
        }
        Seat known = null;
        if (request.reconnect() != null) {
            known = ports.seats().find(scope.clientId(), request.reconnect()).orElse(null);
            if (known == null) {
                return new Prepared.Refused(new Outcome.NotFound());
            }
        }
        if (known == null || !known.takesASeat()) {
            Optional<Outcome> full = full(scope);
            if (full.isPresent()) {
                return new Prepared.Refused(full.get());
            }
        }
        Instant now = clock.now();
        String slug = client.get().slug();
        if (known != null) {
            Seat again = ports.seats().update(known.offeredAgain(now));
            return new Prepared.Ready(again, false, slug);
        }
        Seat seat = Seat.asked(
                new SeatId(ids.next()),
                scope.clientId(),
                request.persona(),
                client.get().timezone(),
                now);
        ports.seats().insert(seat);
        news.audit(scope, AuditAction.CREATE, seat, origin);
        return new Prepared.Ready(seat, true, slug);
    }

    private boolean knows(Client client, @Nullable PersonaId wanted) {
        return wanted == null
                || ports.clients().personas(client.id()).stream()
                        .filter(Persona::isActive)
                        .anyMatch(persona -> persona.id().equals(wanted));
    }

    private Optional<Outcome> full(TenantScope scope) {
        int limit = ports.clients()
                .subscription(scope.clientId())
                .map(booked -> booked.plan().terms().resources().linkedInSeats())
                .orElse(0);
        int used = ports.seats().taken(scope.clientId());
        return used < limit ? Optional.empty() : Optional.of(new Outcome.LimitReached(limit, used));
    }

    private Outcome offer(TenantScope scope, Request request, Prepared.Ready ready, URI callback) {
        Seat seat = ready.seat();
        SeatAccount account = seat.link().account();
        URI page = page(request.returnTo(), ready.slug());
        SeatLinking.Request wish = new SeatLinking.Request(
                scope.clientId(), seat.id(), callback, page, page, account == null ? null : account.ref());
        return switch (ports.linking().orElseThrow().createLink(wish)) {
            case Result.Ok<SeatLinking.Link, VendorFailure>(SeatLinking.Link link) ->
                new Outcome.Offered(seat.id(), link.page(), link.expiresAt());
            case Result.Err<SeatLinking.Link, VendorFailure>(VendorFailure failure) -> {
                if (ready.fresh()) {
                    units.inTenant(scope.asWorker(), () -> ports.seats().remove(seat));
                }
                yield new Outcome.VendorFailed(failure);
            }
        };
    }

    private URI page(ReturnTo where, String slug) {
        URI base = ports.publicUrl().orElseThrow();
        return switch (where) {
            case ONBOARDING -> base.resolve("/onboarding/" + slug + "/linkedin");
            case SETTINGS -> base.resolve("/c/" + slug + "/settings/linkedin");
        };
    }

    @Override
    public Linked finish(ClientId client, String token, String accountRef) {
        if (ports.linking().isEmpty()) {
            return new Linked.NoSeat();
        }
        if (heldByAnother(client, accountRef)) {
            return taken(client, accountRef);
        }
        return switch (ports.linking().get().confirm(client, token, accountRef)) {
            case Result.Err<SeatLinking.Linked, VendorFailure>(VendorFailure failure) ->
                new Linked.VendorFailed(failure);
            case Result.Ok<SeatLinking.Linked, VendorFailure>(SeatLinking.Linked linked) -> link(client, linked);
        };
    }

    /** Clients that share an account at the service must not get at each other's seats. */
    private boolean heldByAnother(ClientId client, String accountRef) {
        return units.onPlatform(() -> ports.seats().withAccount(accountRef)).stream()
                .anyMatch(seat -> seat.takesASeat() && !seat.clientId().equals(client));
    }

    private Linked link(ClientId client, SeatLinking.Linked linked) {
        SeatEvent connected = new SeatEvent.Connected(linked.account());
        try {
            Linked outcome = units.inTenant(
                    TenantScope.worker(client),
                    () -> ports.seats()
                            .find(client, linked.seat())
                            .<Linked>map(seat -> new Linked.Done(news.take(seat, connected)))
                            .orElseGet(Linked.NoSeat::new));
            if (outcome instanceof Linked.NoSeat) {
                // nobody waits for it any more, and an account that hangs on nothing would still be paid for
                ports.linking().orElseThrow().remove(client, linked.vendorRef());
            }
            return outcome;
        } catch (UniqueViolation another) {
            return taken(client, linked.vendorRef());
        }
    }

    private Linked taken(ClientId client, String accountRef) {
        units.inTenant(TenantScope.worker(client), () -> news.taken(client, accountRef));
        return new Linked.AccountTaken();
    }
}
