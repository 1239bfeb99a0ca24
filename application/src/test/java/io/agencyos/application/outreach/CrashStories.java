package io.agencyos.application.outreach;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.application.outreach.engine.OutreachStage;
import io.agencyos.application.outreach.store.OutreachStores;
import io.agencyos.application.outreach.store.Quotas;
import io.agencyos.application.shared.StorageUnavailable;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.TimeOrderedIds;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.application.testing.NoCounters;
import io.agencyos.application.testing.TestChance;
import io.agencyos.domain.campaign.enrolment.EnrolmentStep;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.lead.Suppression;
import io.agencyos.domain.lead.SuppressionKeyType;
import io.agencyos.domain.lead.SuppressionReason;
import io.agencyos.domain.lead.SuppressionSource;
import io.agencyos.domain.outreach.touch.Touch;
import io.agencyos.domain.outreach.touch.TouchState;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.SuppressionId;
import io.agencyos.domain.shared.id.TouchId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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

    @Test // I1, I8, outreach 4.6 rows 1 to 8, scoring 5: crash between vendor acceptance and commit
    void a_process_that_dies_before_any_commit_leaves_a_lead_that_is_contacted_once() {
        assertThat(crashEverywhere(Point.BEFORE_COMMIT)).isGreaterThanOrEqualTo(6);
    }

    @Test // I1, I8, outreach 4.6 rows 1 to 8, scoring 5: crash between vendor acceptance and commit
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

    @Test // outreach 4.6, 6.2: what was committed to be sent is asked about again by whoever takes it up
    void whoever_says_stop_while_no_process_lives_hears_nothing_of_the_next_one() {
        for (Point point : Point.values()) {
            assertThat(stoppedEverywhere(point)).isGreaterThanOrEqualTo(6);
        }
    }

    /** Answers at how many transactions the process died before it lived to the end. */
    private int stoppedEverywhere(Point point) {
        for (int at = 1; at < MORE_THAN_ENOUGH; at++) {
            clock.set(OutreachScenario.MONDAY_MORNING);
            OutreachScenario scenario = autopilot();
            Lead lead = scenario.lead();
            boolean died = diesAt(scenario, lead, new DyingUnits(scenario.on().units(), point, at));
            int before = delivered().size();
            saysStop(scenario, lead);
            scenario.runFor(aDay());
            assertThat(delivered()).as(point + " " + at).hasSize(before);
            if (!died) {
                return at - 1;
            }
        }
        throw new AssertionError("it never lived to the end");
    }

    static void saysStop(OutreachScenario scenario, Lead lead) {
        SuppressionId id = new SuppressionId(UUID.randomUUID());
        scenario.in(() -> scenario.on()
                .world()
                .leads()
                .suppressions()
                .add(List.of(new Suppression(
                        id,
                        lead.clientId(),
                        SuppressionKeyType.PERSON,
                        lead.id().text(),
                        SuppressionReason.UNSUBSCRIBED,
                        SuppressionSource.REPLY,
                        id,
                        null,
                        scenario.now(),
                        null,
                        0))));
    }

    private static OutreachUseCases process(OutreachScenario scenario, OutreachStores stores, UnitOfWork units) {
        return new OutreachUseCases(
                stores,
                scenario.on().world(),
                scenario.on().outlets(),
                units,
                scenario::now,
                new TimeOrderedIds(scenario::now, new TestChance(4711)),
                () -> 0L);
    }

    @Test // scoring 5: quota store unavailable: sends stop (fail closed), reading continues
    void nothing_leaves_while_quotas_cannot_be_reserved_and_everything_does_afterwards() {
        OutreachScenario scenario = autopilot();
        Lead lead = scenario.lead();
        OutreachStores stores = scenario.on().stores();
        QuotasAway quotas = new QuotasAway(stores.quotas());
        OutreachUseCases process = process(
                scenario,
                new OutreachStores(
                        stores.enrolments(),
                        stores.touches(),
                        quotas,
                        stores.approvals(),
                        stores.gateLog(),
                        stores.callLog(),
                        stores.sentLog(),
                        stores.consents()),
                scenario.on().units());
        quotas.lives(process, scenario);
        due(scenario, lead);
        quotas.lives(process, scenario);

        assertThat(quotas.asked).isPositive();
        assertThat(delivered()).isEmpty();
        assertThat(scenario.touches(lead)).extracting(Touch::state).containsExactly(TouchState.READY);
        assertThat(reserved(scenario, metric())).isZero();
        assertThat(scenario.conservation().closes()).isTrue();
        scenario.runFor(aDay());
        contactedOnce(scenario, lead, "afterwards");
    }

    private static boolean diesAt(OutreachScenario scenario, Lead lead, UnitOfWork dying) {
        OutreachUseCases process = process(scenario, scenario.on().stores(), dying);
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

    /** Counters that can be read and not be written. */
    private static final class QuotasAway extends NoCounters {

        private final Quotas inner;
        private int asked;

        QuotasAway(Quotas inner) {
            this.inner = inner;
        }

        /** Every stage has its turn, whatever became of the one before. */
        private void lives(OutreachUseCases process, OutreachScenario scenario) {
            for (OutreachStage stage : process.loop()) {
                try {
                    stage.run(scenario.client(), 10);
                } catch (StorageUnavailable away) {
                    asked++;
                }
            }
        }

        @Override
        public Map<TouchId, List<Counter>> held(ClientId client, Collection<TouchId> touches) {
            return inner.held(client, touches);
        }

        @Override
        public Map<Counter, Count> counts(ClientId client, Collection<Counter> counters) {
            return inner.counts(client, counters);
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
