package io.agencyos.domain.allocation;

import static io.agencyos.domain.shared.Channel.EMAIL;
import static io.agencyos.domain.shared.Channel.LINKEDIN;
import static io.agencyos.domain.shared.Channel.MAIL;
import static io.agencyos.domain.shared.Channel.SMS;
import static io.agencyos.domain.shared.Channel.VOICE;
import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.domain.allocation.ChannelAllocation.Facts;
import io.agencyos.domain.allocation.LearnedChannelOrder.Standing;
import io.agencyos.domain.allocation.LearnedChannelOrder.Verdict;
import io.agencyos.domain.campaign.ChannelMix;
import io.agencyos.domain.lead.ContactPoints;
import io.agencyos.domain.scoring.EmailStatus;
import io.agencyos.domain.scoring.tier.AlsScore;
import io.agencyos.domain.scoring.tier.CostFloors;
import io.agencyos.domain.scoring.tier.Tier;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.ChoiceBasis;
import io.agencyos.domain.shared.contact.EmailAddress;
import io.agencyos.domain.shared.contact.LinkedInUrl;
import io.agencyos.domain.shared.contact.PhoneNumber;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The worked examples of scoring 4.1 that choose channels; those that bind senders are in SenderBindingTest. */
class ChannelAllocationTest {

    private static final Set<Channel> ALL = EnumSet.allOf(Channel.class);
    private static final EmailAddress ADDRESS =
            EmailAddress.parse("kim@example.com").orElseThrow();
    private static final LinkedInUrl PROFILE =
            LinkedInUrl.parse("https://www.linkedin.com/in/kim-example").orElseThrow();
    private static final ContactPoints REACHABLE =
            new ContactPoints(ADDRESS, EmailStatus.VERIFIED, new PhoneNumber("+61491570006"), PROFILE);
    private static final ChannelMix ALL_FIVE = new ChannelMix(40, 10, 20, 20, 10);

    private static Facts facts(int score, ContactPoints contact, ChannelMix mix, Set<Channel> healthy) {
        AlsScore als = new AlsScore(score);
        return new Facts(Optional.of(Tier.of(als)), als, CostFloors.DEFAULT, mix, contact, false, false, healthy);
    }

    private static ChannelAllocation allocate(Facts facts) {
        return ChannelAllocation.of(facts, Optional.empty());
    }

    private static LearnedChannelOrder a2(String confidence) {
        return new LearnedChannelOrder(
                true,
                new BigDecimal(confidence),
                Map.of(
                        LINKEDIN, new Standing(Verdict.CONFIRMED_POSITIVE, new BigDecimal("0.04")),
                        EMAIL, new Standing(Verdict.NEUTRAL, new BigDecimal("0.01"))));
    }

    @Test // ALLOC-1 A1
    void a_warm_lead_gets_everything_but_what_its_score_cannot_pay_for() {
        ChannelAllocation given = allocate(facts(72, REACHABLE, ChannelMix.DEFAULT, ALL));
        assertThat(given.channels()).containsExactly(EMAIL, LINKEDIN, VOICE);
        assertThat(given.excluded())
                .containsExactlyInAnyOrderEntriesOf(Map.of(SMS, ChannelExclusion.FLOOR, MAIL, ChannelExclusion.FLOOR));
        assertThat(given.outcome()).isEqualTo(ChannelAllocation.Outcome.FULL);
    }

    @Test // ALLOC-1 A2, A3
    void a_learned_order_counts_from_a_confidence_of_a_half() {
        Facts warm = facts(72, REACHABLE, ChannelMix.DEFAULT, ALL);
        assertThat(ChannelAllocation.of(warm, Optional.of(a2("0.6"))).channels())
                .containsExactly(LINKEDIN, EMAIL, VOICE);
        assertThat(ChannelAllocation.of(warm, Optional.of(a2("0.5"))).channels())
                .containsExactly(LINKEDIN, EMAIL, VOICE);
        assertThat(ChannelAllocation.of(warm, Optional.of(a2("0.49"))).channels())
                .containsExactly(EMAIL, LINKEDIN, VOICE);
    }

    @Test // ALLOC-1 step 2
    void what_is_confirmed_bad_goes_last_and_what_may_not_act_by_itself_changes_nothing() {
        Facts warm = facts(72, REACHABLE, ChannelMix.DEFAULT, ALL);
        Map<Channel, Standing> standings = Map.of(
                EMAIL, new Standing(Verdict.CONFIRMED_NEGATIVE, BigDecimal.ZERO),
                VOICE, new Standing(Verdict.CONFIRMED_POSITIVE, new BigDecimal("0.02")),
                LINKEDIN, new Standing(Verdict.CONFIRMED_POSITIVE, new BigDecimal("0.03")));
        BigDecimal sure = BigDecimal.ONE;
        assertThat(ChannelAllocation.of(warm, Optional.of(new LearnedChannelOrder(true, sure, standings)))
                        .channels())
                .containsExactly(LINKEDIN, VOICE, EMAIL);
        assertThat(ChannelAllocation.of(warm, Optional.of(new LearnedChannelOrder(false, sure, standings)))
                        .channels())
                .containsExactly(EMAIL, LINKEDIN, VOICE);
    }

    @Test // CIS E-28
    void what_works_goes_first_and_an_unmeasured_channel_keeps_its_place() {
        Facts warm = facts(72, REACHABLE, ChannelMix.DEFAULT, ALL);
        Map<Channel, Standing> voice = Map.of(
                VOICE, new Standing(Verdict.CONFIRMED_POSITIVE, new BigDecimal("0.03")),
                EMAIL, new Standing(Verdict.NEUTRAL, new BigDecimal("0.01")));
        ChannelAllocation learned =
                ChannelAllocation.of(warm, Optional.of(new LearnedChannelOrder(true, new BigDecimal("0.7"), voice)));
        assertThat(learned.channels()).containsExactly(VOICE, EMAIL, LINKEDIN);
        assertThat(learned.basis()).isEqualTo(ChoiceBasis.LEARNED);
        ChannelAllocation unsure =
                ChannelAllocation.of(warm, Optional.of(new LearnedChannelOrder(true, new BigDecimal("0.4"), voice)));
        assertThat(unsure.channels()).containsExactly(EMAIL, LINKEDIN, VOICE);
        assertThat(unsure.basis()).isEqualTo(ChoiceBasis.DEFAULT);
        ChannelAllocation newlyConfirmed =
                ChannelAllocation.of(warm, Optional.of(new LearnedChannelOrder(false, new BigDecimal("0.7"), voice)));
        assertThat(newlyConfirmed.channels()).containsExactly(EMAIL, LINKEDIN, VOICE);
    }

    @Test // CIS 14.2: an enrolment that explores keeps the default order, and says so
    void an_exploring_enrolment_keeps_the_default_order() {
        Facts warm = facts(72, REACHABLE, ChannelMix.DEFAULT, ALL);
        ChannelAllocation explored = ChannelAllocation.of(warm, Optional.of(a2("0.6")), true);
        assertThat(explored.channels()).containsExactly(EMAIL, LINKEDIN, VOICE);
        assertThat(explored.basis()).isEqualTo(ChoiceBasis.EXPLORED);
        assertThat(ChannelAllocation.of(warm, Optional.empty(), true).basis()).isEqualTo(ChoiceBasis.DEFAULT);
    }

    @Test // ALLOC-1 A4
    void the_first_condition_that_fails_is_the_reason() {
        ContactPoints guessed = new ContactPoints(ADDRESS, EmailStatus.GUESSED, null, PROFILE);
        ChannelAllocation given = allocate(facts(90, guessed, ALL_FIVE, ALL));
        assertThat(given.channels()).containsExactly(LINKEDIN);
        assertThat(given.excluded())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        EMAIL, ChannelExclusion.UNVERIFIED_EMAIL,
                        VOICE, ChannelExclusion.PHONE_MISSING,
                        SMS, ChannelExclusion.PHONE_MISSING,
                        MAIL, ChannelExclusion.ADDRESS_MISSING));
        assertThat(given.outcome()).isEqualTo(ChannelAllocation.Outcome.PARTIAL);
        assertThat(allocate(facts(90, guessed, ChannelMix.DEFAULT, ALL)).excluded())
                .containsEntry(MAIL, ChannelExclusion.MIX_OFF);
    }

    @Test // ALLOC-1 A5
    void without_a_healthy_sender_nothing_is_given_and_the_reasons_are_kept() {
        ChannelAllocation given = allocate(facts(30, REACHABLE, ChannelMix.DEFAULT, Set.of()));
        assertThat(given.outcome()).isEqualTo(ChannelAllocation.Outcome.NONE);
        assertThat(given.excluded())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        EMAIL, ChannelExclusion.NO_HEALTHY_RESOURCE,
                        LINKEDIN, ChannelExclusion.TIER,
                        VOICE, ChannelExclusion.TIER,
                        SMS, ChannelExclusion.TIER,
                        MAIL, ChannelExclusion.TIER));
    }

    @Test // ALLOC-1 A9
    void a_score_that_falls_to_cool_loses_the_call() {
        assertThat(allocate(facts(61, REACHABLE, ChannelMix.DEFAULT, ALL)).channels())
                .contains(VOICE);
        ChannelAllocation fallen = allocate(facts(58, REACHABLE, ChannelMix.DEFAULT, ALL));
        assertThat(fallen.channels()).containsExactly(EMAIL, LINKEDIN);
        assertThat(fallen.excluded()).containsEntry(VOICE, ChannelExclusion.TIER);
    }

    @Test // TIER-2, ALLOC-1 step 1
    void a_lead_without_a_score_has_no_channel_and_a_listed_number_is_not_used() {
        Facts scored = facts(90, REACHABLE, ALL_FIVE, ALL);
        Facts unscored =
                new Facts(Optional.empty(), scored.score(), scored.floors(), ALL_FIVE, REACHABLE, true, false, ALL);
        assertThat(allocate(unscored).channels()).isEmpty();
        Facts listed = new Facts(scored.tier(), scored.score(), scored.floors(), ALL_FIVE, REACHABLE, true, true, ALL);
        assertThat(allocate(listed).channels()).containsExactly(EMAIL, LINKEDIN, MAIL);
        assertThat(allocate(listed).excluded())
                .isEqualTo(Map.of(VOICE, ChannelExclusion.DNCR_LISTED, SMS, ChannelExclusion.DNCR_LISTED));
    }

    @Test // ALLOC-1 step 3: quotas are consumed at send time only
    void an_exhausted_day_takes_no_channel_away() {
        List<Channel> morning =
                allocate(facts(72, REACHABLE, ChannelMix.DEFAULT, ALL)).channels();
        assertThat(morning).contains(EMAIL); // A10: capacity is no part of the facts
    }
}
