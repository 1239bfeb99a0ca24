package io.agencyos.application.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.application.allocation.AllocationScenario.Asking;
import io.agencyos.application.allocation.store.StaleLeads;
import io.agencyos.application.lead.enrichment.LeadFreshness;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.shared.id.LeadId;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Leads that go out today and are too old to write on: the kit of {@link LeadFreshness}. */
public abstract class StaleLeadsContract extends AssignmentSteps {

    /** On the stores of the scenario that was made last. */
    protected abstract LeadFreshness freshness();

    @Test // POOL-13: due today, oldest first; refreshed ones rest 7 days, looks that found nothing too
    void leads_due_today_are_looked_up_oldest_first_and_not_again_for_seven_days() {
        Asking asking = scenario().asking();
        scenario().pool(3);
        done(assign(asking, 3, "monday"));
        List<LeadId> ids = leads(asking).stream()
                .map(Lead::id)
                .sorted(Comparator.comparing(LeadId::text))
                .toList();
        StaleLeads stale = stale();
        assertThat(stale.next(asking.client())).isEqualTo(ids);

        stale.lookedUp(asking.client(), ids, List.of(ids.get(1)));

        assertThat(stale.next(asking.client())).isEmpty();
        scenario().advance(Duration.ofDays(7));
        assertThat(stale.next(asking.client())).containsExactly(ids.get(0), ids.get(2));
        scenario().advance(Duration.ofMinutes(1));
        assertThat(stale.next(asking.client())).containsExactly(ids.get(0), ids.get(2), ids.get(1));
    }

    @Test // POOL-13: only what goes out today
    void a_lead_that_is_not_due_today_is_left() {
        Asking asking = scenario().asking();
        scenario().pool(1);
        done(assign(asking, 1, "monday"));

        assertThat(scenario()
                        .on()
                        .units()
                        .inTenant(
                                TenantScope.worker(asking.client()),
                                () -> freshness()
                                        .staleAndDue(
                                                asking.client(),
                                                scenario().now(),
                                                scenario().now().minusSeconds(1),
                                                10)))
                .isEmpty();
    }

    private StaleLeads stale() {
        return new StaleLeads(
                freshness(), scenario().on().world().clients(), scenario().on().units(), now::get);
    }
}
