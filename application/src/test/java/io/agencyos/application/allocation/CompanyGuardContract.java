package io.agencyos.application.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.application.allocation.AllocationScenario.Asking;
import io.agencyos.application.allocation.keeping.MovePeople;
import io.agencyos.application.allocation.sourcing.SourcingPlan;
import io.agencyos.domain.allocation.AssignmentRefusal;
import io.agencyos.domain.allocation.Unavailable;
import io.agencyos.domain.lead.CompanyDetails;
import io.agencyos.domain.lead.FactMerge;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.lead.PoolPerson;
import io.agencyos.domain.lead.ReleaseReason;
import io.agencyos.domain.platform.AuditEntry;
import io.agencyos.domain.scoring.EmailStatus;
import io.agencyos.domain.shared.contact.Country;
import io.agencyos.domain.shared.contact.DomainName;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.PoolPersonId;
import io.agencyos.domain.shared.id.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Several people of one company: the same in memory and on PostgreSQL. Source: scoring B5. */
public abstract class CompanyGuardContract extends AssignmentSteps {

    /** So many people of one company. */
    private List<PoolPerson> colleagues(int count, String domain, int employees) {
        List<PoolPerson> people = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            PoolPerson one = scenario().person(EmailStatus.VERIFIED, "Head of Growth", Country.AUSTRALIA, employees);
            CompanyDetails company = new CompanyDetails(
                    "Harbour Lane",
                    new DomainName(domain),
                    "Marketing",
                    employees,
                    null,
                    null,
                    Country.AUSTRALIA,
                    null,
                    null,
                    null,
                    null,
                    null,
                    List.of(),
                    List.of());
            people.add(one.completed(
                    one.contact(),
                    new PoolPerson.Facts(one.person(), FactMerge.company(one.company(), company), null, 500)));
        }
        return scenario().add(people);
    }

    private List<Instant> starts(Asking asking) {
        List<Lead> all = leads(asking);
        return enrolments(asking, all).values().stream()
                .map(enrolment -> Objects.requireNonNull(enrolment.nextDueAt()))
                .sorted()
                .toList();
    }

    @Test // B5: max 3 open assignments per company per client, first contact staggered by >= 2 working days
    void a_client_gets_three_people_of_a_company_and_writes_to_them_one_after_the_other() {
        Asking asking = scenario().asking();
        colleagues(5, "harbourlane.example", 25);
        PreviewAssignment.Outcome.Shown before = preview(asking, 5);
        int needed = need(asking, 5, Optional.of(asking.campaign().id()));

        AssignPoolLeads.Report report = done(assign(asking, 5, "monday"));

        assertThat(report.assigned()).isEqualTo(3);
        assertThat(report.refused()).isEqualTo(before.report().refused());
        assertThat(before.report().assigned()).isEqualTo(3);
        assertThat(before.chosen()).hasSize(3);
        assertThat(before.left())
                .hasSize(2)
                .allSatisfy(left -> assertThat(left.refusal()).isEqualTo(AssignmentRefusal.LEAD_UNAVAILABLE));
        assertThat(needed).isEqualTo(2);
        assertThat(report.refused()).containsEntry(AssignmentRefusal.LEAD_UNAVAILABLE, 2);
        assertThat(starts(asking))
                .as("Monday, Wednesday, Friday")
                .containsExactly(
                        scenario().now(),
                        scenario().now().plus(Duration.ofDays(2)),
                        scenario().now().plus(Duration.ofDays(4)));
        assertThat(balance(asking)).isEqualTo(QUOTA - 3);

        Lead first = leads(asking).getFirst();
        release(asking, List.of(first.id()), ReleaseReason.MANUAL);
        assertThat(done(assign(asking, 1, "again")).assigned())
                .as("one place is free again")
                .isEqualTo(1);
    }

    @Test // B5: no assignment if another client touched the same company domain in the last 30 days
    void a_company_that_another_client_wrote_to_rests_for_thirty_days() {
        Asking one = scenario().asking();
        Asking two = scenario().asking();
        List<PoolPerson> both = colleagues(2, "quietlane.example", 25);
        done(assign(one, 1, "monday"));
        Lead written = leads(one).getFirst();
        contact(written);

        AssignPoolLeads.Report early = done(assign(two, 1, "early"));
        assertThat(early.assigned()).isZero();
        assertThat(preview(two, 1).chosen()).isEmpty();
        assertThat(need(two, 1, Optional.empty())).isEqualTo(1);
        assertThat(early.refused()).isEqualTo(Map.of(AssignmentRefusal.LEAD_UNAVAILABLE, 1));
        PoolPersonId other = both.stream()
                .map(PoolPerson::id)
                .filter(id -> !id.equals(written.poolPersonId()))
                .findFirst()
                .orElseThrow();
        assertThat(scenario()
                        .keeping()
                        .movePeople()
                        .give(
                                new UserId(UUID.randomUUID()),
                                new HandOrder(
                                        two.client(),
                                        two.campaign().id(),
                                        List.of(other),
                                        false,
                                        "asked for by telephone"),
                                AuditEntry.Origin.NONE))
                .as("what staff may know and the client may not")
                .isEqualTo(
                        new MovePeople.Given.Done(Map.of(other, Optional.of(Unfit.unavailable(Unavailable.COMPANY)))));

        scenario().advance(Duration.ofDays(30).plusSeconds(1));
        assertThat(preview(two, 1).chosen()).hasSize(1);
        assertThat(need(two, 1, Optional.empty())).isZero();
        assertThat(done(assign(two, 1, "later")).assigned()).isEqualTo(1);
    }

    @Test // POOL-8.2, B5: what would be assigned now is what is assigned, to the person, through places that explore
    void a_preview_says_whom_an_assignment_takes_though_companies_leave_gaps() {
        Asking asking = scenario().asking();
        colleagues(12, "harbourlane.example", 25);
        scenario().pool(20);
        colleagues(9, "farlane.example", 25);
        PreviewAssignment.Outcome.Shown before = preview(asking, 30);

        AssignPoolLeads.Report report = done(assign(asking, 30, "monday"));

        assertThat(report.assigned()).isEqualTo(26).isEqualTo(before.chosen().size());
        assertThat(report.explored()).isEqualTo(1).isEqualTo(before.report().explored());
        assertThat(report.tierDistribution()).isEqualTo(before.report().tierDistribution());
        assertThat(report.meanScore()).isEqualTo(before.report().meanScore());
        assertThat(report.refused()).isEqualTo(before.report().refused());
    }

    private PreviewAssignment.Outcome.Shown preview(Asking asking, int count) {
        PreviewAssignment.Outcome outcome = scenario()
                .allocation()
                .previewAssignment()
                .preview(asking.worker(), asking.campaign().id(), count);
        if (outcome instanceof PreviewAssignment.Outcome.Shown shown) {
            return shown;
        }
        throw new AssertionError(outcome);
    }

    /** How many would have to be bought. */
    private int need(Asking asking, int target, Optional<CampaignId> campaign) {
        return scenario()
                .allocation()
                .sourcingPlan()
                .need(asking.client(), campaign, target)
                .map(SourcingPlan.Need::toBuy)
                .toOptional()
                .orElseThrow();
    }

    @Test // B5: unless the company has > 500 employees; touched, not merely assigned
    void a_large_company_and_one_that_nobody_wrote_to_are_open() {
        Asking one = scenario().asking();
        Asking two = scenario().asking();
        colleagues(2, "largelane.example", 501);
        done(assign(one, 1, "large"));
        contact(leads(one).getFirst());
        assertThat(done(assign(two, 1, "large")).assigned()).isEqualTo(1);

        colleagues(2, "freshlane.example", 25);
        assertThat(done(assign(one, 1, "fresh")).assigned()).isEqualTo(1);
        assertThat(done(assign(two, 1, "fresh")).assigned()).isEqualTo(1);
    }
}
