package io.agencyos.application.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.application.allocation.AllocationScenario.Asking;
import io.agencyos.application.lead.enrichment.PhoneProofs;
import io.agencyos.application.platform.flow.StepResult;
import io.agencyos.application.platform.flow.StepsByHand;
import io.agencyos.application.platform.flow.run.Outcome;
import io.agencyos.application.scoring.rescore.ReachedPhones;
import io.agencyos.application.testing.Leadbook;
import io.agencyos.domain.lead.ContactPoints;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.lead.LeadSource;
import io.agencyos.domain.lead.LeadStatus;
import io.agencyos.domain.lead.Suppression;
import io.agencyos.domain.lead.SuppressionKeyType;
import io.agencyos.domain.lead.SuppressionReason;
import io.agencyos.domain.platform.EventName;
import io.agencyos.domain.platform.flow.Counts;
import io.agencyos.domain.scoring.EmailStatus;
import io.agencyos.domain.scoring.ScoreCause;
import io.agencyos.domain.scoring.tier.Tier;
import io.agencyos.domain.shared.contact.Country;
import io.agencyos.domain.shared.contact.PhoneNumber;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What makes a score anew and what leaves it alone: the same stories in memory and on PostgreSQL. */
public abstract class RescoringContract extends RescoringSteps {

    @Test // ALS-16: the earliest day on which time alone moves the score, as it begins in the client's zone
    void the_next_score_is_due_on_the_day_on_which_the_role_is_no_longer_new() {
        Asking asking = scenario().asking();
        Lead lead = inRoleSince(asking, TODAY.minusDays(179));

        score(lead, ScoreCause.INITIAL);

        assertThat(inForce(lead).nextRescoreAt()).isEqualTo(Instant.parse("2026-03-02T13:00:00Z"));
        assertThat(run(asking)).as("a day too early").isFalse();
        scenario().advance(Duration.ofHours(14));
        assertThat(run(asking)).isTrue();
        assertThat(run(asking)).as("done once").isFalse();

        assertThat(causes(lead)).containsExactly(ScoreCause.DECAY, ScoreCause.INITIAL);
        assertThat(points(lead))
                .containsExactly(points(lead).getLast() - 3, points(lead).getLast());
        assertThat(inForce(lead).nextRescoreAt()).as("180 days later").isEqualTo(Instant.parse("2026-08-29T14:00:00Z"));
    }

    @Test // ALS-16: in batches, each of which may be repeated
    void aged_leads_are_scored_batch_by_batch() {
        Asking asking = scenario().asking();
        List<Lead> leads = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            leads.add(inRoleSince(asking, TODAY.minusDays(179)));
        }
        leads.forEach(lead -> score(lead, ScoreCause.INITIAL));
        scenario().advance(Duration.ofDays(2));

        assertThat(run(asking.client(), 2)).isTrue();
        assertThat(leads.stream().filter(lead -> causes(lead).getFirst() == ScoreCause.DECAY))
                .hasSize(2);
        assertThat(run(asking.client(), 2)).isTrue();
        assertThat(run(asking.client(), 2)).isTrue();
        assertThat(run(asking.client(), 2)).isFalse();
        assertThat(leads)
                .allSatisfy(lead -> assertThat(causes(lead)).containsExactly(ScoreCause.DECAY, ScoreCause.INITIAL));
    }

    @Test // flows 3, decay_rescore: a run for each client that has any, and none for the others
    void the_nightly_run_scores_what_has_aged_for_those_who_have_any() {
        Asking asking = scenario().asking();
        Asking idle = scenario().asking();
        List<Lead> leads = new ArrayList<>();
        for (int i = 0; i < 101; i++) {
            leads.add(inRoleSince(asking, TODAY.minusDays(179)));
        }
        scenario().lead(idle);
        leads.forEach(lead -> score(lead, ScoreCause.INITIAL));
        StepsByHand nightly = new StepsByHand(DecayRescore.flow(due()));
        assertThat(children(nightly)).isEmpty();
        scenario().advance(Duration.ofDays(2));

        assertThat(children(nightly)).containsExactly(asking.client());
        assertThat(nightly.of(asking.client(), Map.of(), scenario().now()))
                .containsExactly(new StepResult.Done(Counts.done(101, 101), Outcome.count("scored", 101)));
        assertThat(children(nightly)).isEmpty();
    }

    @Test // ALS-19, api 1.7: a job that says how far it is and what came of it, for all leads or a campaign's
    void an_admin_has_all_leads_scored_by_a_job() {
        Asking asking = scenario().asking();
        for (int i = 0; i < 3; i++) {
            scenario().lead(asking);
        }
        Lead inside = scenario().lead(asking, scenario().person(), LeadStatus.NEW, asking.campaign());
        scenario().lead(asking, scenario().person(), LeadStatus.CONVERTED, null);
        StepsByHand job = new StepsByHand(scenario().scoring().leadRescore());

        assertThat(job.of(
                        asking.client(),
                        Map.of("campaign_id", asking.campaign().id().text()),
                        scenario().now()))
                .singleElement()
                .satisfies(result ->
                        assertThat(result.toString()).contains("done=1,").contains("scored=1"));
        assertThat(causes(inside)).containsExactly(ScoreCause.MANUAL);
        assertThat(job.of(asking.client(), Map.of(), scenario().now()))
                .singleElement()
                .isInstanceOfSatisfying(StepResult.Done.class, done -> {
                    assertThat(done.counts()).isEqualTo(Counts.done(4, 4));
                    assertThat(done.outcome().counts())
                            .containsEntry("scored", 4L)
                            .containsEntry("failed", 0L)
                            .containsEntry("tier_warm", 4L)
                            .containsEntry("tier_dead", 0L);
                    assertThat(done.outcome().words())
                            .containsEntry("average_score", inForce(inside).score() + ".0")
                            .containsEntry("success_rate", "100.0");
                });
        assertThat(job.of(
                        asking.client(),
                        Map.of("campaign_id", UUID.randomUUID().toString()),
                        scenario().now()))
                .containsExactly(new StepResult.Skipped(Outcome.reason("campaign_not_found")));
        assertThat(job.of(scenario().asking().client(), Map.of(), scenario().now()))
                .singleElement()
                .isInstanceOfSatisfying(
                        StepResult.Done.class,
                        done -> assertThat(done.outcome().words()).isEmpty());
    }

    @Test // api 1.7: a job goes on where it stopped, chunk by chunk
    void a_job_over_more_leads_than_a_chunk_counts_all_of_them() {
        Asking asking = scenario().asking();
        List<Lead> many = new ArrayList<>();
        for (int i = 0; i < 501; i++) {
            many.add(Lead.begun(
                            new LeadId(UUID.randomUUID()),
                            asking.client(),
                            LeadSource.CSV_IMPORT,
                            scenario().now())
                    .contact(new ContactPoints(
                            Leadbook.email("p" + i + "@harbourlane.example"), EmailStatus.VERIFIED, null, null))
                    .lead());
        }
        scenario().run(asking.client(), () -> leads().insertAll(many));

        assertThat(new StepsByHand(scenario().scoring().leadRescore())
                        .of(asking.client(), Map.of(), scenario().now()))
                .singleElement()
                .isInstanceOfSatisfying(StepResult.Done.class, done -> {
                    assertThat(done.counts()).isEqualTo(Counts.done(501, 501));
                    assertThat(done.outcome().counts()).containsEntry("scored", 501L);
                });
    }

    private List<ClientId> children(StepsByHand flow) {
        return scenario().on().units().onPlatform(() -> flow.children(scenario().now()));
    }

    @Test // ALS-16: of thousands of clients, those are asked who have a request
    void only_clients_with_a_request_that_is_due_have_a_turn() {
        Asking asking = scenario().asking();
        scenario().lead(asking);
        scenario().asking();
        assertThat(due().clientsAsked()).isEmpty();

        ask(asking);
        assertThat(due().clientsAsked()).containsExactly(asking.client());
        runAll(asking);
        assertThat(due().clientsAsked()).isEmpty();
    }

    @Test // ALS-16 icp_changed: as soon as the profile is in force; a draft moves nothing
    void a_profile_that_comes_into_force_scores_everybody() {
        Asking asking = scenario().asking();
        Lead lead = scenario().lead(asking);
        Lead other = scenario().lead(scenario().asking());
        score(lead, ScoreCause.INITIAL);
        score(other, ScoreCause.INITIAL);
        int before = points(lead).getFirst();

        edit(asking, target("Construction"));

        assertThat(run(asking)).isTrue();
        assertThat(run(asking)).isFalse();
        assertThat(causes(lead)).containsExactly(ScoreCause.ICP_CHANGED, ScoreCause.INITIAL);
        assertThat(points(lead).getFirst()).as("no industry any more").isEqualTo(before - 10);
        assertThat(causes(other)).as("another client's").containsExactly(ScoreCause.INITIAL);
    }

    @Test // ALS-16 icp_changed: a campaign's targets concern its leads; other settings do not
    void a_campaign_that_wants_others_scores_its_leads() {
        Asking asking = scenario().asking();
        Lead inside = scenario().lead(asking, scenario().person(), LeadStatus.NEW, asking.campaign());
        Lead outside = scenario().lead(asking);
        List.of(inside, outside).forEach(lead -> score(lead, ScoreCause.INITIAL));

        update(asking.campaign());
        assertThat(run(asking)).as("nothing changed").isFalse();
        update(wanting(reread(asking.campaign()), "Construction"));
        assertThat(run(asking)).isTrue();

        assertThat(causes(inside)).containsExactly(ScoreCause.ICP_CHANGED, ScoreCause.INITIAL);
        assertThat(causes(outside)).containsExactly(ScoreCause.INITIAL);
    }

    @Test // ALS-16 deliverability: whoever the entry names, by address, domain or person, when it comes and when it
    // goes
    void an_entry_scores_whom_it_names() {
        Asking asking = scenario().asking();
        List<Lead> leads = List.of(
                scenario().lead(asking),
                scenario().lead(asking),
                scenario().lead(asking),
                scenario().lead(asking));
        leads.forEach(lead -> score(lead, ScoreCause.INITIAL));

        Suppression entry = suppress(asking, SuppressionKeyType.EMAIL, address(leads.get(0)));
        suppress(asking, SuppressionKeyType.DOMAIN, domain(leads.get(1)));
        suppress(asking, SuppressionKeyType.PERSON, leads.get(2).id().text());
        runAll(asking);

        for (Lead named : leads.subList(0, 3)) {
            assertThat(causes(named)).containsExactly(ScoreCause.DELIVERABILITY, ScoreCause.INITIAL);
            assertThat(inForce(named).tier()).isEqualTo(Tier.DEAD);
            assertThat(inForce(named).gates()).containsExactly("client_suppression");
        }
        assertThat(causes(leads.get(3))).containsExactly(ScoreCause.INITIAL);
        scenario().advance(Duration.ofMinutes(1));
        scenario()
                .run(
                        asking.client(),
                        () -> scenario()
                                .on()
                                .world()
                                .leads()
                                .suppressions()
                                .remove(entry, scenario().now()));
        runAll(asking);
        assertThat(inForce(leads.get(0)).gates()).isEmpty();
        assertThat(causes(leads.get(0))).hasSize(3);
    }

    @Test // ALS-5, 1.13 row 17: once, and only for the address in use; a bounce closes one channel and is no gate
    void a_bounce_of_the_address_in_use_takes_ten_points() {
        Asking asking = scenario().asking();
        Lead lead = scenario().lead(asking);
        score(lead, ScoreCause.INITIAL);
        int before = points(lead).getFirst();

        suppress(asking, SuppressionKeyType.EMAIL, address(lead), SuppressionReason.BOUNCED);
        runAll(asking);

        assertThat(points(lead)).containsExactly(before - 10, before);
        assertThat(causes(lead)).containsExactly(ScoreCause.DELIVERABILITY, ScoreCause.INITIAL);
        assertThat(inForce(lead).gates()).isEmpty();
    }

    @Test // ALS-16, ALS-17: the opt-out itself is told by a score, and afterwards nothing is
    void who_opted_out_is_scored_for_that_once_and_then_frozen() {
        Asking asking = scenario().asking();
        Lead lead = scenario().lead(asking);
        score(lead, ScoreCause.INITIAL);
        int before = points(lead).getFirst();
        Lead scored = scenario().reread(lead);
        scenario().run(asking.client(), () -> leads().update(with(scored, LeadStatus.UNSUBSCRIBED)));

        suppress(asking, SuppressionKeyType.EMAIL, address(lead));
        runAll(asking);
        edit(asking, target("Construction"));
        runAll(asking);
        score(lead, ScoreCause.MANUAL);

        assertThat(causes(lead)).containsExactly(ScoreCause.DELIVERABILITY, ScoreCause.INITIAL);
        assertThat(points(lead).getFirst()).as("risk -15").isEqualTo(before - 15);
        assertThat(inForce(lead).tier()).isEqualTo(Tier.DEAD);
        assertThat(inForce(lead).gates()).contains("unsubscribed");
    }

    @Test // ALS-16 refresh: an import or a person wrote other facts; ALS-18: only enriched becomes scored
    void facts_that_are_written_again_are_a_refresh() {
        Asking asking = scenario().asking();
        Lead lead = scenario().lead(asking, scenario().person(), LeadStatus.REPLIED, null);
        score(lead, ScoreCause.INITIAL);
        Lead scored = scenario().reread(lead);
        scenario().run(asking.client(), () -> leads().update(since(scored, TODAY.minusDays(10))));

        score(lead, ScoreCause.INITIAL);

        assertThat(causes(lead)).containsExactly(ScoreCause.REFRESH, ScoreCause.INITIAL);
        assertThat(points(lead).getFirst()).isEqualTo(points(lead).getLast() + 6);
        assertThat(scenario().reread(lead).status()).isEqualTo(LeadStatus.REPLIED);
    }

    @Test // ALS-1, ALS-16: a number that was reached is worth three points more, within seconds
    void a_lead_whose_number_was_reached_is_scored_again() {
        Asking asking = scenario().asking();
        Lead lead = scenario().lead(asking, scenario().person(), LeadStatus.NEW, null);
        score(lead, ScoreCause.INITIAL);
        PhoneNumber number = new PhoneNumber("+61491570006");
        scenario().run(asking.client(), () -> {
            Lead now = leads().findForUpdate(asking.client(), lead.id()).orElseThrow();
            ContactPoints points = now.contact();
            leads().update(now.change()
                    .contact(new ContactPoints(points.email(), points.emailStatus(), number, points.linkedIn()))
                    .lead());
        });
        score(lead, ScoreCause.REFRESH);
        int before = inForce(lead).score();
        PhoneProofs proofs = (client, numbers) -> {
            Lead now = leads().findForUpdate(client, lead.id()).orElseThrow();
            leads().update(now.change()
                    .signals(now.signals().reachedAt(numbers.get(lead.id())))
                    .lead());
            return numbers.keySet();
        };
        ReachedPhones phones = new ReachedPhones(
                proofs, scenario().on().scoring().requests(), () -> scenario().now(), UUID::randomUUID);

        scenario().run(asking.client(), () -> phones.reached(asking.client(), Map.of(lead.id(), number)));
        runAll(asking);

        assertThat(causes(lead).getFirst()).isEqualTo(ScoreCause.REFRESH);
        assertThat(inForce(lead).score()).isEqualTo(before + 3);
    }

    @Test // ALS-17: a lead in a sequence is scored again only because its facts changed
    void new_targets_leave_a_lead_in_a_sequence_alone_and_its_age_does_not() {
        Asking asking = scenario().asking();
        Lead lead = inRoleSince(asking, TODAY.minusDays(179));
        score(lead, ScoreCause.INITIAL);
        scenario()
                .run(
                        asking.client(),
                        () -> scenario()
                                .outreach()
                                .enrolLeads()
                                .enrol(asking.client(), asking.campaign().id(), List.of(lead.id())));

        edit(asking, target("Construction"));
        runAll(asking);
        assertThat(causes(lead)).containsExactly(ScoreCause.INITIAL);
        scenario().advance(Duration.ofDays(1));
        runAll(asking);
        assertThat(causes(lead)).containsExactly(ScoreCause.DECAY, ScoreCause.INITIAL);
    }

    @Test // B6: age alone moves a tier only by a margin; the change of a tier is told
    void a_tier_is_kept_by_its_margin_when_time_passes() {
        Asking asking = scenario().asking();
        Lead manager = scenario()
                .lead(
                        asking,
                        scenario().person(EmailStatus.VERIFIED, "Marketing Manager", Country.AUSTRALIA, 25),
                        LeadStatus.NEW,
                        null);
        Lead lead = scenario().read(asking.client(), () -> leads().update(since(manager, TODAY.minusDays(179))));
        score(lead, ScoreCause.INITIAL);
        assertThat(points(lead)).containsExactly(61);

        scenario().advance(Duration.ofDays(1));
        runAll(asking);
        assertThat(points(lead)).containsExactly(58, 61);
        assertThat(inForce(lead).tier()).as("60 less two").isEqualTo(Tier.WARM);
        assertThat(told(lead, EventName.LEAD_TIER_CHANGED)).isEmpty();

        scenario().advance(Duration.ofDays(180));
        runAll(asking);
        assertThat(points(lead)).containsExactly(55, 58, 61);
        assertThat(inForce(lead).tier()).isEqualTo(Tier.COOL);
        assertThat(told(lead, EventName.LEAD_TIER_CHANGED))
                .singleElement()
                .satisfies(event -> assertThat(event.payload())
                        .containsEntry("previous_tier", "warm")
                        .containsEntry("tier", "cool")
                        .containsEntry("cause", "decay"));
    }

    @Test // ALS-16: a request that stands is not doubled, and one that has begun does not swallow a later change
    void a_request_stands_once_and_goes_on_where_it_stopped() {
        Asking asking = scenario().asking();
        for (int i = 0; i < 3; i++) {
            scenario().lead(asking);
        }
        ask(asking);
        ask(asking);
        assertThat(run(asking.client(), 2)).isTrue();
        ask(asking);
        assertThat(run(asking.client(), 2)).as("the rest of the first").isTrue();
        assertThat(run(asking.client(), 2)).as("the second, from the beginning").isTrue();
        assertThat(run(asking.client(), 2)).isTrue();
        assertThat(run(asking.client(), 2)).isFalse();
        assertThat(run(scenario().asking().client(), 2)).isFalse();
    }

    @Test // 1.12, ALS-17: many at once leave one row per distinct result
    void rescored_by_many_at_once_a_lead_has_one_row_per_result() throws Exception {
        Asking asking = scenario().asking();
        Lead lead = scenario().lead(asking);
        score(lead, ScoreCause.INITIAL);
        Lead scored = scenario().reread(lead);
        scenario().run(asking.client(), () -> leads().update(since(scored, TODAY.minusDays(10))));
        RescoreLeads rescoring = scenario().scoring().rescoreLeads();

        List<Future<RescoreLeads.Outcome>> all = new ArrayList<>();
        try (ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 6; i++) {
                all.add(workers.submit(
                        () -> rescoring.rescore(asking.worker(), new RescoreLeads.Request(null, ScoreCause.REFRESH))));
            }
        }
        for (Future<RescoreLeads.Outcome> one : all) {
            assertThat(one.get()).isInstanceOf(RescoreLeads.Outcome.Rescored.class);
        }
        scenario().advance(Duration.ofMinutes(2));
        runAll(asking);

        assertThat(causes(lead)).containsExactly(ScoreCause.REFRESH, ScoreCause.INITIAL);
        assertThat(inForce(lead).id()).isEqualTo(history(lead).getFirst().id());
    }
}
