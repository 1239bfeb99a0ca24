package io.agencyos.application.lead.intake;

import io.agencyos.application.lead.store.LeadPorts;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.lead.ImportRowResult;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.lead.LeadHistory;
import io.agencyos.domain.lead.LeadImport;
import io.agencyos.domain.lead.PoolStatus;
import io.agencyos.domain.lead.ReleaseReason;
import io.agencyos.domain.lead.intake.LeadImportRow;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.ImportId;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.PoolPersonId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Works through the rows of the import in chunks, each one unit of work; a broken undo goes on where it stood. */
final class UndoImportService implements UndoImport {

    private static final int CHUNK = 500;

    private final LeadPorts ports;
    private final UnitOfWork units;
    private final ClockPort clock;

    UndoImportService(LeadPorts ports, UnitOfWork units, ClockPort clock) {
        this.ports = ports;
        this.units = units;
        this.clock = clock;
    }

    @Override
    public Outcome undo(TenantScope scope, ImportId id) {
        return undo(scope, id, false);
    }

    @Override
    public Outcome tryUndo(TenantScope scope, ImportId id) {
        return undo(scope, id, true);
    }

    private Outcome undo(TenantScope scope, ImportId id, boolean trial) {
        if (scope.role() != Role.WORKER && !scope.role().permits(Role.ADMIN)) {
            return new Outcome.RoleRequired();
        }
        TenantScope worker = scope.asWorker();
        ClientId client = worker.clientId();
        Optional<LeadImport> run = units.inTenant(worker, () -> ports.imports().find(client, id));
        if (run.isEmpty()) {
            return new Outcome.NotFound();
        }
        LeadImport.Status status = run.get().status();
        if (status == LeadImport.Status.UNDONE || status == LeadImport.Status.PARTLY_UNDONE) {
            return new Outcome.Undone(run.get(), 0, 0, List.of());
        }
        Tally tally = new Tally();
        int after = 0;
        while (after >= 0) {
            int from = after;
            Tally part = new Tally();
            after = units.inTenant(worker, () -> undoChunk(client, id, from, part, trial));
            tally.add(part);
        }
        if (trial) {
            return new Outcome.Undone(run.get(), tally.removed, tally.restored, List.copyOf(tally.kept));
        }
        LeadImport ended = units.inTenant(worker, () -> {
            LeadImport now = ports.imports().find(client, id).orElseThrow();
            return ports.imports().update(now.undone(tally.kept.isEmpty(), clock.now(), scope.userId()));
        });
        return new Outcome.Undone(ended, tally.removed, tally.restored, List.copyOf(tally.kept));
    }

    private static final class Tally {
        private int removed;
        private int restored;
        private final List<Kept> kept = new ArrayList<>();

        private void add(Tally part) {
            removed += part.removed;
            restored += part.restored;
            kept.addAll(part.kept);
        }
    }

    /** The last row number that was dealt with, or -1 when there is none left. */
    private int undoChunk(ClientId client, ImportId id, int after, Tally tally, boolean trial) {
        List<LeadImportRow> rows = ports.imports()
                .rows(client, id, EnumSet.of(ImportRowResult.CREATED, ImportRowResult.UPDATED), after, CHUNK);
        if (rows.isEmpty()) {
            return -1;
        }
        Map<LeadId, Lead> leads = ports
                .leads()
                .findAll(
                        client,
                        rows.stream()
                                .map(LeadImportRow::leadId)
                                .filter(Objects::nonNull)
                                .toList())
                .stream()
                .collect(Collectors.toMap(Lead::id, Function.identity()));
        Map<LeadId, List<String>> left = rows.stream()
                .filter(row -> row.leadId() != null && row.factsAfter() != null)
                .collect(Collectors.groupingBy(
                        row -> Objects.requireNonNull(row.leadId()),
                        Collectors.mapping(row -> Objects.requireNonNull(row.factsAfter()), Collectors.toList())));
        List<Lead> removed = new ArrayList<>();
        List<Lead> restored = new ArrayList<>();
        for (LeadImportRow row : rows) {
            Lead lead = row.leadId() == null ? null : leads.get(row.leadId());
            if (lead != null) {
                undoRow(row, lead, left.getOrDefault(lead.id(), List.of()), removed, restored, tally);
            }
        }
        if (!trial) {
            takeBack(client, removed, restored);
        }
        tally.removed += removed.size();
        tally.restored += restored.size();
        return rows.getLast().rowNo();
    }

    private void takeBack(ClientId client, List<Lead> removed, List<Lead> restored) {
        ports.leads().deleteAll(client, removed.stream().map(Lead::id).toList(), clock.now());
        List<PoolPersonId> people = removed.stream()
                .map(Lead::poolPersonId)
                .filter(Objects::nonNull)
                .toList();
        ports.people().release(client, people, ReleaseReason.MANUAL, PoolStatus.AVAILABLE, null);
        ports.leads().updateAll(restored);
    }

    private static void undoRow(
            LeadImportRow row, Lead lead, List<String> left, List<Lead> removed, List<Lead> restored, Tally tally) {
        if (row.result() == ImportRowResult.CREATED) {
            String reason = reasonToKeep(lead.history());
            if (reason == null) {
                removed.add(lead);
            } else {
                tally.kept.add(new Kept(row.rowNo(), lead.id(), reason));
            }
            return;
        }
        Lead before = row.before();
        if (before == null) {
            return; // a later row of the same import that changed the lead again; the first one restores it
        }
        if (left.contains(lead.factsDigest())) {
            restored.add(restore(lead, before));
        } else {
            tally.kept.add(new Kept(row.rowNo(), lead.id(), "changed_since"));
        }
    }

    private static @org.jspecify.annotations.Nullable String reasonToKeep(LeadHistory history) {
        if (history.bookedAt() != null) {
            return "meeting";
        }
        if (history.lastReplyAt() != null) {
            return "replied";
        }
        return history.touches() > 0 ? "contacted" : null;
    }

    private static Lead restore(Lead lead, Lead before) {
        return lead.change()
                .campaignId(before.campaignId())
                .contact(before.contact())
                .person(before.person())
                .company(before.company())
                .roleStart(before.roleStart())
                .timezone(before.timezone())
                .signals(before.signals())
                .externalId(before.externalId())
                .lead();
    }
}
