package io.agencyos.application.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.application.allocation.AllocationScenario.Asking;
import io.agencyos.application.allocation.keeping.VetoLead;
import io.agencyos.application.allocation.store.LeadVetoes;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.allocation.AssignmentRefusal;
import io.agencyos.domain.allocation.Veto;
import io.agencyos.domain.allocation.VetoReason;
import io.agencyos.domain.campaign.enrolment.EnrolmentState;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.lead.LeadStatus;
import io.agencyos.domain.shared.id.UserId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A client gives back leads that do not fit: the same in memory and on PostgreSQL. Source: scoring B12. */
public abstract class VetoContract extends AssignmentSteps {

    private VetoLead.Outcome veto(Asking asking, Lead lead) {
        return scenario().keeping().vetoLead().veto(asking.worker(), lead.id(), VetoReason.WRONG_ROLE, "not theirs");
    }

    @Test // B12: refund; the person is free for others, and this client gets it no more
    void a_rejected_lead_is_refunded_and_never_given_to_that_client_again() {
        Asking asking = scenario().asking();
        Asking other = scenario().asking();
        scenario().pool(1);
        done(assign(asking, 1, "monday"));
        Lead lead = leads(asking).getFirst();
        assertThat(balance(asking)).isEqualTo(QUOTA - 1);

        assertThat(veto(asking, lead)).isEqualTo(new VetoLead.Outcome.Vetoed(61));

        assertThat(balance(asking)).isEqualTo(QUOTA);
        assertThat(scenario().reread(lead).status()).isEqualTo(LeadStatus.INVALID);
        assertThat(enrolments(asking, List.of(lead)).get(lead.id()))
                .satisfies(enrolment -> assertThat(enrolment.state()).isEqualTo(EnrolmentState.STOPPED));
        assertThat(done(assign(asking, 1, "again")).refused()).isEqualTo(Map.of(AssignmentRefusal.LEAD_UNAVAILABLE, 1));
        assertThat(done(assign(other, 1, "other")).assigned()).isEqualTo(1);
    }

    @Test // B12: rejections feed learning as negative ICP examples
    void what_was_rejected_is_kept_with_the_facts_for_which_it_was_given() {
        Asking asking = scenario().asking();
        scenario().pool(2);
        done(assign(asking, 2, "monday"));
        List<Lead> leads = leads(asking);
        veto(asking, leads.getFirst());
        scenario().advance(Duration.ofMinutes(1));
        scenario().keeping().vetoLead().veto(asking.worker(), leads.getLast().id(), VetoReason.OTHER, null);

        List<LeadVetoes.Rejected> newest = scenario().keeping().vetoLead().newest(asking.worker(), 10);

        assertThat(newest)
                .extracting(LeadVetoes.Rejected::lead)
                .containsExactly(leads.getLast().id(), leads.getFirst().id());
        assertThat(newest.getLast().reason()).isEqualTo(VetoReason.WRONG_ROLE);
        assertThat(newest.getLast().note()).isEqualTo("not theirs");
        assertThat(newest.getLast().example())
                .isEqualTo(LeadVetoes.Example.of(
                        leads.getFirst().person(), leads.getFirst().company()));
        assertThat(scenario().keeping().vetoLead().newest(asking.worker(), 1)).hasSize(1);
        assertThat(scenario().keeping().vetoLead().newest(scenario().asking().worker(), 10))
                .isEmpty();
    }

    @Test // B12: assigned, untouched, within 48 h, <= 5 % of quota
    void a_lead_is_kept_when_it_is_too_late_or_too_many_were_rejected() {
        Asking asking = scenario().asking();
        scenario().pool(65);
        done(assign(asking, 65, "monday"));
        List<Lead> leads = leads(asking);
        contact(leads.getFirst());

        assertThat(veto(asking, leads.getFirst())).isEqualTo(new VetoLead.Outcome.NotEligible(Veto.Refusal.TOUCHED));
        leads.subList(1, 63)
                .forEach(lead -> assertThat(veto(asking, lead)).isInstanceOf(VetoLead.Outcome.Vetoed.class));
        assertThat(veto(asking, leads.get(63))).isEqualTo(new VetoLead.Outcome.NotEligible(Veto.Refusal.TOO_MANY));
        assertThat(veto(asking, leads.get(1)))
                .isEqualTo(new VetoLead.Outcome.NotEligible(Veto.Refusal.NOT_FROM_THE_POOL));
        scenario().advance(Duration.ofHours(48));
        assertThat(veto(asking, leads.get(64))).isEqualTo(new VetoLead.Outcome.NotEligible(Veto.Refusal.TOO_LATE));
        assertThat(balance(asking)).isEqualTo(QUOTA - 3);
    }

    @Test
    void what_a_client_brought_itself_is_not_the_pools_and_a_viewer_rejects_nothing() {
        Asking asking = scenario().asking();
        Lead own = scenario().lead(asking);

        assertThat(veto(asking, own)).isEqualTo(new VetoLead.Outcome.NotEligible(Veto.Refusal.NOT_FROM_THE_POOL));
        assertThat(veto(scenario().asking(), own)).isEqualTo(new VetoLead.Outcome.NotFound());
        TenantScope viewer = new TenantScope(asking.client(), new UserId(UUID.randomUUID()), Role.VIEWER);
        assertThat(scenario().keeping().vetoLead().veto(viewer, own.id(), VetoReason.OTHER, null))
                .isEqualTo(new VetoLead.Outcome.RoleRequired());
    }
}
