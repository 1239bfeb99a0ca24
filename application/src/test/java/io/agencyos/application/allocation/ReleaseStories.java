package io.agencyos.application.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.application.allocation.AllocationScenario.Asking;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.allocation.AssignmentRefusal;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.lead.ReleaseReason;
import io.agencyos.domain.platform.EventName;
import io.agencyos.domain.shared.id.LeadId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** People who go back to the pool, and when somebody may claim them again. */
public abstract class ReleaseStories extends AssignmentSteps {

    @Test // POOL-5, POOL-9: never contacted, at once; a repeated release does nothing
    void a_released_person_is_free_again_for_the_others() {
        Asking one = scenario().asking();
        Asking two = scenario().asking();
        scenario().pool(1);
        done(assign(one, 1, "monday"));
        List<LeadId> leads = leads(one).stream().map(Lead::id).toList();

        assertThat(release(one, leads, ReleaseReason.MANUAL)).isEqualTo(1);
        assertThat(release(one, leads, ReleaseReason.MANUAL)).isZero();
        assertThat(scenario().told())
                .filteredOn(event -> event.name() == EventName.LEAD_RELEASED)
                .as("scoring 5: lead.released, once")
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.clientId()).isEqualTo(one.client());
                    assertThat(event.payload()).containsEntry("reason", "manual");
                });

        assertThat(done(assign(two, 1, "monday")).assigned()).isEqualTo(1);
    }

    @Test // POOL-5: last contact + 90 days, to the instant
    void a_person_who_was_written_to_rests_ninety_days() {
        Asking one = scenario().asking();
        Asking two = scenario().asking();
        scenario().pool(1);
        done(assign(one, 1, "monday"));
        List<LeadId> leads = leads(one).stream().map(Lead::id).toList();
        scenario()
                .run(
                        one.client(),
                        () -> scenario()
                                .on()
                                .world()
                                .leads()
                                .leads()
                                .recordContacts(
                                        one.client(),
                                        Map.of(leads.getFirst(), scenario().now())));
        Lead lead = leads(one).getFirst();
        assertThat(person(lead).lastContactedAt()).isNull();
        release(one, leads, ReleaseReason.SEQUENCE_EXHAUSTED);
        assertThat(person(lead).lastContactedAt())
                .as("told with the release")
                .isEqualTo(lead.history().lastTouchAt());

        scenario().advance(Duration.ofDays(90).minusSeconds(1));
        assertThat(done(assign(two, 1, "early")).refused()).isEqualTo(Map.of(AssignmentRefusal.LEAD_UNAVAILABLE, 1));
        scenario().advance(Duration.ofSeconds(1));
        assertThat(done(assign(two, 1, "then")).assigned()).isEqualTo(1);
    }

    @Test // PLAN-4: refund once where the assignment ends untouched because of suppression
    void a_paid_lead_that_may_not_be_contacted_is_refunded() {
        Asking asking = scenario().asking();
        scenario().pool(1);
        done(assign(asking, 1, "monday"));

        release(asking, leads(asking).stream().map(Lead::id).toList(), ReleaseReason.SUPPRESSED);

        assertThat(balance(asking)).isEqualTo(QUOTA);
    }

    @Test // api 9.7: the client's own assignments only
    void a_summary_counts_what_this_client_holds() {
        Asking asking = scenario().asking();
        Asking other = scenario().asking();
        scenario().pool(5);
        done(assign(asking, 3, "monday"));
        done(assign(other, 2, "monday"));
        Lead lead = leads(asking).getFirst();
        release(asking, List.of(lead.id()), ReleaseReason.MANUAL);

        SummarisePool.Summary summary =
                scenario().allocation().summarisePool().summarise(new TenantScope(asking.client(), null, Role.VIEWER));

        assertThat(summary.total()).isEqualTo(3);
        assertThat(summary.active()).isEqualTo(2);
        assertThat(summary.released()).isEqualTo(1);
        assertThat(summary.converted()).isZero();
        assertThat(summary.tiers().values().stream().mapToInt(n -> n).sum()).isEqualTo(3);
        assertThat(summary.unscored()).isZero();
        assertThat(summary.avgAls()).isNotNull();
        assertThat(summary.touches()).isZero();
        assertThat(summary.replyRate()).isNull();
    }
}
