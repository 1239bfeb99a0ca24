package io.agencyos.application.platform.export;

import io.agencyos.application.platform.Actors;
import io.agencyos.application.platform.Audit;
import io.agencyos.application.platform.flow.Flow;
import io.agencyos.application.platform.flow.FlowStep;
import io.agencyos.application.platform.flow.StepContext;
import io.agencyos.application.platform.flow.StepResult;
import io.agencyos.application.platform.flow.run.Outcome;
import io.agencyos.application.platform.flow.run.Run;
import io.agencyos.application.shared.IdSource;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.platform.AuditAction;
import io.agencyos.domain.platform.AuditEntry;
import io.agencyos.domain.platform.flow.Counts;
import io.agencyos.domain.platform.flow.WorkClass;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Flows that make files: a part of the rows at a time, each kept before the next is read, so that a job that dies goes on
 * where it was and never holds more than a part. Source: api 1.7, 9.6, 9.9, 9.17.
 */
public final class Exporting {

    /** How long a file may be fetched. Source: api 9.6 (link valid 1 h). */
    public static final Duration VALID = Duration.ofHours(1);

    /** How long it is kept: time enough to be made and fetched. */
    public static final Duration KEPT = Duration.ofHours(2);

    /** Where a job goes on whose file was withdrawn. */
    private static final String FROM_THE_START = "0|";

    private final Means on;

    /** What the flows work with. */
    public record Means(ExportFiles files, Audit audit, UnitOfWork units, IdSource ids) {}

    public Exporting(Means on) {
        this.on = on;
    }

    /**
     * @param least who may order and fetch it
     * @param read what an order's parameters ask for, or what is wrong with them
     */
    public Flow<?> flow(String name, Role least, Function<Map<String, String>, Result<ExportOrder, String>> read) {
        return new Flow<>(
                name,
                1,
                WorkClass.INTERACTIVE,
                least,
                Set.of(),
                false,
                read,
                List.of(new FlowStep.Calling<>("write", 1, context -> part(context, least))));
    }

    /** How far a file is. */
    private record Place(int part, @Nullable String rows) {

        static Place of(@Nullable String cursor) {
            if (cursor == null) {
                return new Place(0, null);
            }
            int bar = cursor.indexOf('|');
            String rows = cursor.substring(bar + 1);
            return new Place(Integer.parseInt(cursor.substring(0, bar)), rows.isEmpty() ? null : rows);
        }
    }

    private StepResult part(StepContext<ExportOrder> context, Role least) {
        Run run = context.run();
        ExportOrder order = context.params();
        Sheet sheet = order.sheet();
        Place place = Place.of(context.cursor());
        TenantScope worker = TenantScope.worker(run.client());
        Sheet.Part part = sheet.rows().part(worker, place.rows(), run.order().createdAt());
        int rows =
                (place.part() == 0 ? 0 : context.counts().done()) + part.rows().size();
        Counts counts = Counts.done(rows, rows);
        boolean kept = in(run.client(), () -> {
            if (place.part() == 0) {
                on.files()
                        .begin(new ExportFile(
                                run.id(), run.client(), sheet.name(), order.format(), least, context.now(), null));
                on.files().put(run.client(), run.id(), 0, order.format().rows(List.of(heads(sheet))));
            }
            if (!on.files()
                    .put(
                            run.client(),
                            run.id(),
                            place.part() + 1,
                            order.format().rows(part.rows()))) {
                return false;
            }
            if (part.next().isEmpty()
                    && on.files().finish(run.client(), run.id(), context.now().plus(VALID))) {
                on.audit().append(made(run, order, rows, context.now()));
            }
            return true;
        });
        if (!kept) {
            return new StepResult.More(FROM_THE_START, Counts.done(0, 0), Outcome.NONE);
        }
        return part.next().isEmpty()
                ? new StepResult.Done(counts, told(run, order, rows))
                : new StepResult.More(place.part() + 1 + "|" + part.next().orElseThrow(), counts, Outcome.NONE);
    }

    private static List<Cell> heads(Sheet sheet) {
        return sheet.columns().stream().map(Cell::of).toList();
    }

    private boolean in(ClientId client, Supplier<Boolean> work) {
        return client.equals(Run.PLATFORM)
                ? on.units().onPlatform(work)
                : on.units().inTenant(TenantScope.worker(client), work);
    }

    private static Outcome told(Run run, ExportOrder order, int rows) {
        return Outcome.count("rows", rows)
                .plus(new Outcome(
                        Map.of(),
                        Map.of(
                                "url",
                                address(run),
                                "file_name",
                                order.sheet().name() + "." + order.format().wire())));
    }

    private static String address(Run run) {
        String place = run.client().equals(Run.PLATFORM)
                ? "admin"
                : "clients/" + run.client().text();
        return "/api/v1/" + place + "/exports/" + run.id().text();
    }

    private AuditEntry made(Run run, ExportOrder order, int rows, Instant now) {
        boolean platforms = run.client().equals(Run.PLATFORM);
        AuditEntry.Actor actor = run.order().requestedBy() == null
                ? AuditEntry.Actor.system()
                : platforms
                        ? AuditEntry.Actor.user(run.order().requestedBy().value())
                        : Actors.of(new TenantScope(run.client(), run.order().requestedBy(), Role.WORKER));
        return new AuditEntry(
                on.ids().next(),
                now,
                platforms ? null : run.client(),
                actor,
                AuditAction.EXPORT,
                AuditEntry.Outcome.OK,
                "export",
                run.id().value(),
                Map.of(),
                Map.of("sheet", order.sheet().name(), "format", order.format().wire(), "rows", Integer.toString(rows)),
                AuditEntry.Origin.NONE);
    }
}
