package io.agencyos.application.outreach;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.TimeOrderedIds;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.application.testing.TestChance;
import io.agencyos.domain.campaign.EnrolmentStep;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.outreach.Touch;
import io.agencyos.domain.outreach.TouchState;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** The process ends at every point at which it can end between two transactions, or inside one. Source: outreach 4.6. */
public abstract class CrashStories extends OutreachStories {

    private static final int MORE_THAN_ENOUGH = 100;

    private enum Point {
        /** Nothing of the transaction is stored. */
        BEFORE_COMMIT,
        /** All of it is stored, and nothing after it happens. */
        AFTER_COMMIT
    }

    @Test // I1, I8, outreach 4.6 rows 1 to 8
    void a_process_that_dies_before_any_commit_leaves_a_lead_that_is_contacted_once() {
        assertThat(crashEverywhere(Point.BEFORE_COMMIT)).isGreaterThanOrEqualTo(6);
    }

    @Test // I1, I8, outreach 4.6 rows 1 to 8
    void a_process_that_dies_after_any_commit_leaves_a_lead_that_is_contacted_once() {
        assertThat(crashEverywhere(Point.AFTER_COMMIT)).isGreaterThanOrEqualTo(6);
    }

    /** Answers at how many transactions the process died before it lived to the end. */
    private int crashEverywhere(Point point) {
        for (int at = 1; at < MORE_THAN_ENOUGH; at++) {
            clock.set(OutreachScenario.MONDAY_MORNING);
            OutreachScenario scenario = autopilot();
            Lead lead = scenario.lead();
            boolean died = diesAt(scenario, lead, new DyingUnits(scenario.on().units(), point, at));
            scenario.runFor(aDay());
            contactedOnce(scenario, lead, point + " " + at);
            if (!died) {
                return at - 1;
            }
        }
        throw new AssertionError("it never lived to the end");
    }

    private static boolean diesAt(OutreachScenario scenario, Lead lead, UnitOfWork dying) {
        OutreachUseCases process = new OutreachUseCases(
                scenario.on().stores(),
                scenario.on().world(),
                scenario.on().outlets(),
                dying,
                scenario::now,
                new TimeOrderedIds(scenario::now, new TestChance(4711)),
                () -> 0L);
        try {
            process.loop().forEach(stage -> stage.run(scenario.client(), 10));
            due(scenario, lead);
            process.loop().forEach(stage -> stage.run(scenario.client(), 10));
            return false;
        } catch (ProcessDied end) {
            return true;
        }
    }

    private void contactedOnce(OutreachScenario scenario, Lead lead, String where) {
        assertThat(delivered()).as(where).hasSize(1);
        assertThat(scenario.touches(lead)).as(where).extracting(Touch::state).containsExactly(TouchState.SENT);
        assertThat(scenario.steps(lead).getFirst().outcome()).as(where).isEqualTo(EnrolmentStep.Outcome.SENT);
        assertThat(scenario.enrolment(lead).nextStep()).as(where).isEqualTo(2);
        assertThat(scenario.reread(lead).history().touches()).as(where).isEqualTo(1);
        assertThat(used(scenario, metric())).as(where).isEqualTo(1);
        assertThat(reserved(scenario, metric())).as(where).isZero();
        assertThat(scenario.conservation().closes()).as(where).isTrue();
    }

    /** Ends the process at its n-th transaction. */
    private static final class DyingUnits implements UnitOfWork {

        private final UnitOfWork inner;
        private final Point point;
        private int left;

        DyingUnits(UnitOfWork inner, Point point, int at) {
            this.inner = inner;
            this.point = point;
            this.left = at;
        }

        @Override
        public <T> T inTenant(TenantScope scope, Supplier<T> work) {
            boolean last = --left == 0;
            T result = inner.inTenant(scope, () -> {
                T done = work.get();
                if (last && point == Point.BEFORE_COMMIT) {
                    throw new ProcessDied();
                }
                return done;
            });
            if (last) {
                throw new ProcessDied();
            }
            return result;
        }

        @Override
        public <T> T onPlatform(Supplier<T> work) {
            return inner.onPlatform(work);
        }
    }

    /** What no code of ours catches. */
    private static final class ProcessDied extends Error {
        private static final long serialVersionUID = 1;

        ProcessDied() {
            super("the process ends here", null, false, false);
        }
    }
}
