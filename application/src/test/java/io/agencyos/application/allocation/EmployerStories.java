package io.agencyos.application.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.application.allocation.AllocationScenario.Asking;
import io.agencyos.application.lead.enrichment.EnrichLeads;
import io.agencyos.application.lead.enrichment.EnrichLeads.Fate;
import io.agencyos.application.lead.source.CompanyProfile;
import io.agencyos.application.lead.source.CompanySearch;
import io.agencyos.application.lead.source.CompanySignals;
import io.agencyos.application.lead.source.PersonProfile;
import io.agencyos.domain.lead.CompanyDetails;
import io.agencyos.domain.lead.CompanyMoves;
import io.agencyos.domain.lead.JobPosting;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.lead.ScoreSummary;
import io.agencyos.domain.scoring.DeepEnrichmentGate.Trigger;
import io.agencyos.domain.shared.contact.DomainName;
import io.agencyos.domain.shared.contact.LinkedInUrl;
import io.agencyos.domain.shared.contact.PhoneNumber;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is asked of employers beside their records, over whatever stores and vendor. */
abstract class EmployerStories extends WaitingLookStories {

    protected abstract EmployerVendor employers();

    final void offer(CompanySearch.Preview company, List<JobPosting> advertised) {
        employers().company().accept(company, advertised);
    }

    final void offer(CompanySignals.Article article) {
        employers().article().accept(article);
    }

    private static CompanySearch.Preview company(String ref, String name, String domain) {
        return new CompanySearch.Preview(
                ref, name, Optional.of(new DomainName(domain)), Optional.empty(), Optional.empty());
    }

    private EnrichLeads.Part enriched(Lead lead) {
        return enrich().enrich(lead.clientId(), List.of(lead.id()), false);
    }

    /** A lead of whose employer only the name is known. */
    private Lead employedBy(Asking asking, String name) {
        Lead lead = own(asking);
        return scenario()
                .read(
                        asking.client(),
                        () -> scenario()
                                .on()
                                .world()
                                .leads()
                                .leads()
                                .update(lead.change().company(called(name)).lead()));
    }

    private static CompanyDetails called(String name) {
        return new CompanyDetails(
                name, null, null, null, null, null, null, null, null, null, null, null, List.of(), List.of());
    }

    private PersonProfile withoutEmployer(Lead lead) {
        PersonProfile all = profile(lead, null, null, null);
        return new PersonProfile(
                all.ref(),
                all.details(),
                all.headline(),
                all.email(),
                all.emailStatus(),
                all.phone(),
                all.linkedIn(),
                all.roleSince(),
                Optional.empty());
    }

    /** Another's record, from which the vendor knows the company. */
    private CompanyDetails harbourLane(Asking asking) {
        PersonProfile colleague = profile(own(asking), null, null, null);
        offer(colleague);
        return colleague.company().map(CompanyProfile::details).orElseThrow();
    }

    @Test // content 1.2: what is still not known is looked up at the next source; data model 3: name_key
    void an_employer_of_whom_only_the_name_is_known_is_found_by_it() {
        Asking asking = scenario().asking();
        CompanyDetails known = harbourLane(asking);
        String domain = Objects.requireNonNull(known.domain()).value();
        offer(company("org:1", "Harbour Lane Digital", domain), List.of());
        offer(company("org:2", "Harbour Lane Digital Fremantle", "fremantle.example"), List.of());
        Lead lead = employedBy(asking, "Harbour Lane Digital Pty Ltd");
        offer(withoutEmployer(lead));

        EnrichLeads.Part part = enriched(lead);

        assertThat(part.of(Fate.ENRICHED)).isEqualTo(1);
        assertThat(part.vendorCredits())
                .as("the person, the page and the company")
                .isEqualTo(3);
        CompanyDetails found = scenario().reread(lead).company();
        assertThat(found.name()).as("what was known stays").isEqualTo("Harbour Lane Digital Pty Ltd");
        assertThat(found.domain()).isEqualTo(known.domain());
        assertThat(found.industry()).isEqualTo("Marketing");
        assertThat(found.employeeCount()).isEqualTo(25);
    }

    @Test // never by a name that two companies bear
    void a_name_that_two_companies_bear_is_nobodys() {
        Asking asking = scenario().asking();
        harbourLane(asking);
        offer(company("org:1", "Harbour Lane Digital", "harbourlane.example"), List.of());
        offer(company("org:2", "Harbour Lane Digital Ltd", "harbourlane.test"), List.of());
        Lead lead = employedBy(asking, "Harbour Lane Digital");
        offer(withoutEmployer(lead));

        EnrichLeads.Part part = enriched(lead);

        assertThat(part.of(Fate.ENRICHED)).isEqualTo(1);
        assertThat(part.finer()).isEqualTo(new EnrichLeads.FinerLooked(1, 0));
        assertThat(scenario().reread(lead).company().domain()).isNull();
    }

    private Lead nearlyHot(Asking asking, String jobAt) {
        Lead lead = own(asking);
        offer(profile(
                lead,
                new PhoneNumber("+61491570006"),
                LinkedInUrl.parse("https://www.linkedin.com/in/priya-raman-example")
                        .orElseThrow(),
                null));
        offer(
                company(employer(lead), "Harbour Lane Digital", "harbourlane.example"),
                List.of(
                        job("j1", "Analyst", jobAt),
                        job("j2", "Media buyer", "2026-02-20T00:00:00Z"),
                        job("j3", "Designer", "2026-02-10T00:00:00Z")));
        return lead;
    }

    private static String employer(Lead lead) {
        return "fake:org:harbour" + lead.id().text().substring(0, 8) + ".example";
    }

    private static JobPosting job(String ref, String title, String postedAt) {
        return new JobPosting(ref, title, Optional.empty(), Instant.parse(postedAt), null);
    }

    private ScoreSummary score(Lead lead) {
        return Objects.requireNonNull(scenario().reread(lead).score());
    }

    @Test // ALS-4: hiring 5; TIER-3: actively_hiring at three open roles; ALS-16 enriched; apollo 6
    void the_jobs_of_an_employer_make_a_nearly_hot_lead_hot() {
        Asking asking = scenario().asking();
        Lead lead = nearlyHot(asking, "2026-01-30T00:00:00Z");
        offer(new CompanySignals.Article(
                "a1",
                "Harbour Lane opens in Fremantle",
                Optional.empty(),
                Optional.empty(),
                Optional.of(START.minus(Duration.ofDays(9))),
                Set.of(employer(lead)),
                Set.of("contract")));

        EnrichLeads.Part part = enriched(lead);

        LocalDate today = LocalDate.ofInstant(START, ZoneOffset.UTC);
        assertThat(scenario().reread(lead).signals().moves())
                .isEqualTo(new CompanyMoves(3, "Media buyer", "Harbour Lane opens in Fremantle", today));
        assertThat(scenario().reread(lead).company().hiring()).isTrue();
        assertThat(score(lead).score()).as("8 + 3 + 4 + 25 + 25 + 5 + 15").isEqualTo(85);
        assertThat(record(lead).deep().eligible()).isTrue();
        assertThat(record(lead).deep().triggers()).containsExactly(Trigger.EXECUTIVE, Trigger.ACTIVELY_HIRING);
        assertThat(part.finer()).as("its jobs and the news").isEqualTo(new EnrichLeads.FinerLooked(2, 0));
        assertThat(part.vendorCredits()).isEqualTo(3);
        assertThat(balance(asking)).as("one credit, whatever was asked").isEqualTo(QUOTA - 1);
    }

    @Test // TIER-3: open roles >= 3; a job of long ago is none
    void two_open_roles_are_no_trigger() {
        Asking asking = scenario().asking();
        Lead lead = nearlyHot(asking, "2025-06-01T00:00:00Z");

        enriched(lead);

        assertThat(score(lead).score()).isEqualTo(85);
        assertThat(record(lead).deep().triggers()).containsExactly(Trigger.EXECUTIVE);
    }

    @Test // flows 2.6: each independent; each look costs, so it is asked where it decides something
    void nobody_asks_for_the_jobs_of_a_lead_that_they_could_not_make_hot() {
        Asking asking = scenario().asking();
        Lead cool = known(asking);

        EnrichLeads.Part part = enriched(cool);

        assertThat(part.of(Fate.ENRICHED)).isEqualTo(1);
        assertThat(part.finer()).isEqualTo(EnrichLeads.FinerLooked.NONE);
        assertThat(scenario().reread(cool).signals().moves()).isNull();
        assertThat(scenario().reread(cool).company().hiring()).isNull();
    }

    @Test // flows 2.6: 2–5, 7 fail ⇒ continue with what exists
    void a_question_without_an_answer_leaves_the_lead_as_it_was_completed() {
        Asking asking = scenario().asking();
        Lead lead = own(asking);
        offer(profile(
                lead,
                new PhoneNumber("+61491570006"),
                LinkedInUrl.parse("https://www.linkedin.com/in/priya-raman-example")
                        .orElseThrow(),
                null));

        EnrichLeads.Part part = enriched(lead);

        assertThat(part.of(Fate.ENRICHED)).isEqualTo(1);
        assertThat(part.finer()).as("nobody knows that company's jobs").isEqualTo(new EnrichLeads.FinerLooked(1, 1));
        assertThat(score(lead).score()).isEqualTo(80);
        assertThat(part.failure()).isEmpty();
    }
}
