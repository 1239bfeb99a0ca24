package io.agencyos.application.allocation;

import io.agencyos.application.allocation.store.AssignmentRuns;
import io.agencyos.application.platform.Audit;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.IdSource;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UniqueViolation;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.platform.AuditAction;
import io.agencyos.domain.platform.AuditEntry;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.RunId;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Begins and ends runs, each in a unit of its own; the end is told to the audit log. */
final class RunBook {

    private final AssignmentRuns runs;
    private final Audit audit;
    private final UnitOfWork units;
    private final ClockPort clock;
    private final IdSource ids;

    RunBook(AssignmentRuns runs, Audit audit, UnitOfWork units, ClockPort clock, IdSource ids) {
        this.runs = runs;
        this.audit = audit;
        this.units = units;
        this.clock = clock;
        this.ids = ids;
    }

    Optional<AssignmentRuns.Run> find(TenantScope worker, AssignmentRuns.Source source, String key) {
        return units.inTenant(worker, () -> runs.find(worker.clientId(), source, key));
    }

    /** Empty when somebody began a run of this key meanwhile. */
    Optional<AssignmentRuns.Run> begin(
            TenantScope worker, AssignmentRuns.Source source, CampaignId campaign, int requested, String key) {
        AssignmentRuns.Run run = fresh(worker, source, campaign, requested, key);
        try {
            units.inTenant(worker, () -> runs.insert(run));
            return Optional.of(run);
        } catch (UniqueViolation taken) {
            return Optional.empty();
        }
    }

    /** A run that is only thought through and never stored. */
    AssignmentRuns.Run imagined(TenantScope worker, CampaignId campaign, int requested) {
        return fresh(worker, AssignmentRuns.Source.POOL, campaign, requested, "");
    }

    private AssignmentRuns.Run fresh(
            TenantScope worker, AssignmentRuns.Source source, CampaignId campaign, int requested, String key) {
        return new AssignmentRuns.Run(
                new RunId(ids.next()),
                worker.clientId(),
                campaign,
                source,
                key,
                requested,
                AssignmentRuns.Progress.NONE,
                clock.now(),
                null);
    }

    /** Ends a run once; whoever comes later reads how it ended. */
    AssignmentRuns.Run finish(
            TenantScope worker, AssignmentRuns.Run last, Function<AssignmentRuns.Run, AssignmentRuns.Progress> sum) {
        return units.inTenant(worker, () -> {
            AssignmentRuns.Run run =
                    runs.findForUpdate(worker.clientId(), last.id()).orElse(last);
            if (run.finishedAt() != null) {
                return run;
            }
            AssignmentRuns.Run ended = run.with(sum.apply(run)).finished(clock.now());
            runs.update(ended);
            audit.append(entry(worker, ended));
            return ended;
        });
    }

    private AuditEntry entry(TenantScope worker, AssignmentRuns.Run run) {
        return new AuditEntry(
                ids.next(),
                clock.now(),
                run.clientId(),
                worker.userId() == null
                        ? AuditEntry.Actor.system()
                        : AuditEntry.Actor.user(worker.userId().value()),
                AuditAction.CREATE,
                AuditEntry.Outcome.OK,
                "lead_assignment",
                run.id().value(),
                Map.of(),
                Map.of(
                        "campaign_id", run.campaignId().text(),
                        "source", run.source().wire(),
                        "requested", Integer.toString(run.requested()),
                        "assigned", Integer.toString(run.progress().assigned())),
                AuditEntry.Origin.NONE);
    }
}
