package io.agencyos.adapters.out.memory.platform.flow;

import io.agencyos.application.platform.flow.run.Run;
import io.agencyos.application.platform.flow.run.RunFigures;
import io.agencyos.application.platform.flow.store.FlowDefinitions;
import io.agencyos.application.platform.flow.store.FlowDefinitions.Definition;
import io.agencyos.domain.platform.RunState;
import io.agencyos.domain.platform.flow.WorkClass;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Figures over the runs in memory. */
public final class MemoryRunFigures implements RunFigures {

    private final MemoryFlowRuns runs;
    private final FlowDefinitions definitions;

    public MemoryRunFigures(MemoryFlowRuns runs, FlowDefinitions definitions) {
        this.runs = runs;
        this.definitions = definitions;
    }

    @Override
    public List<Backlog> backlogs(Instant now) {
        return backlogs(run -> true, now);
    }

    @Override
    public List<Backlog> backlogs(ClientId client, Instant now) {
        return backlogs(run -> run.client().equals(client), now);
    }

    private List<Backlog> backlogs(Predicate<Run> which, Instant now) {
        return Stream.of(WorkClass.values())
                .map(work -> backlog(work, () -> ofClass(work).filter(which), now))
                .toList();
    }

    private Backlog backlog(WorkClass work, Supplier<Stream<Run>> runs, Instant now) {
        List<Run> due = runs.get()
                .filter(run -> run.state() == RunState.QUEUED && isEnabled(run))
                .filter(run -> !MemoryRuns.dueAt(run).isAfter(now))
                .toList();
        long inFlight = runs.get()
                .filter(MemoryRuns::isExecuted)
                .filter(run -> run.lease() != null && !run.lease().until().isBefore(now))
                .count();
        @Nullable
        Instant oldest = due.stream()
                .map(run -> run.startedAt() == null ? run.order().scheduledFor() : MemoryRuns.dueAt(run))
                .min(Comparator.naturalOrder())
                .orElse(null);
        return new Backlog(work, due.size(), oldest, (int) inFlight);
    }

    private Stream<Run> ofClass(WorkClass work) {
        return runs.all()
                .filter(run -> run.order().work() == work && run.order().version() > 0);
    }

    private boolean isEnabled(Run run) {
        return definitions.find(run.order().flow()).filter(Definition::enabled).isPresent();
    }

    @Override
    public Map<String, Ended> ended(ClientId client, Instant since) {
        return runs.all()
                .filter(run ->
                        run.client().equals(client) && run.order().createdAt().isAfter(since))
                .flatMap(run ->
                        ended(run.state()).map(one -> Map.entry(run.order().flow(), one)).stream())
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        Map.Entry::getValue,
                        (a, b) -> new Ended(
                                a.succeeded() + b.succeeded(), a.partial() + b.partial(), a.failed() + b.failed())));
    }

    private static Optional<Ended> ended(RunState state) {
        return switch (state) {
            case SUCCEEDED -> Optional.of(new Ended(1, 0, 0));
            case PARTIAL -> Optional.of(new Ended(0, 1, 0));
            case FAILED -> Optional.of(new Ended(0, 0, 1));
            case QUEUED, DISPATCHED, RUNNING, WAITING, BLOCKED, CANCELLED -> Optional.empty();
        };
    }

    @Override
    public Optional<Latency> latency(Instant since) {
        List<Duration> waited = runs.all()
                .filter(run -> run.fence() > 0
                        && run.startedAt() != null
                        && run.startedAt().isAfter(since))
                .map(run -> Duration.between(run.order().scheduledFor(), Objects.requireNonNull(run.startedAt())))
                .sorted()
                .toList();
        return waited.isEmpty()
                ? Optional.empty()
                : Optional.of(new Latency(percentile(waited, 50), percentile(waited, 95)));
    }

    private static Duration percentile(List<Duration> sorted, int percent) {
        return sorted.get(Math.max(0, (sorted.size() * percent + 99) / 100 - 1));
    }

    @Override
    public int resumedSince(Instant since) {
        return (int) runs.resumed().filter(at -> at.isAfter(since)).count();
    }

    @Override
    public Optional<Instant> unknownSince() {
        return runs.all()
                .filter(run -> run.counts().unknown() > 0)
                .flatMap(run -> Stream.ofNullable(run.startedAt()))
                .min(Comparator.naturalOrder());
    }

    @Override
    public Map<String, Instant> lastSuccess() {
        Map<String, List<Run>> ofPlatform = runs.all()
                .filter(run -> run.client().equals(Run.PLATFORM))
                .collect(Collectors.groupingBy(run -> run.order().flow()));
        Map<String, Instant> last = new TreeMap<>();
        ofPlatform.forEach((flow, all) -> last.put(
                flow,
                all.stream()
                        .filter(run -> run.state() == RunState.SUCCEEDED || run.state() == RunState.PARTIAL)
                        .flatMap(run -> Stream.ofNullable(run.finishedAt()))
                        .max(Comparator.naturalOrder())
                        .orElseGet(() -> all.stream()
                                .map(run -> run.order().createdAt())
                                .min(Comparator.naturalOrder())
                                .orElseThrow())));
        return last;
    }

    @Override
    public List<Defect> defects(Instant since) {
        Map<String, Map<String, Long>> found = runs.all()
                .filter(run -> run.state() == RunState.FAILED
                        && run.lastError() != null
                        && run.lastError().code().equals("INTERNAL")
                        && run.lastError().at().isAfter(since))
                .collect(Collectors.groupingBy(
                        run -> run.order().flow(),
                        TreeMap::new,
                        Collectors.groupingBy(
                                run -> Objects.requireNonNull(run.lastError()).message(),
                                TreeMap::new,
                                Collectors.counting())));
        return found.entrySet().stream()
                .flatMap(flow -> flow.getValue().entrySet().stream()
                        .map(defect -> new Defect(
                                flow.getKey(),
                                defect.getKey(),
                                defect.getValue().intValue())))
                .toList();
    }
}
