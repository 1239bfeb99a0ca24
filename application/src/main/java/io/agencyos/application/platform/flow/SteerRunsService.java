package io.agencyos.application.platform.flow;

import io.agencyos.application.platform.flow.run.Outcome;
import io.agencyos.application.platform.flow.run.Run;
import io.agencyos.application.platform.flow.run.RunItem;
import io.agencyos.application.platform.flow.run.RunStep;
import io.agencyos.application.platform.flow.store.FlowPorts;
import io.agencyos.application.platform.flow.store.FlowRuns.StepItem;
import io.agencyos.application.shared.IdSource;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UniqueViolation;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.platform.AuditAction;
import io.agencyos.domain.platform.AuditEntry;
import io.agencyos.domain.platform.RunState;
import io.agencyos.domain.platform.flow.Counts;
import io.agencyos.domain.platform.flow.ItemState;
import io.agencyos.domain.platform.flow.StepState;
import io.agencyos.domain.shared.id.RunId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** Each order is one unit of work with its line in the audit log. */
final class SteerRunsService implements SteerRuns {

    private static final int MOST_UNKNOWN = 1000;

    private final FlowPorts ports;
    private final UnitOfWork units;
    private final IdSource ids;

    SteerRunsService(FlowPorts ports, UnitOfWork units, IdSource ids) {
        this.ports = ports;
        this.units = units;
        this.ids = ids;
    }

    @Override
    public Outcome cancel(TenantScope scope, RunId id, AuditEntry.Origin origin) {
        return with(scope, Role.MEMBER, id, run -> {
            Instant now = ports.clock().now();
            if (run.state().isEnded()) {
                return new Outcome.WrongState(run.state());
            }
            boolean rests = run.state().mayBecome(RunState.CANCELLED) && run.state() != RunState.RUNNING;
            if (rests && ports.runs().save(run.ended(RunState.CANCELLED, now), run.state(), run.fence())) {
                told(scope, run, AuditAction.JOB_CANCEL, Map.of(), origin);
                return done(run);
            }
            if (!ports.runs().requestCancel(run.client(), run.id(), now)) {
                return new Outcome.WrongState(done(run).run().state());
            }
            told(scope, run, AuditAction.JOB_CANCEL, Map.of(), origin);
            return done(run);
        });
    }

    @Override
    public Outcome retry(TenantScope scope, RunId id, AuditEntry.Origin origin) {
        try {
            return with(scope, Role.ADMIN, id, run -> retry(scope, run, origin));
        } catch (UniqueViolation anotherIsActive) {
            return new Outcome.AlreadyRunning();
        }
    }

    private Outcome retry(TenantScope scope, Run run, AuditEntry.Origin origin) {
        if (!run.state().mayBeRetried() || run.order().version() == 0) {
            return new Outcome.WrongState(run.state());
        }
        List<RunStep> steps = ports.runs().steps(run.client(), run.id());
        List<RunStep> again = steps.stream()
                .filter(step ->
                        step.state() == StepState.FAILED || step.counts().failed() > 0)
                .toList();
        Set<RunStep> reopened = Set.copyOf(again.isEmpty() ? List.of(steps.getLast()) : again);
        Counts counts = steps.stream()
                .map(step -> reopened.contains(step) ? step.reopened() : step)
                .map(RunStep::counts)
                .reduce(Counts.NONE, Counts::plus);
        Run next = run.retried(counts);
        if (!ports.runs().save(next, run.state(), run.fence())) {
            return new Outcome.WrongState(done(run).run().state());
        }
        for (RunStep step : reopened) {
            ports.runs().saveStep(run.client(), run.id(), step.reopened());
            ports.runs().reopenItems(run.client(), run.id(), step.no());
        }
        signal(run);
        told(scope, run, AuditAction.JOB_RETRY, Map.of(), origin);
        return done(run);
    }

    private void signal(Run run) {
        ports.queues()
                .signal(run.order().work(), List.of(run.client()), ports.clock().now());
    }

    @Override
    public Outcome resume(TenantScope scope, RunId id, AuditEntry.Origin origin) {
        try {
            return with(scope, Role.ADMIN, id, run -> {
                if (run.state().mayBeRetried()) {
                    return retry(scope, run, origin);
                }
                boolean rests = run.state() == RunState.BLOCKED || run.state() == RunState.WAITING;
                if (!rests || !ports.runs().save(run.queuedAgain(null), run.state(), run.fence())) {
                    return new Outcome.WrongState(run.state());
                }
                signal(run);
                told(
                        scope,
                        run,
                        AuditAction.JOB_RETRY,
                        Map.of("resumed", run.state().wire()),
                        origin);
                return done(run);
            });
        } catch (UniqueViolation anotherIsActive) {
            return new Outcome.AlreadyRunning();
        }
    }

    @Override
    public Outcome settle(TenantScope scope, RunId id, String item, boolean wasSent, AuditEntry.Origin origin) {
        return with(scope, Role.ADMIN, id, run -> {
            Optional<StepItem> found =
                    ports.runs().items(run.client(), run.id(), Set.of(ItemState.UNKNOWN), null, MOST_UNKNOWN).stream()
                            .filter(unknown -> unknown.item().key().equals(item))
                            .findFirst();
            return found.map(unknown -> settle(scope, run, unknown, wasSent, origin))
                    .orElseGet(Outcome.NotFound::new);
        });
    }

    private Outcome settle(TenantScope scope, Run run, StepItem unknown, boolean wasSent, AuditEntry.Origin origin) {
        Counts change = wasSent ? new Counts(0, 1, 0, 0, -1) : new Counts(0, 0, 1, 0, -1);
        RunStep step = ports.runs().steps(run.client(), run.id()).get(unknown.step() - 1);
        Run next = run.recounted(run.counts().plus(change));
        if (!run.state().isEnded() || !ports.runs().save(next, run.state(), run.fence())) {
            // a worker counts meanwhile; what it leaves is settled when the run rests
            return new Outcome.WrongState(run.state());
        }
        RunItem item = wasSent
                ? unknown.item().done(unknown.item().result(), BigDecimal.ZERO)
                : unknown.item().ended(ItemState.FAILED, "NOT_SENT", "A person found that it was not sent.");
        ports.runs()
                .saveStep(
                        run.client(),
                        run.id(),
                        step.at(step.cursor(), step.counts().plus(change)));
        ports.runs().saveItem(run.client(), run.id(), unknown.step(), item);
        told(scope, run, AuditAction.UPDATE, Map.of("item", item.key(), "was_sent", Boolean.toString(wasSent)), origin);
        return done(run);
    }

    private Outcome with(TenantScope scope, Role least, RunId id, Function<Run, Outcome> work) {
        if (!scope.role().permits(least)) {
            return new Outcome.RoleRequired(least);
        }
        return units.inTenant(
                scope.asWorker(),
                () -> ports.runs().find(scope.clientId(), id).map(work).orElseGet(Outcome.NotFound::new));
    }

    private Outcome.Done done(Run run) {
        return new Outcome.Done(ports.runs().find(run.client(), run.id()).orElseThrow());
    }

    private void told(
            TenantScope scope, Run run, AuditAction action, Map<String, String> metadata, AuditEntry.Origin origin) {
        UUID person = scope.userId() == null ? null : scope.userId().value();
        ports.audit()
                .append(new AuditEntry(
                        ids.next(),
                        ports.clock().now(),
                        run.client(),
                        person == null ? AuditEntry.Actor.system() : AuditEntry.Actor.user(person),
                        action,
                        AuditEntry.Outcome.OK,
                        "run",
                        run.id().value(),
                        Map.of(),
                        metadata,
                        origin));
    }
}
