package io.agencyos.application.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.application.allocation.AllocationScenario.Asking;
import io.agencyos.application.allocation.keeping.MovePeople.Given;
import io.agencyos.application.allocation.keeping.MovePeople.Taken;
import io.agencyos.application.lead.intake.DoubleLeads;
import io.agencyos.domain.allocation.AssignmentRefusal;
import io.agencyos.domain.allocation.Unavailable;
import io.agencyos.domain.campaign.enrolment.EnrolmentState;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.lead.LeadStatus;
import io.agencyos.domain.lead.PoolPerson;
import io.agencyos.domain.lead.PoolStatus;
import io.agencyos.domain.platform.AuditEntry;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.scoring.EmailStatus;
import io.agencyos.domain.shared.contact.Country;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.PoolPersonId;
import io.agencyos.domain.shared.id.UserId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Staff gives people of the pool and takes them back: the same stories in memory and on PostgreSQL. Source: api 9.17. */
abstract class MovePeopleStories extends AssignmentSteps {

    private static final UserId STAFF = new UserId(UUID.randomUUID());
    private static final String WHY = "The allocator overlooked them.";

    private Given give(Asking asking, List<PoolPersonId> people) {
        return give(asking, asking.campaign().id(), people, false);
    }

    private Given give(Asking asking, CampaignId campaign, List<PoolPersonId> people, boolean regardlessOfFit) {
        return scenario()
                .keeping()
                .movePeople()
                .give(STAFF, new HandOrder(asking.client(), campaign, people, regardlessOfFit, WHY), Origin.NONE);
    }

    private Map<PoolPersonId, Taken> takeBack(PoolPersonId... people) {
        return scenario().keeping().movePeople().takeBack(STAFF, List.of(people), WHY, Origin.NONE);
    }

    private List<AuditEntry> trail(Asking asking) {
        return scenario().read(asking.client(), () -> scenario().on().audit().newest(asking.client(), 50)).stream()
                .filter(entry -> entry.resourceType().equals("pool_claim"))
                .toList();
    }

    @Test // api 9.17: per-id result; a lead is active with at most one client
    void people_are_given_by_hand_and_one_who_is_taken_stays_where_he_is() {
        Asking one = scenario().asking();
        Asking two = scenario().asking();
        List<PoolPerson> people = scenario().pool(2);
        PoolPersonId first = people.getFirst().id();
        PoolPersonId second = people.getLast().id();
        PoolPersonId unknown = new PoolPersonId(UUID.randomUUID());

        assertThat(give(one, List.of(first, unknown)))
                .isEqualTo(new Given.Done(Map.of(
                        first, Optional.empty(), unknown, Optional.of(Unfit.unavailable(Unavailable.NOT_FREE)))));
        assertThat(give(two, List.of(first, second)))
                .isEqualTo(new Given.Done(
                        Map.of(first, Optional.of(Unfit.unavailable(Unavailable.NOT_FREE)), second, Optional.empty())));

        assertThat(leads(one)).hasSize(1);
        assertThat(leads(one).getFirst().poolPersonId()).isEqualTo(first);
        assertThat(leads(one).getFirst().score()).isNotNull();
        assertThat(balance(one)).as("paid as any other").isEqualTo(QUOTA - 1);
        assertThat(trail(one))
                .singleElement()
                .satisfies(entry -> assertThat(entry.metadata())
                        .containsEntry("step", "assign")
                        .containsEntry("people", first.text()));
        assertThat(give(one, new CampaignId(UUID.randomUUID()), List.of(second), false))
                .isEqualTo(new Given.Refused(AssignmentRefusal.CAMPAIGN_INACTIVE));
    }

    @Test // POOL-8.5: checks 11 to 13 may be skipped with a reason, never 8 to 10, and never the way to reach the
    // person
    void whom_the_allocator_would_not_take_is_given_when_staff_say_so() {
        Asking asking = scenario().asking();
        PoolPerson misfit = scenario().person(EmailStatus.VERIFIED, "Accountant", Country.AUSTRALIA, 25);
        PoolPerson guessed = scenario().person(EmailStatus.GUESSED, "Head of Growth", Country.AUSTRALIA, 25);
        scenario().add(List.of(misfit, guessed));
        List<PoolPersonId> both = List.of(misfit.id(), guessed.id());

        assertThat(give(asking, both))
                .isEqualTo(new Given.Done(Map.of(
                        misfit.id(), Optional.of(new Unfit(AssignmentRefusal.ICP_MISMATCH, null)),
                        guessed.id(), Optional.of(new Unfit(AssignmentRefusal.EMAIL_QUALITY, null)))));
        assertThat(give(asking, asking.campaign().id(), both, true))
                .as("nothing reaches the one whose address is guessed")
                .isEqualTo(new Given.Done(Map.of(
                        misfit.id(), Optional.empty(),
                        guessed.id(), Optional.of(new Unfit(AssignmentRefusal.NO_REACHABLE_CHANNEL, null)))));
        assertThat(leads(asking)).hasSize(1);
        assertThat(give(scenario().asking(), asking.campaign().id(), both, true))
                .as("another client's campaign")
                .isEqualTo(new Given.Refused(AssignmentRefusal.CAMPAIGN_INACTIVE));
    }

    @Test // api 9.17; POOL-9: outreach stops first, then the person is free
    void people_are_taken_back_from_whoever_holds_them() {
        Asking asking = scenario().asking();
        List<PoolPerson> people = scenario().pool(2);
        PoolPersonId held = people.getFirst().id();
        PoolPersonId free = people.getLast().id();
        give(asking, List.of(held));
        Lead lead = leads(asking).getFirst();

        assertThat(takeBack(held, free)).isEqualTo(Map.of(held, Taken.RELEASED, free, Taken.NOT_HELD));

        assertThat(person(lead).status()).isEqualTo(PoolStatus.AVAILABLE);
        assertThat(claims(asking, List.of(lead))).isEmpty();
        assertThat(enrolments(asking, List.of(lead)).get(lead.id()).state()).isEqualTo(EnrolmentState.STOPPED);
        assertThat(trail(asking)).hasSize(2);
        assertThat(takeBack(held)).isEqualTo(Map.of(held, Taken.NOT_HELD));
        assertThat(trail(asking)).hasSize(2);
    }

    @Test // POOL-3: in sequence → completed; who was written to and is taken back is history, the others are as they
    // were
    void a_lead_that_was_written_to_is_over_when_it_is_taken_back() {
        Asking asking = scenario().asking();
        List<PoolPersonId> people =
                scenario().pool(2).stream().map(PoolPerson::id).toList();
        give(asking, people);
        Lead written = leads(asking).getFirst();
        Lead untouched = leads(asking).getLast();
        scenario()
                .run(
                        asking.client(),
                        () -> scenario()
                                .on()
                                .world()
                                .leads()
                                .leads()
                                .recordContacts(
                                        asking.client(),
                                        Map.of(written.id(), scenario().now())));

        takeBack(people.getFirst(), people.getLast());

        Map<LeadId, LeadStatus> now = leads(asking).stream().collect(Collectors.toMap(Lead::id, Lead::status));
        assertThat(now)
                .containsEntry(written.id(), LeadStatus.COMPLETED)
                .containsEntry(untouched.id(), untouched.status());
    }

    @Test // POOL-4, flows 2.6: one person is not written to under two names, whoever asks for it
    void a_double_that_was_put_away_is_not_taken_up_again_beside_the_one_that_goes_on() {
        Asking asking = scenario().asking();
        give(asking, scenario().pool(2).stream().map(PoolPerson::id).toList());
        DoubleLeads doubles = new DoubleLeads(scenario().on().world().leads(), (client, lead) -> {});
        Lead one = leads(asking).getFirst();
        Lead other = leads(asking).getLast();

        Lead away = scenario()
                .read(
                        asking.client(),
                        () -> doubles.putAway(one, other, scenario().now()))
                .orElseThrow();
        scenario().advance(Duration.ofDays(200));

        assertThat(scenario().allocation().reengageLead().reengage(asking.worker(), away.id(), "spring", null))
                .isEqualTo(new ReengageLead.Outcome.Unavailable());
        Lead stays = away.id().equals(one.id()) ? other : one;
        assertThat(claims(asking, List.of(scenario().reread(stays)))).hasSize(1);
        assertThat(scenario().reread(away).poolPersonId()).isNull();
    }

    @Test // POOL-5: whoever rests is not free, and is not said to have ended with somebody for good
    void whoever_rests_after_a_release_is_told_from_whoever_was_held_too_often() {
        Asking asking = scenario().asking();
        PoolPersonId held = scenario().pool(1).getFirst().id();
        give(asking, List.of(held));
        Lead lead = leads(asking).getFirst();
        scenario()
                .run(
                        asking.client(),
                        () -> scenario()
                                .on()
                                .world()
                                .leads()
                                .leads()
                                .recordContacts(
                                        asking.client(),
                                        Map.of(lead.id(), scenario().now())));
        takeBack(held);

        assertThat(person(lead).status()).isEqualTo(PoolStatus.COOLING);
        assertThat(give(scenario().asking(), List.of(held)))
                .isEqualTo(new Given.Done(Map.of(held, Optional.of(Unfit.unavailable(Unavailable.NOT_FREE)))));
    }
}
