package io.agencyos.application.resource.seat;

import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.IdSource;
import io.agencyos.application.shared.RandomSource;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UniqueViolation;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.client.Client;
import io.agencyos.domain.client.Persona;
import io.agencyos.domain.client.Role;
import io.agencyos.domain.platform.AuditAction;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.resource.Seat;
import io.agencyos.domain.resource.SeatAccount;
import io.agencyos.domain.resource.SeatEvent;
import io.agencyos.domain.shared.Digests;
import io.agencyos.domain.shared.PersonaId;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.SeatId;
import io.agencyos.domain.shared.SecretText;
import io.agencyos.domain.shared.VendorFailure;
import java.net.URI;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The seat is written before the service is asked, so that its call always finds one. */
final class LinkSeatService implements LinkSeat {

    private static final int STATE_BYTES = 32;

    private final SeatPorts ports;
    private final SeatNews news;
    private final UnitOfWork units;
    private final ClockPort clock;
    private final IdSource ids;
    private final RandomSource random;

    LinkSeatService(
            SeatPorts ports, SeatNews news, UnitOfWork units, ClockPort clock, IdSource ids, RandomSource random) {
        this.ports = ports;
        this.news = news;
        this.units = units;
        this.clock = clock;
        this.ids = ids;
        this.random = random;
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
        if (ports.linking().isEmpty() || ports.publicUrl().isEmpty()) {
            return new Outcome.NoService();
        }
        SecretText state = state();
        Prepared prepared = units.inTenant(scope.asWorker(), () -> prepare(scope, request, hash(state), origin));
        return switch (prepared) {
            case Prepared.Refused(Outcome why) -> why;
            case Prepared.Ready ready -> offer(scope, request, ready, state);
        };
    }

    private Prepared prepare(TenantScope scope, Request request, String stateHash, Origin origin) {
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
            Seat again = known.offeredAgain(now);
            ports.seats().relink(again, stateHash);
            return new Prepared.Ready(again, false, slug);
        }
        Seat seat = Seat.asked(
                new SeatId(ids.next()),
                scope.clientId(),
                request.persona(),
                client.get().timezone(),
                now);
        ports.seats().insert(seat, stateHash);
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
        int used = Math.toIntExact(ports.seats().ofClient(scope.clientId()).stream()
                .filter(Seat::takesASeat)
                .count());
        return used < limit ? Optional.empty() : Optional.of(new Outcome.LimitReached(limit, used));
    }

    private Outcome offer(TenantScope scope, Request request, Prepared.Ready ready, SecretText state) {
        Seat seat = ready.seat();
        Instant until = clock.now().plus(Seat.LINK_LIFE);
        SeatAccount account = seat.link().account();
        SeatLinking.Wish wish = new SeatLinking.Wish(
                scope.clientId(),
                state,
                account == null ? null : account.ref(),
                page(request.returnTo(), ready.slug()),
                until);
        return switch (ports.linking().orElseThrow().createLink(wish)) {
            case Result.Ok<URI, VendorFailure>(URI page) -> new Outcome.Offered(seat.id(), page, until);
            case Result.Err<URI, VendorFailure>(VendorFailure failure) -> {
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
    public Linked finish(SecretText state, String accountRef) {
        Optional<Seat> known =
                units.onPlatform(() -> ports.seats().byLink(hash(state))).filter(seat -> open(seat, clock.now()));
        if (known.isEmpty() || ports.linking().isEmpty()) {
            return new Linked.UnknownLink();
        }
        Seat waiting = known.get();
        return switch (ports.linking().get().account(waiting.clientId(), accountRef)) {
            case Result.Err<SeatLinking.Shown, VendorFailure>(VendorFailure failure) ->
                new Linked.VendorFailed(failure);
            case Result.Ok<SeatLinking.Shown, VendorFailure>(SeatLinking.Shown shown) -> link(waiting, shown);
        };
    }

    private Linked link(Seat waiting, SeatLinking.Shown shown) {
        try {
            return units.inTenant(
                    TenantScope.worker(waiting.clientId()),
                    () -> ports.seats()
                            .find(waiting.clientId(), waiting.id())
                            .<Linked>map(seat -> new Linked.Done(news.take(
                                    news.take(seat, new SeatEvent.Connected(shown.account())), shown.event())))
                            .orElseGet(Linked.UnknownLink::new));
        } catch (UniqueViolation taken) {
            return new Linked.AccountTaken();
        }
    }

    private static boolean open(Seat seat, Instant now) {
        Instant until = seat.link().offeredUntil();
        return until != null && !now.isAfter(until);
    }

    private SecretText state() {
        byte[] bytes = new byte[STATE_BYTES];
        random.nextBytes(bytes);
        return new SecretText(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    private static String hash(SecretText state) {
        return Digests.sha256Hex(state.reveal());
    }
}
