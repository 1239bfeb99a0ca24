package io.agencyos.application.outreach.recording;

import io.agencyos.application.platform.Audit;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.IdSource;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.platform.AuditAction;
import io.agencyos.domain.platform.AuditEntry;
import io.agencyos.domain.platform.AuditEntry.Actor;
import io.agencyos.domain.platform.AuditEntry.Change;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.shared.id.UserId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jmolecules.architecture.hexagonal.PrimaryPort;
import org.jspecify.annotations.Nullable;

/** Staff keeps a recording beyond its time, or lets it go; both with a reason in the log. Source: api 9.17 recordings. */
@PrimaryPort
public final class FlagRecordings {

    private final RecordingBook book;
    private final CallArchive archive;
    private final Audit audit;
    private final UnitOfWork units;
    private final ClockPort clock;
    private final IdSource ids;

    public FlagRecordings(
            RecordingBook book, CallArchive archive, Audit audit, UnitOfWork units, ClockPort clock, IdSource ids) {
        this.book = book;
        this.archive = archive;
        this.audit = audit;
        this.units = units;
        this.clock = clock;
        this.ids = ids;
    }

    /** What came of it. */
    public sealed interface Outcome {

        record Kept(RecordingBook.Row row) implements Outcome {}

        record NotFound() implements Outcome {}

        /** It is deleted; nothing can be kept any more. */
        record Gone() implements Outcome {}
    }

    public List<RecordingBook.Row> list(RecordingBook.Filter filter, RecordingBook.@Nullable After after, int limit) {
        return units.readingPlatform(() -> book.page(filter, after, limit));
    }

    public Outcome flag(UserId staff, UUID call, String reason, Origin origin) {
        return hold(staff, call, reason, reason, origin);
    }

    public Outcome unflag(UserId staff, UUID call, String reason, Origin origin) {
        return hold(staff, call, null, reason, origin);
    }

    private Outcome hold(UserId staff, UUID call, @Nullable String held, String why, Origin origin) {
        Optional<RecordingBook.Row> found = units.readingPlatform(() -> book.find(call));
        if (found.isEmpty()) {
            return new Outcome.NotFound();
        }
        RecordingBook.Row row = found.get();
        boolean kept = units.inTenant(new TenantScope(row.client(), staff, Role.WORKER), () -> {
            boolean done = archive.hold(row.client(), call, held, staff, clock.now());
            if (done) {
                write(staff, row, new Change(row.recording().holdReason(), held), why, origin);
            }
            return done;
        });
        return kept
                ? units.readingPlatform(() -> book.find(call))
                        .<Outcome>map(Outcome.Kept::new)
                        .orElseGet(Outcome.NotFound::new)
                : new Outcome.Gone();
    }

    private void write(UserId staff, RecordingBook.Row row, Change change, String why, Origin origin) {
        audit.append(new AuditEntry(
                ids.next(),
                clock.now(),
                row.client(),
                Actor.user(staff.value()),
                AuditAction.UPDATE,
                AuditEntry.Outcome.OK,
                "recording_hold",
                row.recording().callId(),
                Map.of("reason", change),
                Map.of("because", why),
                origin));
    }
}
