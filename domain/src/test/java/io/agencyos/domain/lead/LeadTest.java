package io.agencyos.domain.lead;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.domain.client.PermissionMode;
import io.agencyos.domain.scoring.EmailStatus;
import io.agencyos.domain.scoring.LeadFacts;
import io.agencyos.domain.scoring.match.Seniority;
import io.agencyos.domain.scoring.tier.Tier;
import io.agencyos.domain.shared.contact.Country;
import io.agencyos.domain.shared.contact.DomainName;
import io.agencyos.domain.shared.contact.EmailAddress;
import io.agencyos.domain.shared.contact.PhoneNumber;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.ImportId;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.LeadScoreId;
import io.agencyos.domain.shared.id.PoolPersonId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LeadTest {

    private static final Instant MONDAY = Instant.parse("2026-03-02T00:00:00Z");
    private static final Instant TUESDAY = MONDAY.plusSeconds(86_400);
    private static final Instant WEDNESDAY = TUESDAY.plusSeconds(86_400);

    /** Differs from a lead of whom nothing is known in every member. */
    private static final Lead WHOLE = new Lead(
            new LeadId(new UUID(1, 1)),
            new ClientId(new UUID(1, 2)),
            new CampaignId(new UUID(1, 3)),
            new PoolPersonId(new UUID(1, 4)),
            LeadSource.CSV_IMPORT,
            LeadStatus.IN_SEQUENCE,
            new ContactPoints(
                    new EmailAddress("asha@harbourlane.example"),
                    EmailStatus.VERIFIED,
                    new PhoneNumber("+61491570006"),
                    null),
            new PersonDetails("Asha", "Rao", "CEO", Seniority.OWNER, "Perth", "WA", Country.AUSTRALIA),
            new CompanyDetails(
                    "Harbour Lane",
                    new DomainName("harbourlane.example"),
                    "Software",
                    40,
                    "Perth",
                    "WA",
                    Country.AUSTRALIA,
                    "https://harbourlane.example",
                    "company/harbour-lane",
                    2015,
                    true,
                    LocalDate.of(2025, 11, 3),
                    List.of("crm"),
                    List.of("growth")),
            LocalDate.of(2025, 2, 3),
            ZoneId.of("Australia/Perth"),
            new LeadSignals(
                    new EmailAddress("asha@home.example"),
                    new PhoneNumber("+61491570006"),
                    "Design software",
                    new LeadFacts.Seo(337, new BigDecimal("149.89"), 7, 28, LocalDate.of(2026, 1, 20)),
                    new LeadFacts.LinkedInActivity(List.of(LocalDate.of(2026, 1, 19)), 612, 14, 2300),
                    new CompanyMoves(3, "Media buyer", "Harbour Lane opens in Fremantle", LocalDate.of(2026, 1, 20))),
            new ScoreSummary(new LeadScoreId(new UUID(1, 5)), 86, Tier.HOT, false, List.of(), MONDAY, TUESDAY),
            new LeadHistory(2, MONDAY, TUESDAY, null, null, null),
            new Lead.Block("client_paused", WEDNESDAY),
            new LeadCare(TUESDAY, new LeadCare.OwnMode(PermissionMode.MANUAL, WEDNESDAY)),
            new ImportId(new UUID(1, 6)),
            "crm-17",
            MONDAY,
            TUESDAY,
            WEDNESDAY,
            7);

    @Test
    void a_change_that_says_nothing_changes_nothing() {
        assertThat(WHOLE.change().lead()).isEqualTo(WHOLE);
    }

    @Test
    void a_change_leaves_alone_what_it_does_not_say() {
        Lead paused = WHOLE.becoming(LeadStatus.COMPLETED, WEDNESDAY);

        assertThat(paused.status()).isEqualTo(LeadStatus.COMPLETED);
        assertThat(paused.updatedAt()).isEqualTo(WEDNESDAY);
        assertThat(paused.change()
                        .status(WHOLE.status())
                        .updatedAt(WHOLE.updatedAt())
                        .lead())
                .isEqualTo(WHOLE);
    }

    @Test
    void touches_and_answers_may_be_told_in_any_order_and_the_first_booking_stays() {
        LeadHistory inOrder = LeadHistory.NONE
                .touched(MONDAY)
                .touched(WEDNESDAY)
                .replied(TUESDAY)
                .replied(WEDNESDAY)
                .booked(TUESDAY)
                .booked(WEDNESDAY);
        LeadHistory backwards = LeadHistory.NONE
                .touched(WEDNESDAY)
                .touched(MONDAY)
                .replied(WEDNESDAY)
                .replied(TUESDAY)
                .booked(TUESDAY)
                .booked(WEDNESDAY);

        assertThat(inOrder)
                .isEqualTo(new LeadHistory(2, MONDAY, WEDNESDAY, WEDNESDAY, TUESDAY, null))
                .isEqualTo(backwards);
    }

    @Test // scoring POOL-2: what is not said never erases; figures of search are of one day and stand as a whole
    void signals_are_joined_by_newer_word() {
        LeadSignals known = WHOLE.signals();
        LeadSignals said = new LeadSignals(
                null,
                null,
                null,
                new LeadFacts.Seo(500, null, null, null, LocalDate.of(2026, 2, 1)),
                new LeadFacts.LinkedInActivity(List.of(), 700, null, null),
                null);

        LeadSignals joined = known.joinedBy(said);

        assertThat(joined.personalEmail()).isEqualTo(known.personalEmail());
        assertThat(joined.search()).isEqualTo(said.search());
        assertThat(joined.moves()).as("nobody looked again").isEqualTo(known.moves());
        CompanyMoves older = new CompanyMoves(9, null, null, LocalDate.of(2026, 1, 19));
        assertThat(known.after(older)).as("an older look").isEqualTo(known);
        assertThat(joined.linkedIn())
                .isEqualTo(new LeadFacts.LinkedInActivity(List.of(LocalDate.of(2026, 1, 19)), 700, 14, 2300));
        assertThat(said.joinedBy(known).search()).as("older figures").isEqualTo(said.search());
        assertThat(known.verifies(new PhoneNumber("+61491570156")))
                .as("another number is another number")
                .isFalse();
    }

    @Test
    void an_answer_takes_nothing_back_that_came_of_the_talks() {
        assertThat(LeadStatus.NOT_INTERESTED.repliesNow()).isTrue();
        assertThat(LeadStatus.MEETING_BOOKED.repliesNow()).isFalse();
        assertThat(LeadStatus.MEETING_BOOKED.repliesInto(LeadStatus.NOT_INTERESTED))
                .isFalse();
        assertThat(LeadStatus.MEETING_BOOKED.repliesInto(LeadStatus.UNSUBSCRIBED))
                .isTrue();
        assertThat(LeadStatus.UNSUBSCRIBED.repliesInto(LeadStatus.REPLIED)).isFalse();
    }

    @Test // api 8: what keeps a lead from being written to now
    void what_kept_a_lead_until_a_moment_that_has_passed_keeps_it_no_more() {
        Lead waits = WHOLE.change()
                .block(new Lead.Block("rate_limit_new_leads", TUESDAY))
                .lead();
        Lead stands =
                WHOLE.change().block(new Lead.Block("phone_missing", null)).lead();

        assertThat(waits.asOf(MONDAY)).isEqualTo(waits);
        assertThat(waits.asOf(TUESDAY).block()).isNull();
        assertThat(stands.asOf(WEDNESDAY)).as("until somebody does something").isEqualTo(stands);
    }
}
