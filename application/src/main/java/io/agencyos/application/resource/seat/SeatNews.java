package io.agencyos.application.resource.seat;

import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.IdSource;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.platform.Alert;
import io.agencyos.domain.platform.AuditAction;
import io.agencyos.domain.platform.AuditEntry;
import io.agencyos.domain.platform.AuditEntry.Actor;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.platform.DomainEvent;
import io.agencyos.domain.platform.EventName;
import io.agencyos.domain.resource.seat.Seat;
import io.agencyos.domain.resource.seat.SeatAccount;
import io.agencyos.domain.resource.seat.SeatEvent;
import io.agencyos.domain.resource.seat.SeatSignal;
import io.agencyos.domain.resource.seat.SeatState;
import io.agencyos.domain.shared.id.ClientId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes what happened to a seat and tells whoever has to know, inside the caller's unit of work. */
final class SeatNews {

    private static final String KIND = "linkedin_seat_down:";
    private static final String POSSIBLE = "possible_restriction:";

    private final SeatPorts ports;
    private final ClockPort clock;
    private final IdSource ids;

    SeatNews(SeatPorts ports, ClockPort clock, IdSource ids) {
        this.ports = ports;
        this.clock = clock;
        this.ids = ids;
    }

    static boolean mayManage(TenantScope scope) {
        return scope.role() == Role.WORKER || scope.role().permits(Role.ADMIN);
    }

    /** What a service's word on an account means; empty where nothing changes. */
    static Optional<SeatEvent> event(SeatSignal signal, SeatAccount account) {
        return switch (signal) {
            case CONNECTED -> Optional.of(new SeatEvent.Connected(account));
            case CREDENTIALS_REQUIRED -> Optional.of(new SeatEvent.CredentialsRequired());
            case RESTRICTED -> Optional.of(new SeatEvent.Restricted("restricted"));
            case FAULTY -> Optional.of(new SeatEvent.Restricted(SeatEvent.Restricted.FAULT));
            case DISCONNECTED -> Optional.of(new SeatEvent.Disconnected());
            case UNDER_WAY -> Optional.empty();
        };
    }

    /** The seat as it is then. */
    Seat take(Seat before, SeatEvent event) {
        Seat after = before.on(event, clock.now());
        if (after.equals(before)) {
            return before;
        }
        Seat stored = ports.seats().update(after);
        if (stored.state() != before.state()) {
            about(stored.state()).ifPresent(name -> tell(name, before, stored));
            alerts(stored.clientId());
        }
        return stored;
    }

    private static Optional<EventName> about(SeatState state) {
        return switch (state) {
            case RESTRICTED -> Optional.of(EventName.SEAT_RESTRICTED);
            case CREDENTIALS_REQUIRED, DISCONNECTED -> Optional.of(EventName.LINKEDIN_SEAT_DISCONNECTED);
            case PENDING, AWAITING_2FA, WARMUP, ACTIVE -> Optional.empty();
        };
    }

    /** A warm-up that is through. */
    Seat warm(Seat before, Seat after) {
        Seat stored = ports.seats().update(after);
        tell(EventName.RESOURCE_WARMUP_COMPLETED, before, stored);
        return stored;
    }

    private void tell(EventName name, Seat before, Seat after) {
        ports.events()
                .append(new DomainEvent(
                        ids.next(),
                        after.clientId(),
                        name,
                        after.id().value(),
                        clock.now(),
                        Map.of(
                                "kind",
                                "seat",
                                "from",
                                before.state().wire(),
                                "to",
                                after.state().wire())));
    }

    /** What is open is what is so now: an alert for each of the client's seats that somebody has to look after. */
    void alerts(ClientId client) {
        List<String> open = new ArrayList<>();
        ports.seats()
                .ofClient(client)
                .forEach(seat -> troubles(seat).forEach(trouble -> {
                    String fingerprint = KIND + seat.id().text() + ":" + trouble.word();
                    open.add(fingerprint);
                    ports.alerts()
                            .raise(Alert.of(
                                    fingerprint,
                                    trouble.severity(),
                                    KIND + client.text(),
                                    client,
                                    "A LinkedIn seat needs somebody.",
                                    Map.of("seat_id", seat.id().text(), "trouble", trouble.word()),
                                    clock.now()));
                }));
        ports.alerts().resolveOthers(KIND + client.text(), open, clock.now());
    }

    /** Seats that tried to invite and never could, though nobody said that they are restricted; what is open is so now. */
    void suspicions(ClientId client, List<Seat> suspicious) {
        List<String> open = new ArrayList<>();
        for (Seat seat : suspicious) {
            String fingerprint = POSSIBLE + seat.id().text();
            open.add(fingerprint);
            ports.alerts()
                    .raise(Alert.of(
                            fingerprint,
                            Alert.Severity.WARNING,
                            POSSIBLE + client.text(),
                            client,
                            "Nothing that a LinkedIn seat tried to send in three days went out: it may be restricted.",
                            Map.of("seat_id", seat.id().text()),
                            clock.now()));
        }
        ports.alerts().resolveOthers(POSSIBLE + client.text(), open, clock.now());
    }

    /** Somebody linked an account that another seat has. */
    void taken(ClientId client, String accountRef) {
        ports.alerts()
                .raise(Alert.of(
                        "linkedin_account_taken:" + accountRef,
                        Alert.Severity.WARNING,
                        "linkedin_account_taken:" + client.text(),
                        client,
                        "A LinkedIn account was linked that another seat has.",
                        Map.of(),
                        clock.now()));
    }

    private record Trouble(String word, Alert.Severity severity) {}

    private static List<Trouble> troubles(Seat seat) {
        List<Trouble> troubles = new ArrayList<>();
        if (seat.state() == SeatState.RESTRICTED || seat.state() == SeatState.CREDENTIALS_REQUIRED) {
            troubles.add(new Trouble(seat.state().wire(), Alert.Severity.CRITICAL));
        }
        if (seat.state().mayAct()) {
            switch (seat.standing().acceptance()) {
                case GOOD -> {}
                case WARNING -> troubles.add(new Trouble("accept_rate", Alert.Severity.WARNING));
                case CRITICAL -> troubles.add(new Trouble("accept_rate", Alert.Severity.CRITICAL));
            }
            switch (seat.standing().backlog()) {
                case GOOD -> {}
                case WARNING -> troubles.add(new Trouble("pending", Alert.Severity.WARNING));
                case CRITICAL -> troubles.add(new Trouble("pending", Alert.Severity.CRITICAL));
            }
        }
        return troubles;
    }

    void audit(TenantScope scope, AuditAction action, Seat seat, Origin origin) {
        audit(actor(scope.userId() == null ? null : scope.userId().value()), action, seat, Map.of(), origin);
    }

    void audit(Actor actor, AuditAction action, Seat seat, Map<String, String> metadata, Origin origin) {
        ports.audit()
                .append(new AuditEntry(
                        ids.next(),
                        clock.now(),
                        seat.clientId(),
                        actor,
                        action,
                        AuditEntry.Outcome.OK,
                        "linkedin_seat",
                        seat.id().value(),
                        Map.of(),
                        metadata,
                        origin));
    }

    private static Actor actor(@Nullable UUID user) {
        return user == null ? Actor.system() : Actor.user(user);
    }
}
