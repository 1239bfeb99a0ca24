package io.agencyos.application.platform.flow;

import io.agencyos.application.platform.flow.run.Outcome;
import io.agencyos.application.platform.flow.run.Run;
import io.agencyos.application.platform.flow.store.FlowDefinitions.Definition;
import io.agencyos.application.platform.flow.store.FlowPorts;
import io.agencyos.application.platform.flow.store.FlowRuns;
import io.agencyos.application.platform.flow.store.FlowRuns.After;
import io.agencyos.application.platform.flow.store.FlowRuns.Filter;
import io.agencyos.application.shared.IdSource;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.platform.AuditAction;
import io.agencyos.domain.platform.AuditEntry;
import io.agencyos.domain.platform.AuditEntry.Change;
import io.agencyos.domain.platform.flow.Breaker;
import io.agencyos.domain.platform.flow.BreakerScope;
import io.agencyos.domain.platform.flow.Cron;
import io.agencyos.domain.platform.flow.FlowSchedule;
import io.agencyos.domain.platform.flow.RunKey;
import io.agencyos.domain.platform.flow.RunTrigger;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.RunId;
import io.agencyos.domain.shared.id.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Each change is one unit of work of the platform with its line in the audit log. */
final class RunPlatformService implements RunPlatform {

    /** Its breaker only tells how the domain stands. */
    private static final Outcome KEPT_ELSEWHERE =
            new Outcome.Invalid("scope", "Sending domains are stopped and let go on at email-health.");

    private final Flows flows;
    private final FlowPorts ports;
    private final UnitOfWork units;
    private final IdSource ids;

    RunPlatformService(Flows flows, FlowPorts ports, UnitOfWork units, IdSource ids) {
        this.flows = flows;
        this.ports = ports;
        this.units = units;
        this.ids = ids;
    }

    @Override
    public List<Run> runs(Filter filter, Optional<After> after, int limit) {
        return units.onPlatform(() -> ports.runs().listAll(filter, after, limit));
    }

    @Override
    public List<Schedule> schedules() {
        return units.onPlatform(() -> {
            Instant now = ports.clock().now();
            return ports.definitions().all().stream()
                    .map(definition -> new Schedule(
                            definition,
                            FireSchedules.schedule(definition)
                                    .filter(any -> definition.enabled())
                                    .flatMap(schedule -> schedule.nextAfter(now))
                                    .map(FlowSchedule.Fire::at)
                                    .orElse(null),
                            flows.find(definition.flow()).isPresent()))
                    .toList();
        });
    }

    @Override
    public Outcome enable(UserId by, String flow, boolean enabled, String reason, AuditEntry.Origin origin) {
        return change(
                by,
                flow,
                origin,
                from -> new Definition(
                        from.flow(),
                        enabled,
                        from.cron(),
                        from.zone(),
                        from.misfire(),
                        from.perClientMax(),
                        from.globalMax(),
                        from.deadline(),
                        from.backOff(),
                        from.firedUntil(),
                        enabled ? null : reason,
                        from.version()));
    }

    @Override
    public Outcome change(UserId by, String flow, Settings settings, AuditEntry.Origin origin) {
        String cron = settings.cron();
        if (cron != null && Cron.parse(cron) instanceof Result.Err<Cron, String>(String problem)) {
            return new Outcome.Invalid("cron", problem);
        }
        return change(by, flow, origin, from -> with(from, settings));
    }

    private Definition with(Definition from, Settings settings) {
        Duration misfire = settings.misfire();
        Integer perClientMax = settings.perClientMax();
        Integer globalMax = settings.globalMax();
        Duration deadline = settings.deadline();
        return new Definition(
                from.flow(),
                from.enabled(),
                settings.timed() ? settings.cron() : from.cron(),
                from.zone(),
                misfire == null ? from.misfire() : misfire,
                perClientMax == null ? from.perClientMax() : perClientMax,
                globalMax == null ? from.globalMax() : globalMax,
                deadline == null ? from.deadline() : deadline,
                from.backOff(),
                settings.timed() ? ports.clock().now() : from.firedUntil(),
                from.pausedReason(),
                from.version());
    }

    @Override
    public Started start(UserId by, String name, String reason, AuditEntry.Origin origin) {
        return units.onPlatform(() -> {
            Optional<Definition> definition = ports.definitions().find(name);
            Optional<Flow<?>> flow = flows.find(name);
            if (definition.isEmpty() || flow.isEmpty()) {
                return new Started.NotFound();
            }
            RunMaker maker = new RunMaker(ports, ids);
            RunKey key = RunKey.api("staff " + ids.next());
            RunMaker.Cause cause = new RunMaker.Cause(RunTrigger.API, key, by, null);
            Run run = maker.make(
                    flow.get(),
                    definition.get(),
                    Run.PLATFORM,
                    cause,
                    Map.of(),
                    ports.clock().now(),
                    null);
            return switch (maker.insert(run, flow.get())) {
                case FlowRuns.Inserted.Made made -> {
                    told(by, Run.PLATFORM, "run", Map.of(), Map.of("flow", name, "reason", reason), origin);
                    yield new Started.Now(run);
                }
                case FlowRuns.Inserted.Known(RunId known, var state) -> before(known);
                case FlowRuns.Inserted.Active(RunId active) -> before(active);
            };
        });
    }

    @Override
    public Started order(UserId by, String name, Map<String, String> params, String key, AuditEntry.Origin origin) {
        return units.onPlatform(() -> {
            Optional<Definition> definition = ports.definitions().find(name);
            Optional<Flow<?>> flow = flows.find(name);
            if (definition.isEmpty() || flow.isEmpty()) {
                return new Started.NotFound();
            }
            if (!definition.get().enabled()) {
                String reason = definition.get().pausedReason();
                return new Started.Refused(reason == null ? "The flow is switched off." : reason);
            }
            if (flow.get().read().apply(params) instanceof Result.Err<?, String>(String problem)) {
                return new Started.Refused(problem);
            }
            RunMaker maker = new RunMaker(ports, ids);
            RunMaker.Cause cause = new RunMaker.Cause(RunTrigger.API, RunKey.api(key), by, null, key);
            Run run = maker.make(
                    flow.get(),
                    definition.get(),
                    Run.PLATFORM,
                    cause,
                    params,
                    ports.clock().now(),
                    null);
            return switch (maker.insert(run, flow.get())) {
                case FlowRuns.Inserted.Made made -> {
                    told(by, Run.PLATFORM, "run", Map.of(), Map.of("flow", name), origin);
                    yield new Started.Now(run);
                }
                case FlowRuns.Inserted.Known(RunId known, var state) ->
                    new Started.Now(ports.runs().find(Run.PLATFORM, known).orElseThrow());
                case FlowRuns.Inserted.Active(RunId active) -> before(active);
            };
        });
    }

    private Started before(RunId run) {
        return new Started.Before(ports.runs().find(Run.PLATFORM, run).orElseThrow());
    }

    @Override
    public Optional<ClientId> clientOf(RunId run) {
        return units.onPlatform(() -> ports.runs().clientOf(run));
    }

    private Outcome change(UserId by, String flow, AuditEntry.Origin origin, UnaryOperator<Definition> how) {
        return units.onPlatform(() -> {
            Optional<Definition> before = ports.definitions().find(flow);
            if (before.isEmpty()) {
                return new Outcome.NotFound();
            }
            Definition after = ports.definitions().update(how.apply(before.get()));
            Map<String, Change> changes = Map.of(
                    "enabled",
                    new Change(Boolean.toString(before.get().enabled()), Boolean.toString(after.enabled())),
                    "cron",
                    new Change(before.get().cron(), after.cron()),
                    "misfire_s",
                    seconds(before.get().misfire(), after.misfire()),
                    "per_client_max",
                    new Change(Integer.toString(before.get().perClientMax()), Integer.toString(after.perClientMax())),
                    "global_max",
                    new Change(Integer.toString(before.get().globalMax()), Integer.toString(after.globalMax())),
                    "deadline_s",
                    seconds(before.get().deadline(), after.deadline()));
            told(by, Run.PLATFORM, "flow", changes, Map.of("flow", flow), origin);
            return new Outcome.Done();
        });
    }

    private static Change seconds(@Nullable Duration before, @Nullable Duration after) {
        return new Change(
                before == null ? null : Long.toString(before.toSeconds()),
                after == null ? null : Long.toString(after.toSeconds()));
    }

    @Override
    public List<Breaker> breakers() {
        return units.onPlatform(() -> ports.breakers().notClosed());
    }

    @Override
    public Outcome open(
            UserId by, ClientId client, BreakerScope scope, String key, String reason, AuditEntry.Origin origin) {
        if (scope == BreakerScope.DELIVERABILITY) {
            return KEPT_ELSEWHERE;
        }
        return units.onPlatform(() -> {
            Instant now = ports.clock().now();
            ports.breakers().save(breaker(client, scope, key).open("operator", reason, by.text(), now, null));
            return changed(by, client, scope, key, "open", origin);
        });
    }

    @Override
    public Outcome close(UserId by, ClientId client, BreakerScope scope, String key, AuditEntry.Origin origin) {
        if (scope == BreakerScope.DELIVERABILITY) {
            return KEPT_ELSEWHERE;
        }
        return units.onPlatform(() -> {
            if (ports.breakers().find(client, scope, key).isEmpty()) {
                return new Outcome.NotFound();
            }
            Instant now = ports.clock().now();
            ports.breakers().save(breaker(client, scope, key).close(now));
            ports.runs().unblock(client, scope, now);
            ports.queues().repair(now);
            return changed(by, client, scope, key, "closed", origin);
        });
    }

    private Breaker breaker(ClientId client, BreakerScope scope, String key) {
        return ports.breakers().find(client, scope, key).orElseGet(() -> Breaker.closed(client, scope, key));
    }

    private Outcome changed(
            UserId by, ClientId client, BreakerScope scope, String key, String state, AuditEntry.Origin origin) {
        told(
                by,
                client,
                "breaker",
                Map.of("state", new Change(null, state)),
                Map.of("scope", scope.wire(), "account", key),
                origin);
        return new Outcome.Done();
    }

    private void told(
            UserId by,
            ClientId client,
            String type,
            Map<String, Change> changes,
            Map<String, String> metadata,
            AuditEntry.Origin origin) {
        ports.audit()
                .append(new AuditEntry(
                        ids.next(),
                        ports.clock().now(),
                        client.equals(Run.PLATFORM) ? null : client,
                        AuditEntry.Actor.user(by.value()),
                        AuditAction.UPDATE,
                        AuditEntry.Outcome.OK,
                        type,
                        null,
                        changes,
                        metadata,
                        origin));
    }
}
