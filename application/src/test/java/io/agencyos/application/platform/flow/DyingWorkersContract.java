package io.agencyos.application.platform.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.application.platform.flow.run.Run;
import io.agencyos.application.platform.flow.store.FlowRuns;
import io.agencyos.application.shared.StorageUnavailable;
import io.agencyos.domain.platform.RunState;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.RunId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Every flow ends as if nothing had happened, wherever its worker died or the database went away. Each death is another
 * client's, so that all of them are died and survived side by side, by several workers at once. Source: flows 4.
 */
public abstract class DyingWorkersContract extends FlowWorld {

    private static final int WORKERS = 4;

    /** Among many a run may end without being put back and picked once more, and has these commits fewer. */
    private static final int FEWER = 2;

    private final ReferenceFlow reference = new ReferenceFlow();

    /** What happens to the worker of a run. */
    private record Death(Mortal.Fate fate, int unit, Mortal mortal, Run run) {

        @Override
        public String toString() {
            return fate + " at " + unit;
        }
    }

    @BeforeEach
    void define_the_reference_flow() {
        // two of everything that is repeated: a third would die the same deaths
        reference.rows = 150;
        reference.items = 2;
        define(definition(ReferenceFlow.NAME, null));
    }

    private FlowEngine reference() {
        return engine(reference.flow());
    }

    private Run started() {
        return start(reference(), new ClientId(UUID.randomUUID()), ReferenceFlow.NAME, Map.of());
    }

    private Death death(Mortal.Fate fate, int unit) {
        return new Death(fate, unit, new Mortal(units(), unit, fate), started());
    }

    /** Enough processes that everybody's turn is now. */
    private void manyNodesAreAlive() {
        units().onPlatform(() -> IntStream.range(0, 50).forEach(n -> nodes().beat("node-" + n, now())));
    }

    private static void inParallel(List<Callable<Void>> works) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(WORKERS)) {
            for (Future<Void> one : threads.invokeAll(works)) {
                one.get();
            }
        }
    }

    @Test // flows 4: kill the worker after each step in turn; the final tables equal those of an undisturbed run
    void a_worker_that_dies_at_any_commit_changes_nothing_about_the_end() throws Exception {
        int commits = commitsOfAnUndisturbedRun();
        assertThat(commits).isGreaterThan(10);
        List<Death> deaths = Stream.of(Mortal.Fate.DIES_BEFORE_COMMIT, Mortal.Fate.DIES_AFTER_COMMIT)
                .flatMap(fate -> IntStream.rangeClosed(1, commits).mapToObj(n -> death(fate, n)))
                .toList();
        dieAndSurvive(deaths);
    }

    @Test // flows 4, test 15: database restart in a batch run: run resumes, no lost counters
    void a_database_that_goes_away_at_any_commit_loses_no_counter() throws Exception {
        int commits = commitsOfAnUndisturbedRun();
        dieAndSurvive(IntStream.rangeClosed(1, commits)
                .mapToObj(n -> death(Mortal.Fate.LOSES_THE_DATABASE, n))
                .toList());
    }

    private void dieAndSurvive(List<Death> deaths) throws Exception {
        Map<RunId, FlowEngine> mortals = deaths.stream()
                .collect(
                        Collectors.toMap(death -> death.run().id(), death -> engine(death.mortal(), reference.flow())));
        work(handed -> mortals.get(handed.run()));
        int last = deaths.stream().mapToInt(Death::unit).max().orElseThrow();
        assertThat(deaths)
                .filteredOn(death -> death.unit() <= last - FEWER)
                .allSatisfy(death -> assertThat(death.mortal().met()).isTrue());

        for (int i = 0; i < 9 && left(deaths); i++) {
            pass(Run.LEASE.plusSeconds(1));
            survive();
        }

        assertThat(deaths).allSatisfy(this::assertUndisturbed);
    }

    /** Turn after turn until none is left now, those of a tick side by side. */
    private void work(Function<FlowRuns.Handed, FlowEngine> workers) throws Exception {
        manyNodesAreAlive();
        FlowEngine dispatcher = reference();
        dispatcher.dispatchRuns().tick();
        for (List<FlowRuns.Handed> turns = handed(); !turns.isEmpty(); turns = handed()) {
            inParallel(
                    turns.stream().map(turn -> turn(workers.apply(turn), turn)).toList());
            dispatcher.dispatchRuns().tick();
        }
    }

    private static Callable<Void> turn(FlowEngine engine, FlowRuns.Handed handed) {
        return () -> {
            died(() -> engine.executeRun().execute(handed.client(), handed.run()));
            return null;
        };
    }

    private boolean left(List<Death> deaths) {
        return !deaths.stream().allMatch(this::hasEnded);
    }

    private boolean hasEnded(Death death) {
        return stored(death.run().client(), death.run().id()).state().isEnded();
    }

    private void survive() throws Exception {
        FlowEngine engine = reference();
        engine.sweepRuns().sweep();
        work(handed -> engine);
    }

    private List<FlowRuns.Handed> handed() {
        return Stream.generate(this::take)
                .takeWhile(Optional::isPresent)
                .map(Optional::get)
                .toList();
    }

    private int commitsOfAnUndisturbedRun() throws Exception {
        Run run = started();
        Mortal immortal = Mortal.immortal(units());
        FlowEngine engine = engine(immortal, reference.flow());
        work(handed -> engine);
        assertThat(stored(run.client(), run.id()).state()).isEqualTo(RunState.SUCCEEDED);
        return immortal.seen();
    }

    private void assertUndisturbed(Death death) {
        RunId id = death.run().id();
        Run run = stored(death.run().client(), id);
        assertThat(run.state()).isEqualTo(RunState.SUCCEEDED);
        assertThat(run.outcome().counts()).containsEntry("rows", 150L).containsEntry("announced", 1L);
        assertThat(run.counts().done()).isEqualTo(153);
        assertThat(run.counts().unknown()).isZero();
        assertThat(run.cost()).isEqualByComparingTo("0.10");
        assertThat(reference.charged.getOrDefault(id, Set.of())).hasSize(2);
        assertThat(reference.announced).contains(id.text());
    }

    @Test // flows 4: neither does a dispatcher that dies
    void a_dispatcher_that_dies_at_any_commit_loses_no_run() throws Exception {
        for (Mortal.Fate fate : Mortal.Fate.values()) {
            for (int unit = 1; unit <= 2; unit++) {
                Run run = started();
                FlowEngine mortal = engine(new Mortal(units(), unit, fate), reference.flow());
                assertThat(died(() -> mortal.dispatchRuns().tick()))
                        .as("%s at %d", fate, unit)
                        .isTrue();
                pass(Run.LEASE.plusSeconds(1));
                survive();
                assertThat(stored(run.client(), run.id()).state())
                        .as("%s at %d", fate, unit)
                        .isEqualTo(RunState.SUCCEEDED);
            }
        }
    }

    private static boolean died(Runnable work) {
        try {
            work.run();
            return false;
        } catch (Mortal.Killed | StorageUnavailable expected) {
            return true;
        }
    }
}
