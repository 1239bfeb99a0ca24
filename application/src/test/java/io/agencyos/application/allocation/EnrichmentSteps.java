package io.agencyos.application.allocation;

import io.agencyos.application.allocation.AllocationScenario.Asking;
import io.agencyos.application.lead.enrichment.EnrichLeads;
import io.agencyos.application.lead.enrichment.EnrichLeads.Fate;
import io.agencyos.application.lead.enrichment.EnrichLeadsService;
import io.agencyos.application.lead.enrichment.EnrichmentPorts;
import io.agencyos.application.lead.enrichment.Enrichments;
import io.agencyos.application.lead.enrichment.LeadFreshness;
import io.agencyos.application.lead.source.CompanyProfile;
import io.agencyos.application.lead.source.PeopleSources;
import io.agencyos.application.lead.source.PersonProfile;
import io.agencyos.application.platform.usage.VendorMeter;
import io.agencyos.application.shared.PublishedSuffixes;
import io.agencyos.domain.campaign.enrolment.StopReason;
import io.agencyos.domain.lead.CompanyDetails;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.lead.LeadStatus;
import io.agencyos.domain.lead.PersonDetails;
import io.agencyos.domain.lead.enrichment.Enrichment;
import io.agencyos.domain.scoring.EmailStatus;
import io.agencyos.domain.scoring.match.Seniority;
import io.agencyos.domain.shared.contact.Country;
import io.agencyos.domain.shared.contact.DomainName;
import io.agencyos.domain.shared.contact.LinkedInUrl;
import io.agencyos.domain.shared.contact.PhoneNumber;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Leads of a client's own that a vendor completes, over whatever stores they are given. */
abstract class EnrichmentSteps extends VendorSteps {

    protected abstract Enrichments enrichments();

    protected abstract LeadFreshness freshness();

    final EnrichLeads enrich() {
        return enrich(client -> Optional.of(vendor()));
    }

    final EnrichLeads enrich(PeopleSources sources) {
        return enrich(sources, scenario().on().world().meter());
    }

    final EnrichLeads enrich(PeopleSources sources, VendorMeter meter) {
        AllocationScenario.Stores on = scenario().on();
        return new EnrichLeadsService(
                new EnrichmentPorts(
                        on.world().leads(),
                        enrichments(),
                        freshness(),
                        sources,
                        on.credits(),
                        scenario().scoring().scoreLeads(),
                        scenario().scoring().deepGate(),
                        scenario().events(),
                        meter,
                        (client, lead) ->
                                scenario().outreach().stopOutreach().stop(client, lead, StopReason.Plain.NOT_ASSIGNED),
                        scenario().outreach().takeUpLeads()),
                PublishedSuffixes.identityKeys().freeMail(),
                on.units(),
                now::get,
                UUID::randomUUID);
    }

    final Map<Fate, Integer> fates(Lead... leads) {
        return enrich().enrich(
                        leads[0].clientId(), Stream.of(leads).map(Lead::id).toList(), false)
                .fates();
    }

    final Enrichment record(Lead lead) {
        return Objects.requireNonNull(scenario()
                .read(lead.clientId(), () -> enrichments().of(lead.clientId(), List.of(lead.id())))
                .get(lead.id()));
    }

    /** A lead of the client's own, of whom little more is known than an address. */
    final Lead own(Asking asking) {
        Lead all = scenario()
                .lead(
                        asking,
                        scenario().person(EmailStatus.UNKNOWN, "Head of Growth", Country.AUSTRALIA, 25),
                        LeadStatus.NEW,
                        null);
        return scenario()
                .read(
                        asking.client(),
                        () -> scenario()
                                .on()
                                .world()
                                .leads()
                                .leads()
                                .update(all.change()
                                        .company(CompanyDetails.UNKNOWN)
                                        .person(new PersonDetails(
                                                "Priya", "Raman", null, Seniority.UNKNOWN, null, null, null))
                                        .lead()));
    }

    final PersonProfile profile(
            Lead lead, @Nullable PhoneNumber phone, @Nullable LinkedInUrl linkedIn, @Nullable LocalDate since) {
        return profile(
                lead,
                new PersonDetails("Priya", "Raman", "Founder", Seniority.FOUNDER, null, null, Country.AUSTRALIA),
                "harbour" + lead.id().text().substring(0, 8) + ".example",
                phone,
                linkedIn,
                since);
    }

    final PersonProfile profile(
            Lead lead,
            PersonDetails details,
            String domain,
            @Nullable PhoneNumber phone,
            @Nullable LinkedInUrl linkedIn,
            @Nullable LocalDate since) {
        CompanyDetails company = new CompanyDetails(
                "Harbour Lane Digital",
                new DomainName(domain),
                "Marketing",
                25,
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
        return new PersonProfile(
                "fake:" + lead.id().text(),
                details,
                Optional.empty(),
                Optional.ofNullable(lead.contact().email()),
                EmailStatus.VERIFIED,
                Optional.ofNullable(phone),
                Optional.ofNullable(linkedIn),
                Optional.ofNullable(since),
                Optional.of(new CompanyProfile(
                        "fake:org:" + domain, company, Optional.empty(), Optional.empty(), Optional.empty())));
    }

    final Lead known(Asking asking) {
        Lead lead = own(asking);
        offer(profile(lead, null, null, null));
        return lead;
    }
}
