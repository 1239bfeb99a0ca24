package io.agencyos.application.client.identity;

import io.agencyos.application.client.AuditTrail;
import io.agencyos.application.client.identity.store.AccountStores;
import io.agencyos.application.client.identity.store.Waitlist;
import io.agencyos.application.platform.Audit;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.IdSource;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.platform.AuditAction;
import io.agencyos.domain.platform.AuditEntry.Actor;
import io.agencyos.domain.platform.AuditEntry.Change;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.shared.contact.EmailAddress;
import io.agencyos.domain.shared.id.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** People ask to be let in, and staff lets them. Source: api 9.1, 9.17. */
public final class KeepWaitlist {

    private final Waitlist waitlist;
    private final AccountLetters letters;
    private final AuditTrail trail;
    private final UnitOfWork units;
    private final ClockPort clock;
    private final IdSource ids;

    public KeepWaitlist(
            Waitlist waitlist, AccountStores accounts, Audit audit, UnitOfWork units, ClockPort clock, IdSource ids) {
        this.waitlist = waitlist;
        this.letters = new AccountLetters(accounts, clock, ids);
        this.trail = new AuditTrail(audit, clock, ids);
        this.units = units;
        this.clock = clock;
        this.ids = ids;
    }

    /** Whoever asks twice is written to once. */
    public void join(EmailAddress email, @Nullable String agencyName, @Nullable String source) {
        Waitlist.Entry entry = new Waitlist.Entry(ids.next(), email, agencyName, source, clock.now(), null);
        units.onPlatform(() -> {
            if (waitlist.add(entry)) {
                letters.waits(email);
            }
        });
    }

    public List<Waitlist.Entry> list(Waitlist.@Nullable After after, int limit) {
        return units.readingPlatform(() -> waitlist.list(after, limit));
    }

    /** Writes to somebody that they may sign up, once; empty where there is no such entry. */
    public Optional<Waitlist.Entry> invite(UserId by, UUID id, Origin origin) {
        return units.onPlatform(() -> waitlist.findForUpdate(id).map(entry -> {
            if (entry.invitedAt() != null) {
                return entry;
            }
            Instant now = clock.now();
            waitlist.invited(id, now);
            letters.maySignUp(entry.email());
            trail.change(
                    Actor.user(by.value()),
                    AuditAction.UPDATE,
                    null,
                    "waitlist",
                    id,
                    Map.of("invited_at", new Change(null, now.toString())),
                    origin);
            return new Waitlist.Entry(id, entry.email(), entry.agencyName(), entry.source(), entry.createdAt(), now);
        }));
    }
}
