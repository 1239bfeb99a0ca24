package io.agencyos.application.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.application.allocation.AllocationScenario.Asking;
import io.agencyos.application.allocation.store.AllocationPorts;
import io.agencyos.application.allocation.store.PoolCandidates;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.testing.Campaignbook;
import io.agencyos.application.testing.Outreachbook;
import io.agencyos.domain.allocation.AssignmentRefusal;
import io.agencyos.domain.allocation.CompanyGuard;
import io.agencyos.domain.allocation.IcpFilter;
import io.agencyos.domain.allocation.PastHolds;
import io.agencyos.domain.allocation.Portfolio;
import io.agencyos.domain.campaign.Campaign;
import io.agencyos.domain.campaign.CampaignStatus;
import io.agencyos.domain.client.ClientSettings;
import io.agencyos.domain.client.ReplenishmentMode;
import io.agencyos.domain.client.billing.Plan;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.conversation.notice.NoticeRule;
import io.agencyos.domain.lead.ContactPoints;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.lead.LeadStatus;
import io.agencyos.domain.lead.PoolPerson;
import io.agencyos.domain.lead.ReleaseReason;
import io.agencyos.domain.platform.EventName;
import io.agencyos.domain.scoring.EmailStatus;
import io.agencyos.domain.shared.contact.Country;
import io.agencyos.domain.shared.contact.DomainName;
import io.agencyos.domain.shared.contact.NameKey;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.PoolPersonId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Several clients want people at the same time: the examples of POOL-8 on whatever stores they are given. */
public abstract class AssignTogetherContract extends AssignmentSteps {

    @Test // POOL-8, first example: B begins by its plan; L1 and L3 are B's, L2 is A's
    void equal_wishes_are_served_in_turns() {
        Asking a = on(Plan.IGNITION);
        Asking b = on(Plan.VELOCITY);
        List<PoolPerson> ranked = ranked();

        List<AssignTogether.Served> served = together(List.of(wish(a, 2), wish(b, 2)));

        assertThat(owners(ranked, Map.of("A", a, "B", b))).containsExactly("B", "A", "B");
        assertThat(report(served, 0).shortfall()).isEqualTo(1);
        assertThat(report(served, 1).shortfall()).isZero();
    }

    @Test // POOL-8, second example: L1 fails; B->L2, A->L3; B 1/2, A 1/2
    void a_person_whom_somebody_else_takes_meanwhile_is_passed_over() {
        Asking a = on(Plan.IGNITION);
        Asking b = on(Plan.VELOCITY);
        List<PoolPerson> ranked = ranked();
        PoolPersonId lost = ranked.getFirst().id();
        AllocationPorts there = scenario().on().allocation();
        AllocationPorts racing = new AllocationPorts(
                new PoolCandidates() {
                    @Override
                    public List<PoolPerson> page(Set<Country> countries, @Nullable PoolPersonId after, int limit) {
                        return there.candidates().page(countries, after, limit);
                    }

                    @Override
                    public Set<PoolPersonId> free(Collection<PoolPersonId> ids) {
                        return there.candidates()
                                .free(ids.stream()
                                        .filter(id -> !id.equals(lost))
                                        .toList());
                    }

                    @Override
                    public List<Namesake> named(Set<NameKey> names, Instant since) {
                        return there.candidates().named(names, since);
                    }

                    @Override
                    public Map<DomainName, CompanyGuard.Company> companies(
                            ClientId client, Set<DomainName> domains, Instant since) {
                        return there.candidates().companies(client, domains, since);
                    }

                    @Override
                    public Set<PoolPersonId> heldBefore(Collection<PoolPersonId> ids) {
                        return there.candidates().heldBefore(ids);
                    }

                    @Override
                    public List<PoolPerson> lockFree(Collection<PoolPersonId> ids) {
                        return there.candidates()
                                .lockFree(ids.stream()
                                        .filter(id -> !id.equals(lost))
                                        .toList());
                    }

                    @Override
                    public Map<PoolPersonId, PastHolds> past(
                            ClientId client, Collection<PoolPersonId> ids, Instant since) {
                        return there.candidates().past(client, ids, since);
                    }
                },
                there.runs(),
                there.channels(),
                there.unassigned(),
                there.holdings(),
                there.held(),
                there.vetoes());

        List<AssignTogether.Served> served =
                scenario().allocation(racing).assignTogether().assign(List.of(wish(a, 2), wish(b, 2)));

        assertThat(owners(ranked, Map.of("A", a, "B", b))).containsExactly("nobody", "B", "A");
        assertThat(report(served, 0).refused()).isEqualTo(Map.of(AssignmentRefusal.LEAD_UNAVAILABLE, 2));
        assertThat(report(served, 0).assigned()).isEqualTo(1);
        assertThat(report(served, 1).assigned()).isEqualTo(1);
    }

    @Test // POOL-8, third example: C wants 2, D wants 8, five candidates; D 4/8, C 1/2
    void a_large_wish_is_filled_as_far_as_a_small_one() {
        Asking c = on(Plan.IGNITION);
        Asking d = on(Plan.DOMINANCE);
        scenario().pool(5);

        List<AssignTogether.Served> served = together(List.of(wish(c, 2), wish(d, 8)));

        assertThat(report(served, 0).assigned()).isEqualTo(1);
        assertThat(report(served, 1).assigned()).isEqualTo(4);
        assertThat(balance(c)).isEqualTo(QUOTA - 1);
    }

    @Test // POOL-8.1: n is capped by credits, so that a poor client's ratio counts what it can pay
    void a_wish_counts_as_far_as_its_credits_reach() {
        Asking poor = on(Plan.IGNITION);
        Asking rich = on(Plan.IGNITION);
        spend(poor, QUOTA - 2);
        scenario().pool(6);

        List<AssignTogether.Served> served = together(List.of(wish(poor, 100), wish(rich, 4)));

        assertThat(report(served, 0).assigned()).isEqualTo(2);
        assertThat(report(served, 1).assigned()).isEqualTo(4);
        assertThat(balance(poor)).isZero();
    }

    @Test // flows 2.4: inside a client the smallest buffer first; POOL-10: a person is a lead of one campaign
    void the_campaign_with_the_fewest_leads_comes_first() {
        Asking asking = on(Plan.IGNITION);
        Campaign other = Outreachbook.campaign(asking.client(), CampaignStatus.ACTIVE);
        scenario()
                .run(
                        asking.client(),
                        () -> scenario().on().world().campaigns().insert(other, Campaignbook.emails(other)));
        scenario().pool(3);

        List<AssignTogether.Served> served = together(List.of(
                new AssignTogether.Wish(asking.client(), asking.campaign().id(), 2, 50, "a"),
                new AssignTogether.Wish(asking.client(), other.id(), 2, 0, "b")));

        assertThat(report(served, 0).assigned()).isEqualTo(1);
        assertThat(report(served, 1).assigned()).isEqualTo(2);
        assertThat(people(leads(asking))).doesNotHaveDuplicates().hasSize(3);
    }

    @Test // POOL-8, POOL-10: two demands of one campaign are looked at together and share without a double
    void two_wishes_of_one_campaign_are_both_served_from_one_look() {
        Asking asking = on(Plan.IGNITION);
        scenario().pool(9);
        AssignTogether.Wish large =
                new AssignTogether.Wish(asking.client(), asking.campaign().id(), 6, 0, "tuesday");

        List<AssignTogether.Served> enough = together(List.of(wish(asking, 2), large));

        assertThat(report(enough, 0).assigned()).isEqualTo(2);
        assertThat(report(enough, 1).assigned()).isEqualTo(6);
        assertThat(people(leads(asking))).doesNotHaveDuplicates().hasSize(8);

        List<AssignTogether.Served> tooFew = together(List.of(
                new AssignTogether.Wish(asking.client(), asking.campaign().id(), 2, 0, "wednesday"),
                new AssignTogether.Wish(asking.client(), asking.campaign().id(), 2, 0, "thursday")));

        assertThat(report(tooFew, 0).assigned() + report(tooFew, 1).assigned()).isEqualTo(1);
        assertThat(people(leads(asking))).doesNotHaveDuplicates().hasSize(9);
        assertThat(balance(asking)).isEqualTo(QUOTA - 9);
    }

    @Test
    void the_same_wish_again_is_answered_and_not_done_again() {
        Asking asking = on(Plan.IGNITION);
        scenario().pool(4);
        List<AssignTogether.Served> first = together(List.of(wish(asking, 2)));

        assertThat(together(List.of(wish(asking, 2)))).isEqualTo(first);
        assertThat(leads(asking)).hasSize(2);
    }

    @Test // POOL-12: at 06:30, campaigns with < 100 unstarted leads get max(20, 2 x daily start share)
    void campaigns_that_run_out_are_topped_up_once_a_day() {
        Asking asking = on(Plan.IGNITION);
        scenario().pool(120);
        now.set(Instant.parse("2026-03-02T19:29:00Z"));

        assertThat(topUp()).isEmpty();
        now.set(Instant.parse("2026-03-02T19:30:00Z"));
        List<AssignTogether.Served> served = topUp();

        assertThat(served).hasSize(1);
        assertThat(served.getFirst().wish().count()).isEqualTo(114);
        assertThat(report(served, 0).assigned()).isEqualTo(114);
        topUp();
        assertThat(leads(asking)).hasSize(114);
    }

    @Test // POOL-12: alert client when pipeline < min_pipeline_alert
    void whose_pipeline_stays_low_is_told_after_the_mornings_top_up() {
        Asking low = on(Plan.IGNITION);
        Asking content = on(Plan.IGNITION);
        scenario()
                .run(content.client(), () -> scenario().on().world().clients().updateSettings(alertBelow(content, 1)));
        scenario().pool(6);
        now.set(Instant.parse("2026-03-02T19:30:00Z"));

        topUp();

        assertThat(leads(content)).isNotEmpty();
        assertThat(scenario().told())
                .filteredOn(event -> event.name() == EventName.QUOTA_WARNING)
                .singleElement()
                .satisfies(event -> assertThat(event.clientId()).isEqualTo(low.client()))
                .satisfies(event -> assertThat(event.payload())
                        .isEqualTo(Map.of("pipeline", String.valueOf(leads(low).size()), "min_pipeline_alert", "100")))
                .satisfies(event -> assertThat(NoticeRule.of(event)).isPresent());
    }

    private static ClientSettings alertBelow(Asking asking, int leads) {
        ClientSettings plain = ClientSettings.defaults(asking.client());
        return new ClientSettings(
                plain.clientId(),
                plain.replenishmentMode(),
                plain.autoReplenish(),
                leads,
                plain.replyAutomation(),
                plain.openTracking(),
                plain.clickTracking(),
                plain.seoMode(),
                plain.hotCostGuard(),
                plain.version());
    }

    @Test // POOL-12: the pipeline counts active holds only; sourcing never exceeds credits
    void a_replenishment_is_planned_from_what_the_client_holds() {
        Asking asking = on(Plan.IGNITION);
        scenario().pool(3);
        done(assign(asking, 3, "monday"));
        scenario()
                .serving(client -> new Portfolio(
                        List.of("Retail", "Digital Marketing"), Set.of(new DomainName("served.example"))));
        release(asking, List.of(leads(asking).getFirst().id()), ReleaseReason.MANUAL);

        PlanReplenishment.Planned planned = scenario()
                .allocation()
                .planReplenishment()
                .plan(new TenantScope(asking.client(), null, Role.VIEWER), ReplenishmentMode.SMART)
                .orElseThrow();

        assertThat(planned.plan().pipeline()).isEqualTo(2);
        assertThat(planned.plan().gap()).isEqualTo(1_248);
        assertThat(planned.plan().need()).isEqualTo(1_247);
        assertThat(planned.plan().byCampaign())
                .isEqualTo(Map.of(asking.campaign().id(), 1_247));
        assertThat(planned.waterfall())
                .as("POOL-12.2 a: lookalikes first, served companies nowhere")
                .extracting(tier -> tier.name() + " " + tier.industries() + " " + tier.excluded())
                .containsExactly(
                        "LOOKALIKES [Digital Marketing] [served.example]", "PROFILE [Marketing] [served.example]");
        assertThat(scenario()
                        .read(
                                asking.client(),
                                () -> scenario().on().allocation().holdings().stages(asking.client())))
                .isEqualTo(Map.of(LeadStatus.NEW, 2));
        assertThat(scenario()
                        .read(
                                asking.client(),
                                () -> scenario().on().allocation().holdings().unstarted(asking.client())))
                .isEqualTo(Map.of(asking.campaign().id(), 3));
    }

    @Test // POOL-6: who would be assigned now, and why not the others; nothing is written
    void a_preview_tells_person_by_person_and_writes_nothing() {
        Asking asking = on(Plan.IGNITION);
        List<PoolPerson> free = scenario().pool(1);
        scenario().add(List.of(scenario().person(EmailStatus.VERIFIED, "Office Manager", Country.AUSTRALIA, 25)));

        PreviewAssignment.Outcome outcome = scenario()
                .allocation()
                .previewAssignment()
                .preview(asking.worker(), asking.campaign().id(), 5);

        assertThat(outcome).isInstanceOfSatisfying(PreviewAssignment.Outcome.Shown.class, shown -> {
            assertThat(shown.chosen())
                    .singleElement()
                    .satisfies(chosen -> assertThat(chosen.person().title())
                            .isEqualTo(free.getFirst().person().title()));
            assertThat(shown.left()).singleElement().satisfies(left -> {
                assertThat(left.person().title()).isEqualTo("Office Manager");
                assertThat(left.refusal()).isEqualTo(AssignmentRefusal.ICP_MISMATCH);
                assertThat(left.dimension()).isEqualTo(IcpFilter.Dimension.TITLE);
            });
            assertThat(shown.report().refused()).isEqualTo(Map.of(AssignmentRefusal.ICP_MISMATCH, 1));
        });
        assertThat(leads(asking)).isEmpty();
        assertThat(balance(asking)).isEqualTo(QUOTA);
        assertThat(scenario().told()).isEmpty();
    }

    private Asking on(Plan plan) {
        Asking asking = scenario().asking();
        scenario().run(asking.client(), () -> {
            var clients = scenario().on().world().clients();
            clients.updateSubscription(
                    clients.subscription(asking.client()).orElseThrow().on(plan));
        });
        return asking;
    }

    /** Three people whom everybody ranks alike: the more is known, the higher the score. */
    private List<PoolPerson> ranked() {
        PoolPerson best = withPhoneAndProfile(scenario().person(), 0);
        PoolPerson good = profiled(scenario().person());
        PoolPerson fair = scenario().person();
        return scenario().add(List.of(best, good, fair));
    }

    private static PoolPerson profiled(PoolPerson person) {
        PoolPerson full = withPhoneAndProfile(person, 1);
        return new PoolPerson(
                full.id(),
                new ContactPoints(
                        full.contact().email(),
                        full.contact().emailStatus(),
                        null,
                        full.contact().linkedIn()),
                null,
                full.person(),
                full.company(),
                null,
                full.timezone(),
                full.status(),
                null,
                full.source(),
                0,
                false,
                null,
                null,
                0,
                1,
                full.createdAt(),
                0);
    }

    private static AssignTogether.Wish wish(Asking asking, int count) {
        return new AssignTogether.Wish(asking.client(), asking.campaign().id(), count, 0, "monday");
    }

    private List<AssignTogether.Served> together(List<AssignTogether.Wish> wishes) {
        return scenario().allocation().assignTogether().assign(wishes);
    }

    private List<AssignTogether.Served> topUp() {
        return scenario().allocation().topUpCampaigns().topUp();
    }

    private static AssignPoolLeads.Report report(List<AssignTogether.Served> served, int index) {
        return done(served.get(index).outcome());
    }

    private List<String> owners(List<PoolPerson> people, Map<String, Asking> clients) {
        List<String> owners = new ArrayList<>();
        for (PoolPerson person : people) {
            owners.add(clients.entrySet().stream()
                    .filter(client -> leads(client.getValue()).stream()
                            .map(Lead::poolPersonId)
                            .anyMatch(person.id()::equals))
                    .map(Map.Entry::getKey)
                    .findFirst()
                    .orElse("nobody"));
        }
        return owners;
    }
}
