package io.agencyos.application.outreach;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.application.lead.enrichment.ProfileReads;
import io.agencyos.application.lead.source.LinkedInProfileSource;
import io.agencyos.application.lead.store.Leads;
import io.agencyos.application.outreach.linkedin.ReadPosts;
import io.agencyos.domain.lead.CompanyDetails;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.resource.seat.SeatEvent;
import io.agencyos.domain.scoring.LeadFacts;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.VendorFailure.Details;
import io.agencyos.domain.shared.contact.LinkedInUrl;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a client's seats read of those who are about to be written to. Source: content 1.10, flows 2.6 stages 2 and 3. */
public abstract class PostReadingStories extends SilentSeatStories {

    /** When what was last read, on the stores of this world. */
    protected abstract ProfileReads reads(OutreachScenario.World world);

    /** Pages of people and of a company who wrote something yesterday. */
    private final class Pages implements LinkedInProfileSource {
        private final List<LinkedInUrl> seen = new ArrayList<>();
        private @Nullable VendorFailure failure;
        private int companies;

        @Override
        public Result<List<Post>, VendorFailure> posts(ClientId client, String seat, LinkedInUrl person, int most) {
            assertThat(seat).isEqualTo(LinkedInBook.ACCOUNT);
            seen.add(person);
            return failure == null
                    ? Result.ok(List.of(
                            new Post("Hiring again", Optional.of(yesterday()), 3, 1, 0, false, Optional.empty())))
                    : Result.err(failure);
        }

        @Override
        public Result<FoundPage, VendorFailure> search(
                ClientId client, String seat, Query query, @Nullable String from, int most) {
            throw new AssertionError("nobody is searched for");
        }

        @Override
        public Result<PersonPage, VendorFailure> person(ClientId client, String seat, LinkedInUrl person) {
            return Result.ok(new PersonPage("ref", Optional.of(812)));
        }

        @Override
        public Result<CompanyPage, VendorFailure> company(ClientId client, String seat, LinkedInUrl company) {
            companies++;
            return Result.ok(new CompanyPage(
                    "1586",
                    "Harbour Lane Digital",
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(18),
                    Optional.empty(),
                    List.of("Marketing Services")));
        }

        @Override
        public Result<List<Post>, VendorFailure> companyPosts(ClientId client, String seat, String company, int most) {
            assertThat(company).isEqualTo("1586");
            return Result.ok(List.of(new Post("Award", Optional.of(yesterday()), 0, 0, 0, false, Optional.empty())));
        }
    }

    private Instant yesterday() {
        return clock.get().minus(Duration.ofDays(1));
    }

    private final List<LeadId> scored = new ArrayList<>();

    private ReadPosts.Round read(OutreachScenario scenario, Pages pages) {
        return new ReadPosts(
                        scenario.on().linkedIn().ports(),
                        client -> Optional.of(pages),
                        reads(scenario.on()),
                        scenario.on().world().leads().leads(),
                        (client, leads, cause) -> scored.addAll(leads),
                        scenario.on().stores().quotas(),
                        scenario.on().units(),
                        clock::get)
                .read(scenario.client());
    }

    private static LeadFacts.@Nullable LinkedInActivity known(OutreachScenario scenario, Lead lead) {
        return scenario.in(() -> scenario.on().world().leads().leads().find(scenario.client(), lead.id()))
                .orElseThrow()
                .signals()
                .linkedIn();
    }

    /** Monday, in the seat's office hours, with the leads enrolled and due. */
    private OutreachScenario atWork() {
        OutreachScenario scenario = autopilot();
        scenario.advance(Duration.ofHours(3));
        return scenario;
    }

    @Test // content 1.10: leads with a touch due, older than 7 days; scored anew where something is known by now
    void what_a_lead_wrote_is_known_before_it_is_written_to_and_read_again_after_a_week() {
        OutreachScenario scenario = atWork();
        Lead lead = scenario.lead();
        Pages pages = new Pages();

        assertThat(read(scenario, pages)).isEqualTo(new ReadPosts.Round(1, 1, List.of()));
        assertThat(Objects.requireNonNull(known(scenario, lead)).personPostDates())
                .containsExactly(LocalDate.ofInstant(yesterday(), ZoneOffset.UTC));
        assertThat(scored).containsExactly(lead.id());
        assertThat(read(scenario, pages).read()).as("lately read").isZero();
        assertThat(pages.seen).hasSize(1);

        scenario.advance(Duration.ofDays(8));
        assertThat(read(scenario, pages).read()).isEqualTo(1);
    }

    @Test // ALS-7: connections and whether the company posts; flows 2.6 stages 2 and 3
    void connections_and_what_the_employer_writes_are_known_too_and_the_employer_is_looked_at_once() {
        OutreachScenario scenario = atWork();
        Lead lead = scenario.lead();
        Leads leads = scenario.on().world().leads().leads();
        CompanyDetails employer = new CompanyDetails(
                "Harbour Lane",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                "company/harbour-lane-example",
                null,
                null,
                null,
                List.of(),
                List.of());
        Lead employed = scenario.in(() -> leads.update(leads.find(scenario.client(), lead.id())
                .orElseThrow()
                .change()
                .company(employer)
                .lead()));
        Pages pages = new Pages();
        read(scenario, pages);

        LeadFacts.LinkedInActivity activity = Objects.requireNonNull(known(scenario, employed));
        assertThat(activity.connections()).isEqualTo(812);
        assertThat(activity.companyPostCount()).isEqualTo(1);
        assertThat(activity.companyFollowers())
                .as("no documented field tells them")
                .isNull();
        scenario.advance(Duration.ofDays(8));
        assertThat(read(scenario, pages).read()).isEqualTo(1);
        assertThat(pages.companies).isEqualTo(1);
    }

    @Test // outreach 7: views count to the seat's day and hour, and acts keep at least half of both
    void reading_takes_no_more_than_half_of_what_a_seat_may_do_in_an_hour() {
        OutreachScenario scenario = atWork();
        scenario.leads(8);
        Pages pages = new Pages();
        for (int turn = 0; turn < 8; turn++) {
            read(scenario, pages);
        }
        assertThat(pages.seen).hasSize(4);
        scenario.advance(Duration.ofHours(1));
        assertThat(read(scenario, pages).read()).isEqualTo(1);
    }

    @Test // scoring TIME-1: a seat looks in its owner's hours only
    void nobody_reads_at_night_or_with_a_seat_that_is_restricted() {
        OutreachScenario scenario = atWork();
        scenario.lead();
        Pages pages = new Pages();
        scenario.advance(Duration.ofHours(12));
        assertThat(read(scenario, pages)).isEqualTo(new ReadPosts.Round(0, 0, List.of()));
        scenario.advance(Duration.ofHours(12));
        scenario.on().linkedIn().happens(scenario.client(), new SeatEvent.Restricted("restricted"), scenario.now());
        assertThat(read(scenario, pages).read()).isZero();
        assertThat(pages.seen).isEmpty();
    }

    @Test // content 1.10: a failed refresh never blocks the touch; an empty answer and a failed call are different
    void a_page_that_is_gone_is_not_asked_for_again_and_a_network_that_is_away_is() {
        OutreachScenario scenario = atWork();
        Lead lead = scenario.lead();
        Pages pages = new Pages();
        pages.failure = new VendorFailure.Unavailable(Details.of("fake-network", "posts", "away"));
        assertThat(read(scenario, pages).failures()).hasSize(1);
        assertThat(read(scenario, pages).failures()).hasSize(1);
        pages.failure = new VendorFailure.NotFound(Details.of("fake-network", "posts", "nobody"));
        read(scenario, pages);
        pages.failure = null;
        assertThat(read(scenario, pages).read()).isZero();
        assertThat(known(scenario, lead)).isNull();
        scenario.runFor(aDay());
        assertThat(acts()).isNotEmpty();
    }
}
