package io.agencyos.application.platform;

import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.IdSource;
import io.agencyos.application.shared.StorageUnavailable;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.platform.AuditAction;
import io.agencyos.domain.platform.AuditEntry;
import io.agencyos.domain.platform.AuditEntry.Actor;
import io.agencyos.domain.platform.AuditEntry.Change;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.platform.Defect;
import io.agencyos.domain.shared.Digests;
import io.agencyos.domain.shared.id.UserId;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Notes where the product fails, and lets staff see and settle it. Of a failure only its kind and the line that it came from
 * are kept, by which the log has the rest. Source: api 9.17.
 */
public final class KeepDefects {

    private static final String OURS = "io.agencyos.";
    private static final int FINGERPRINT = 16;

    private final Defects defects;
    private final Audit audit;
    private final UnitOfWork units;
    private final ClockPort clock;
    private final IdSource ids;

    public KeepDefects(Defects defects, Audit audit, UnitOfWork units, ClockPort clock, IdSource ids) {
        this.defects = defects;
        this.audit = audit;
        this.units = units;
        this.clock = clock;
        this.ids = ids;
    }

    /**
     * Notes a failure, in a unit of work of its own. A store that is away is no defect, and keeps none.
     *
     * @param where the route or job that met it; names no client and nobody
     */
    public void note(Throwable failure, String where) {
        if (failure instanceof StorageUnavailable) {
            return;
        }
        Throwable root = root(failure);
        String kind = root.getClass().getName();
        String place = place(failure);
        Instant now = clock.now();
        Defect first = new Defect(
                ids.next(),
                Digests.sha256Hex(kind + "|" + place).substring(0, FINGERPRINT),
                kind,
                place,
                where,
                1,
                now,
                now,
                Defect.State.OPEN);
        units.onPlatform(() -> defects.note(first));
    }

    private static Throwable root(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        return root;
    }

    /** The innermost line of ours; without one, the line that threw. */
    private static String place(Throwable failure) {
        List<Throwable> causes = Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .toList();
        return causes.reversed().stream()
                .flatMap(cause -> Arrays.stream(cause.getStackTrace()))
                .filter(frame -> frame.getClassName().startsWith(OURS))
                .findFirst()
                .or(() -> Arrays.stream(root(failure).getStackTrace()).findFirst())
                .map(frame -> frame.getClassName() + "." + frame.getMethodName() + ":" + frame.getLineNumber())
                .orElse("unknown");
    }

    public List<Defect> list(Set<Defect.State> states, Defects.@Nullable After after, int limit) {
        return units.readingPlatform(() -> defects.page(states, after, limit));
    }

    /** What staff says of it from now on; empty where there is no such one. */
    public Optional<Defect> say(UserId staff, String fingerprint, Defect.State state, Origin origin) {
        return units.onPlatform(() -> {
            Optional<Defect> said = defects.say(fingerprint, state);
            said.ifPresent(defect -> audit.append(new AuditEntry(
                    ids.next(),
                    clock.now(),
                    null,
                    Actor.user(staff.value()),
                    AuditAction.UPDATE,
                    AuditEntry.Outcome.OK,
                    "defect",
                    defect.id(),
                    Map.of("state", new Change(null, state.wire())),
                    Map.of("fingerprint", fingerprint),
                    origin)));
            return said;
        });
    }
}
