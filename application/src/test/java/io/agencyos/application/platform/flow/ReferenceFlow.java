package io.agencyos.application.platform.flow;

import io.agencyos.application.platform.flow.run.Outcome;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.platform.flow.BackOff;
import io.agencyos.domain.platform.flow.BreakerScope;
import io.agencyos.domain.platform.flow.Counts;
import io.agencyos.domain.platform.flow.FailureClass;
import io.agencyos.domain.platform.flow.RunFailure;
import io.agencyos.domain.platform.flow.WorkClass;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.id.RunId;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.stream.IntStream;

/**
 * A flow with a step of every sort: rows in chunks of a hundred, some paid calls, an announcement. What its vendor was
 * asked for is kept, so that a test reads off whether anything happened twice.
 */
final class ReferenceFlow {

    /** What it tells of the last row. */
    static final List<Map<String, String>> LAST = List.of(Map.of("row", "250", "word", "fine"));

    static final String NAME = "reference";

    private static final int CHUNK = 100;

    /** By run, the vendor's keys that it charged for. A key that it knows is answered and not charged again. */
    final Map<RunId, Set<String>> charged = new ConcurrentHashMap<>();

    final List<String> calls = Collections.synchronizedList(new ArrayList<>());
    final Set<String> announced = ConcurrentHashMap.newKeySet();
    boolean repeatable = true;
    int rows = 250;
    int items = 3;
    Runnable duringChunk = () -> {};
    Runnable duringCall = () -> {};
    BiFunction<String, Integer, Optional<RunFailure>> vendor = (item, call) -> Optional.empty();

    Flow<Map<String, String>> flow() {
        return flow(Set.of(BreakerScope.AI_BUDGET));
    }

    Flow<Map<String, String>> flow(Set<BreakerScope> stoppedBy) {
        return new Flow<>(
                NAME,
                1,
                WorkClass.BATCH,
                Role.MEMBER,
                stoppedBy,
                true,
                params -> params.containsKey("wrong") ? Result.err("wrong is not known") : Result.ok(params),
                List.of(
                        new FlowStep.Chunked<>("rows", 5, this::chunk),
                        new FlowStep.PerItem<>(
                                "buy", 3, "vendor", context -> keys(), repeatable, BackOff.seconds(60, 300), this::buy),
                        new FlowStep.Calling<>("announce", 2, this::announce)));
    }

    private StepResult chunk(StepContext<Map<String, String>> context) {
        int from = context.cursor() == null ? 0 : Integer.parseInt(context.cursor());
        int until = Math.min(rows, from + CHUNK);
        duringChunk.run();
        Counts counts = Counts.done(rows, until);
        Outcome outcome = Outcome.count("rows", until - from);
        return until < rows
                ? new StepResult.More(Integer.toString(until), counts, outcome)
                : new StepResult.Done(
                        counts, outcome.plus(new Outcome(Map.of(), Map.of("said", "all"), Map.of("last", LAST))));
    }

    private List<String> keys() {
        return IntStream.rangeClosed(1, items).mapToObj(n -> "lead-" + n).toList();
    }

    private ItemResult buy(StepContext<Map<String, String>> context, String item, String vendorKey) {
        calls.add(item);
        Optional<RunFailure> failure =
                vendor.apply(item, (int) calls.stream().filter(item::equals).count());
        if (failure.isPresent()) {
            return new ItemResult.Failed(failure.get());
        }
        charged.computeIfAbsent(context.run().id(), run -> ConcurrentHashMap.newKeySet())
                .add(vendorKey);
        duringCall.run();
        return new ItemResult.Done("ok", new BigDecimal("0.05"));
    }

    private StepResult announce(StepContext<Map<String, String>> context) {
        announced.add(context.run().id().text());
        return new StepResult.Done(Counts.done(1, 1), Outcome.count("announced", 1));
    }

    static RunFailure failure(FailureClass kind) {
        return new RunFailure(kind, "VENDOR", "The vendor did not do it.", Duration.ZERO);
    }
}
