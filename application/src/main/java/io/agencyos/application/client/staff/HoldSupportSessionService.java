package io.agencyos.application.client.staff;

import io.agencyos.application.client.Clients;
import io.agencyos.application.client.identity.store.AccountMail;
import io.agencyos.application.client.identity.store.AccountMails;
import io.agencyos.application.client.identity.store.Users;
import io.agencyos.application.platform.Audit;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.IdSource;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UniqueViolation;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.client.Client;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.client.identity.SupportSession;
import io.agencyos.domain.platform.AuditAction;
import io.agencyos.domain.platform.AuditEntry;
import io.agencyos.domain.platform.AuditEntry.Actor;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.SupportSessionId;
import io.agencyos.domain.shared.id.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Session, letters to the owners and the line of the log are one unit: nobody is let in unannounced. */
public final class HoldSupportSessionService implements HoldSupportSession {

    private static final int SHORTEST_REASON = 10;
    private static final int LONGEST_REASON = 500;

    private final Ports ports;
    private final UnitOfWork units;
    private final ClockPort clock;
    private final IdSource ids;

    /** What it needs from outside. */
    public record Ports(SupportSessions sessions, Clients clients, Users users, AccountMails mails, Audit audit) {}

    public HoldSupportSessionService(Ports ports, UnitOfWork units, ClockPort clock, IdSource ids) {
        this.ports = ports;
        this.units = units;
        this.clock = clock;
        this.ids = ids;
    }

    @Override
    public Outcome open(UserId staff, ClientId client, Wish wish, Origin origin) {
        String reason = wish.reason().strip();
        boolean badReason = reason.length() < SHORTEST_REASON || reason.length() > LONGEST_REASON;
        boolean badMinutes = wish.minutes() < 1 || wish.minutes() > SupportSession.LONGEST.toMinutes();
        if (badReason || badMinutes) {
            return new Outcome.Invalid(badReason, badMinutes);
        }
        try {
            return units.onPlatform(() -> openInside(staff, client, wish, reason, origin));
        } catch (UniqueViolation raced) {
            return units.onPlatform(() -> ports.sessions().unended(staff, client))
                    .<Outcome>map(Outcome.Running::new)
                    .orElseThrow(() -> raced);
        }
    }

    private Outcome openInside(UserId staff, ClientId id, Wish wish, String reason, Origin origin) {
        Optional<Client> client = ports.clients().find(id).filter(found -> found.twinOf() == null);
        if (client.isEmpty()) {
            return new Outcome.NotFound();
        }
        Instant now = clock.now();
        Optional<SupportSession> before = ports.sessions().unended(staff, id);
        if (before.isPresent() && before.get().isOpen(now)) {
            return new Outcome.Running(before.get());
        }
        before.ifPresent(over -> ports.sessions().end(over.ended(null, now)));
        SupportSession session = new SupportSession(
                new SupportSessionId(ids.next()),
                id,
                staff,
                wish.mode(),
                reason,
                now,
                now.plus(Duration.ofMinutes(wish.minutes())),
                null,
                null);
        ports.sessions().insert(session, now);
        tellOwners(client.get(), session);
        write(
                session,
                AuditAction.SUPPORT_SESSION_STARTED,
                staff,
                Map.of("mode", wish.mode().wire()),
                origin);
        return new Outcome.Held(session);
    }

    private void tellOwners(Client client, SupportSession session) {
        ports.users().members(client.id()).stream()
                .filter(member -> member.membership().role() == Role.OWNER)
                .forEach(owner -> ports.mails()
                        .queue(new AccountMail(
                                ids.next(),
                                owner.user().email(),
                                "Support entered " + client.name(),
                                """
                                Somebody of our staff entered %s on Agency OS %s, until %s at the latest. The reason given:

                                %s

                                No message to a lead can be sent meanwhile. Every request stands in your audit log.
                                """.formatted(
                                        client.name(),
                                        session.mode() == SupportSession.Mode.ACT ? "to work in it" : "to look at it",
                                        session.expiresAt(),
                                        session.reason()),
                                session.startedAt())));
    }

    @Override
    public Outcome end(UserId staff, SupportSessionId id, Origin origin) {
        return units.onPlatform(() -> ports.sessions()
                .findForUpdate(id)
                .<Outcome>map(session -> new Outcome.Held(ended(session, staff, origin)))
                .orElseGet(Outcome.NotFound::new));
    }

    private SupportSession ended(SupportSession session, UserId staff, Origin origin) {
        if (session.endedAt() != null) {
            return session;
        }
        SupportSession over = session.ended(staff, clock.now());
        ports.sessions().end(over);
        write(over, AuditAction.SUPPORT_SESSION_ENDED, staff, Map.of(), origin);
        return over;
    }

    @Override
    public List<SupportSession> list(List<ClientId> clients, SupportSessions.@Nullable After after, int limit) {
        return units.readingPlatform(() -> ports.sessions().page(clients, after, limit));
    }

    @Override
    public Optional<TenantScope> enter(UserId staff, ClientId client, String request, Origin origin) {
        return units.onPlatform(() -> ports.sessions()
                .unended(staff, client)
                .filter(session -> session.isOpen(clock.now()))
                .map(session -> {
                    write(session, AuditAction.SUPPORT_SESSION_REQUEST, staff, Map.of("request", request), origin);
                    return TenantScope.ofSupport(client, staff, session.mode().role(), session.id());
                }));
    }

    private void write(
            SupportSession session, AuditAction action, UserId staff, Map<String, String> more, Origin origin) {
        Map<String, String> metadata = new LinkedHashMap<>(more);
        metadata.put("support_session_id", session.id().text());
        ports.audit()
                .append(new AuditEntry(
                        ids.next(),
                        clock.now(),
                        session.clientId(),
                        Actor.support(staff.value(), session.clientId().value()),
                        action,
                        AuditEntry.Outcome.OK,
                        "support_session",
                        session.id().value(),
                        Map.of(),
                        metadata,
                        origin));
    }
}
