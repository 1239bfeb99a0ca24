package io.agencyos.application.platform.export;

import io.agencyos.application.platform.Actors;
import io.agencyos.application.platform.flow.run.Run;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.platform.AuditAction;
import io.agencyos.domain.platform.AuditEntry;
import io.agencyos.domain.platform.AuditEntry.Actor;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.shared.id.RunId;
import io.agencyos.domain.shared.id.UserId;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/** Each part is read in a unit of its own: a slow reader keeps no connection and no lock. */
public final class FetchExportService implements FetchExport {

    private final Exporting.Means on;
    private final ClockPort clock;

    public FetchExportService(Exporting.Means on, ClockPort clock) {
        this.on = on;
        this.clock = clock;
    }

    @Override
    public Outcome fetch(TenantScope scope, RunId id, Origin origin) {
        Supplier<Outcome> found = () -> on.files()
                .find(scope.clientId(), id)
                .<Outcome>map(file -> scope.role().permits(file.least())
                        ? opened(file, number -> ofTenant(scope, id, number), Actors.of(scope), origin)
                        : new Outcome.RoleRequired(file.least()))
                .orElseGet(Outcome.NotFound::new);
        return on.units().inTenant(scope, found);
    }

    @Override
    public Outcome fetchOfStaff(UserId staff, RunId id, Origin origin) {
        Supplier<Outcome> found = () -> on.files()
                .find(Run.PLATFORM, id)
                .map(file -> opened(file, number -> ofStaff(id, number), Actor.user(staff.value()), origin))
                .orElseGet(Outcome.NotFound::new);
        return on.units().onPlatform(found);
    }

    private Optional<byte[]> ofTenant(TenantScope scope, RunId id, int number) {
        return on.units().reading(scope, () -> on.files().part(scope.clientId(), id, number));
    }

    private Optional<byte[]> ofStaff(RunId id, int number) {
        return on.units().readingPlatform(() -> on.files().part(Run.PLATFORM, id, number));
    }

    private Outcome opened(ExportFile file, IntFunction<Optional<byte[]>> parts, Actor by, Origin origin) {
        Instant now = clock.now();
        if (file.expiresAt() == null) {
            return new Outcome.NotFound();
        }
        if (!file.isOpen(now)) {
            return new Outcome.Expired();
        }
        on.audit().append(fetched(file, by, origin, now));
        return new Outcome.Found(file, out -> file.format().write(kept -> copy(parts, kept), out));
    }

    private static void copy(IntFunction<Optional<byte[]>> parts, OutputStream out) throws IOException {
        int number = 0;
        for (Optional<byte[]> part = parts.apply(0); part.isPresent(); part = parts.apply(number)) {
            out.write(part.get());
            number++;
        }
    }

    private AuditEntry fetched(ExportFile file, Actor by, Origin origin, Instant now) {
        return new AuditEntry(
                on.ids().next(),
                now,
                file.client().equals(Run.PLATFORM) ? null : file.client(),
                by,
                AuditAction.EXPORT,
                AuditEntry.Outcome.OK,
                "export",
                file.id().value(),
                Map.of(),
                Map.of("sheet", file.name(), "format", file.format().wire(), "step", "fetched"),
                origin);
    }
}
