package io.agencyos.adapters.out.memory.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agencyos.application.allocation.AllocationScenario;
import io.agencyos.application.allocation.AssignPoolLeads;
import io.agencyos.application.allocation.PreviewAssignment;
import io.agencyos.application.outreach.store.OutreachStores;
import io.agencyos.application.scoring.ExplainScore;
import io.agencyos.application.scoring.RescoreLeads;
import io.agencyos.application.shared.StorageUnavailable;
import io.agencyos.application.testing.NoCounters;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.lead.LeadStatus;
import io.agencyos.domain.scoring.ScoreCause;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** The counters cannot even be read. Source: scoring 5, row "quota store unavailable"; how sends stop: CrashStories. */
class QuotaStoreAwayTest {

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-03-01T22:05:00Z"));
    private final AllocationScenario scenario = new AllocationScenario(withoutCounters(MemoryAllocation.stores()), now);

    private static AllocationScenario.Stores withoutCounters(AllocationScenario.Stores on) {
        OutreachStores stores = on.outreach();
        return new AllocationScenario.Stores(
                on.outcomes(),
                on.units(),
                on.credits(),
                new OutreachStores(
                        stores.enrolments(),
                        stores.touches(),
                        new NoCounters(),
                        stores.approvals(),
                        stores.gateLog(),
                        stores.callLog(),
                        stores.sentLog(),
                        stores.consents()),
                on.world(),
                on.scoring(),
                on.allocation(),
                on.audit());
    }

    @Test // scoring 5: quota store unavailable: sends stop (fail closed); scoring and reading continue
    void leads_are_given_out_scored_explained_and_read_while_no_counter_answers() {
        AllocationScenario.Asking asking = scenario.asking();
        scenario.pool(3);

        assertThat(scenario.allocation()
                        .previewAssignment()
                        .preview(asking.worker(), asking.campaign().id(), 3))
                .isInstanceOf(PreviewAssignment.Outcome.Shown.class);
        assertThat(scenario.allocation()
                        .assignPoolLeads()
                        .assign(
                                asking.worker(),
                                new AssignPoolLeads.Request(asking.campaign().id(), 3, "monday", false)))
                .isInstanceOf(AssignPoolLeads.Outcome.Done.class);
        assertThat(scenario.scoring()
                        .rescoreLeads()
                        .rescore(asking.worker(), new RescoreLeads.Request(null, ScoreCause.MANUAL)))
                .isInstanceOfSatisfying(
                        RescoreLeads.Outcome.Rescored.class,
                        rescored -> assertThat(rescored.summary().scored()).isEqualTo(3));
        Lead own = scenario.lead(asking, scenario.person(), LeadStatus.NEW, null);
        scenario.run(
                asking.client(),
                () -> scenario.scoring().scoreLeads().score(asking.client(), List.of(own.id()), ScoreCause.INITIAL));
        assertThat(scenario.scoring().explainScore().explain(asking.worker(), own.id()))
                .isInstanceOf(ExplainScore.Outcome.Explained.class);

        assertThatThrownBy(() -> scenario.outreach().plan().run(asking.client(), 10))
                .isInstanceOf(StorageUnavailable.class);
    }
}
