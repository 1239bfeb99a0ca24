package io.agencyos.application.platform;

import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.IdSource;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.platform.AuditAction;
import io.agencyos.domain.platform.AuditEntry;
import io.agencyos.domain.platform.AuditEntry.Actor;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes down what was refused: one entry for an actor, a client and a code in each minute, with how often it was and what
 * was asked first, so that whoever tries many doors fills no log. Asking for another's client stands in the platform's log
 * only: that client learns nobody's name by it. Thread-safe. Source: api 6, {@code access.denied}.
 */
public final class KeepDenials {

    /** More than so many in a minute are counted by nobody; the rate limits are long over by then. */
    private static final int MOST = 10_000;

    private final Audit audit;
    private final UnitOfWork units;
    private final ClockPort clock;
    private final IdSource ids;
    private final Map<Key, Counted> open = new HashMap<>();

    private record Key(@Nullable ClientId client, Actor actor, String code, Instant minute) {}

    private record Counted(Denial first, Instant at, int times) {

        Counted again() {
            return new Counted(first, at, times + 1);
        }
    }

    /**
     * Something that was refused.
     *
     * @param client whose log tells it, null for the platform's
     * @param code why, such as {@code role_required}
     * @param route what was asked, such as {@code GET /api/v1/clients/{client_id}/api-keys}
     * @param asked the client in the path, null where there is none
     */
    public record Denial(
            @Nullable ClientId client,
            Actor actor,
            String code,
            String route,
            @Nullable ClientId asked,
            Origin origin) {}

    public KeepDenials(Audit audit, UnitOfWork units, ClockPort clock, IdSource ids) {
        this.audit = audit;
        this.units = units;
        this.clock = clock;
        this.ids = ids;
    }

    /** Counts a refusal; it is written when its minute is over. */
    public void note(Denial denial) {
        Instant now = clock.now();
        Key key = new Key(denial.client(), denial.actor(), denial.code(), minute(now));
        synchronized (open) {
            if (open.size() < MOST || open.containsKey(key)) {
                open.merge(key, new Counted(denial, now, 1), (before, once) -> before.again());
            }
        }
    }

    /** Writes what the minutes that are over have seen. Nothing is opened where there is nothing. */
    public void keep() {
        Instant now = minute(clock.now());
        write(taken(now));
    }

    /** Writes everything, before the end. */
    public void keepAll() {
        write(taken(Instant.MAX));
    }

    private List<Counted> taken(Instant before) {
        synchronized (open) {
            if (open.isEmpty()) {
                return List.of();
            }
            List<Key> over = open.keySet().stream()
                    .filter(key -> key.minute().isBefore(before))
                    .toList();
            return over.stream().map(open::remove).toList();
        }
    }

    private void write(List<Counted> counted) {
        if (!counted.isEmpty()) {
            units.onPlatform(() -> counted.forEach(one -> audit.append(entry(one))));
        }
    }

    private AuditEntry entry(Counted counted) {
        Denial first = counted.first();
        return new AuditEntry(
                ids.next(),
                counted.at(),
                first.client(),
                first.actor(),
                AuditAction.ACCESS_DENIED,
                AuditEntry.Outcome.DENIED,
                first.asked() == null ? "route" : "client",
                first.asked() == null ? null : first.asked().value(),
                Map.of(),
                Map.of("code", first.code(), "route", first.route(), "times", Integer.toString(counted.times())),
                first.origin());
    }

    private static Instant minute(Instant at) {
        return at.truncatedTo(ChronoUnit.MINUTES);
    }
}
