package io.agencyos.application.platform.flow;

import io.agencyos.application.platform.Alerts;
import io.agencyos.application.platform.flow.run.RunFigures;
import io.agencyos.application.platform.flow.store.FlowDefinitions.Definition;
import io.agencyos.application.platform.flow.store.FlowPorts;
import io.agencyos.application.platform.flow.store.SendBacklog;
import io.agencyos.application.platform.flow.store.VendorPaces;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.platform.Alert;
import io.agencyos.domain.platform.flow.FlowSchedule;
import io.agencyos.domain.platform.flow.RateBucket;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Looks after the engine itself: what waits and for how long, and what staff has to know. An alert stands for as long as its
 * cause does. Source: flows 1.9 (platform page), 1.10.
 */
public final class WatchFlows {

    private static final String SOURCE = "flows";
    private static final Duration WAITS_TOO_LONG = Duration.ofMinutes(15);
    private static final Duration UNKNOWN_TOO_LONG = Duration.ofHours(24);
    private static final Duration DEATHS_WITHIN = Duration.ofMinutes(10);
    private static final int DEATHS = 3;
    private static final Duration DEFECTS_WITHIN = Duration.ofDays(1);
    private static final Duration LATENCY_OF = Duration.ofHours(1);
    private static final Duration HISTORY = Duration.ofDays(30);
    private static final Duration ALIVE_WITHIN = Duration.ofSeconds(60);

    private final FlowPorts ports;
    private final RunFigures figures;
    private final Alerts alerts;
    private final UnitOfWork units;
    private final RunMetrics metrics;
    private final VendorPaces paces;
    private final SendBacklog sends;

    /** In a process that calls no vendors. */
    public WatchFlows(FlowPorts ports, RunFigures figures, Alerts alerts, UnitOfWork units, RunMetrics metrics) {
        this(ports, figures, alerts, units, metrics, VendorPaces.NONE, SendBacklog.NONE);
    }

    public WatchFlows(
            FlowPorts ports,
            RunFigures figures,
            Alerts alerts,
            UnitOfWork units,
            RunMetrics metrics,
            VendorPaces paces,
            SendBacklog sends) {
        this.paces = paces;
        this.sends = sends;
        this.metrics = metrics;
        this.ports = ports;
        this.figures = figures;
        this.alerts = alerts;
        this.units = units;
    }

    /**
     * The engine at this moment.
     *
     * @param latency of the last hour
     * @param resumed runs whose worker was found dead in the last ten minutes
     * @param unknownSince see {@link RunFigures#unknownSince}
     */
    public record Overview(
            Instant at,
            int nodes,
            List<RunFigures.Backlog> backlogs,
            Optional<RunFigures.Latency> latency,
            int resumed,
            Optional<Instant> unknownSince) {}

    /** Processes that execute runs now, at least this one. */
    public int nodes() {
        return units.onPlatform(
                () -> Math.max(1, ports.nodes().aliveSince(ports.clock().now().minus(ALIVE_WITHIN))));
    }

    public Overview look() {
        return units.onPlatform(() -> {
            Instant now = ports.clock().now();
            return new Overview(
                    now,
                    ports.nodes().aliveSince(now.minus(ALIVE_WITHIN)),
                    backlogs(now),
                    figures.latency(now.minus(LATENCY_OF)),
                    figures.resumedSince(now.minus(DEATHS_WITHIN)),
                    figures.unknownSince());
        });
    }

    /**
     * A flow as a client's members see it.
     *
     * @param nextAt when it starts next by itself, null for never
     * @param ended how the client's runs of the last 30 days ended
     */
    public record History(
            String flow, boolean enabled, @Nullable Instant nextAt, RunFigures.Ended ended) {}

    /** Every flow there is, as of that moment. */
    private record Planned(Instant now, List<Definition> flows) {}

    /** Every flow that starts by itself or that the client had a run of, by name. Source: flows 1.9. */
    public List<History> history(TenantScope scope) {
        Planned planned = units.readingPlatform(
                () -> new Planned(ports.clock().now(), ports.definitions().all()));
        Instant now = planned.now();
        Map<String, RunFigures.Ended> ended =
                units.reading(scope, () -> figures.ended(scope.clientId(), now.minus(HISTORY)));
        return planned.flows().stream()
                .filter(flow -> flow.cron() != null || ended.containsKey(flow.flow()))
                .map(flow -> new History(
                        flow.flow(),
                        flow.enabled(),
                        FireSchedules.schedule(flow)
                                .filter(any -> flow.enabled())
                                .flatMap(schedule -> schedule.nextAfter(now))
                                .map(FlowSchedule.Fire::at)
                                .orElse(null),
                        ended.getOrDefault(flow.flow(), new RunFigures.Ended(0, 0, 0))))
                .sorted(Comparator.comparing(History::flow))
                .toList();
    }

    /** What waits for a client by classes of work, as of that moment. Source: flows 1.9, tenant page. */
    public Waiting waiting(TenantScope scope) {
        return units.reading(scope.asWorker(), () -> {
            Instant now = ports.clock().now();
            return new Waiting(now, with(figures.backlogs(scope.clientId(), now), sends.of(scope.clientId(), now)));
        });
    }

    private List<RunFigures.Backlog> backlogs(Instant now) {
        return with(figures.backlogs(now), sends.everywhere(now));
    }

    /** Runs of every class, and of sending what waits without a run. */
    private static List<RunFigures.Backlog> with(List<RunFigures.Backlog> runs, RunFigures.Backlog touches) {
        return runs.stream()
                .map(each -> each.work() == touches.work() ? each.and(touches) : each)
                .toList();
    }

    /** What was due then. */
    public record Waiting(Instant at, List<RunFigures.Backlog> backlogs) {}

    /** What vendors' accounts may still be asked at this moment: by steps of flows over all processes, and by this process. */
    public List<RateBucket> buckets() {
        List<RateBucket> stored = units.onPlatform(() -> {
            Instant now = ports.clock().now();
            return ports.buckets().all().stream().map(bucket -> bucket.at(now)).toList();
        });
        return Stream.concat(stored.stream(), paces.now().stream())
                .sorted(Comparator.comparing(RateBucket::vendor))
                .toList();
    }

    /** Every process tells its own metrics how long work has been due. */
    public void measure() {
        Overview overview = look();
        for (RunFigures.Backlog backlog : overview.backlogs()) {
            Instant oldest = backlog.oldestDue();
            metrics.backlog(
                    backlog.work(),
                    backlog.due(),
                    oldest == null ? Duration.ZERO : Duration.between(oldest, overview.at()));
        }
    }

    /** Raises what staff has to know and takes back what is so no longer. */
    public List<Alert> check() {
        return units.onPlatform(() -> {
            Instant now = ports.clock().now();
            List<Alert> found = new ArrayList<>();
            backlogs(found, now);
            unknown(found, now);
            deaths(found, now);
            fruitless(found, now);
            defects(found, now);
            found.forEach(alerts::raise);
            alerts.resolveOthers(SOURCE, found.stream().map(Alert::fingerprint).toList(), now);
            return List.copyOf(found);
        });
    }

    private void backlogs(List<Alert> found, Instant now) {
        for (RunFigures.Backlog backlog : backlogs(now)) {
            Instant oldest = backlog.oldestDue();
            if (oldest != null && oldest.isBefore(now.minus(WAITS_TOO_LONG))) {
                String work = backlog.work().wire();
                found.add(alert(
                        "backlog:" + work,
                        Alert.Severity.WARNING,
                        "Work of class " + work + " has been due for more than 15 minutes.",
                        Map.of("oldest_due", oldest.toString(), "due", Integer.toString(backlog.due())),
                        now));
            }
        }
    }

    private void unknown(List<Alert> found, Instant now) {
        figures.unknownSince()
                .filter(since -> since.isBefore(now.minus(UNKNOWN_TOO_LONG)))
                .ifPresent(since -> found.add(alert(
                        "unknown",
                        Alert.Severity.WARNING,
                        "Of some calls nobody has known the outcome for more than 24 hours.",
                        Map.of("since", since.toString()),
                        now)));
    }

    private void deaths(List<Alert> found, Instant now) {
        int resumed = figures.resumedSince(now.minus(DEATHS_WITHIN));
        if (resumed > DEATHS) {
            found.add(alert(
                    "dead",
                    Alert.Severity.CRITICAL,
                    "More than 3 runs lost their worker within 10 minutes.",
                    Map.of("runs", Integer.toString(resumed)),
                    now));
        }
    }

    /** Two expected intervals without a success; of credits that is two hours. */
    private void fruitless(List<Alert> found, Instant now) {
        Map<String, Instant> successes = figures.lastSuccess();
        for (Definition definition : ports.definitions().all()) {
            Instant last = successes.get(definition.flow());
            boolean twice = definition.enabled()
                    && last != null
                    && FireSchedules.schedule(definition)
                            .filter(schedule -> schedule.startedTwiceSince(last, now))
                            .isPresent();
            if (twice) {
                found.add(alert(
                        "fruitless:" + definition.flow(),
                        Alert.Severity.CRITICAL,
                        "The flow " + definition.flow() + " has not succeeded for two of its intervals.",
                        Map.of("last_success", last.toString()),
                        now));
            }
        }
    }

    private void defects(List<Alert> found, Instant now) {
        for (RunFigures.Defect defect : figures.defects(now.minus(DEFECTS_WITHIN))) {
            found.add(alert(
                    "defect:" + defect.flow() + ":" + defect.message(),
                    Alert.Severity.WARNING,
                    "Runs of " + defect.flow() + " fail by a defect.",
                    Map.of("fingerprint", defect.message(), "runs", Integer.toString(defect.runs())),
                    now));
        }
    }

    private static Alert alert(
            String what, Alert.Severity severity, String title, Map<String, String> detail, Instant now) {
        return Alert.of(SOURCE + ":" + what, severity, SOURCE, null, title, detail, now);
    }
}
