package io.agencyos.application.platform.flow;

import io.agencyos.application.platform.flow.FlowDefinitions.Definition;
import io.agencyos.application.platform.flow.FlowRuns.After;
import io.agencyos.application.platform.flow.FlowRuns.Filter;
import io.agencyos.application.shared.IdSource;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.platform.AuditAction;
import io.agencyos.domain.platform.AuditEntry;
import io.agencyos.domain.platform.AuditEntry.Change;
import io.agencyos.domain.platform.flow.Breaker;
import io.agencyos.domain.platform.flow.BreakerScope;
import io.agencyos.domain.platform.flow.Cron;
import io.agencyos.domain.platform.flow.FlowSchedule;
import io.agencyos.domain.shared.ClientId;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Each change is one unit of work of the platform with its line in the audit log. */
final class RunPlatformService implements RunPlatform {

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
                (definition) ->
                        with(definition, enabled, definition.cron(), definition.firedUntil(), enabled ? null : reason));
    }

    @Override
    public Outcome reschedule(UserId by, String flow, @Nullable String cron, AuditEntry.Origin origin) {
        if (cron != null && Cron.parse(cron) instanceof Result.Err<Cron, String>(String problem)) {
            return new Outcome.Invalid(problem);
        }
        return change(
                by,
                flow,
                origin,
                definition -> with(
                        definition, definition.enabled(), cron, ports.clock().now(), definition.pausedReason()));
    }

    private static Definition with(
            Definition from,
            boolean enabled,
            @Nullable String cron,
            @Nullable Instant firedUntil,
            @Nullable String reason) {
        return new Definition(
                from.flow(),
                enabled,
                cron,
                from.zone(),
                from.misfire(),
                from.globalMax(),
                from.deadline(),
                from.backOff(),
                firedUntil,
                reason,
                from.version());
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
                    new Change(before.get().cron(), after.cron()));
            told(by, Run.PLATFORM, "flow", changes, Map.of("flow", flow), origin);
            return new Outcome.Done();
        });
    }

    @Override
    public List<Breaker> breakers() {
        return units.onPlatform(() -> ports.breakers().notClosed());
    }

    @Override
    public Outcome open(
            UserId by, ClientId client, BreakerScope scope, String key, String reason, AuditEntry.Origin origin) {
        return units.onPlatform(() -> {
            Instant now = ports.clock().now();
            ports.breakers().save(breaker(client, scope, key).open("operator", reason, by.text(), now, null));
            return changed(by, client, scope, key, "open", origin);
        });
    }

    @Override
    public Outcome close(UserId by, ClientId client, BreakerScope scope, String key, AuditEntry.Origin origin) {
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
