package io.agencyos.application.testing;

import io.agencyos.domain.lead.CompanyDetails;
import io.agencyos.domain.lead.CompanyMoves;
import io.agencyos.domain.lead.ContactPoints;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.lead.LeadSignals;
import io.agencyos.domain.lead.LeadSource;
import io.agencyos.domain.lead.PersonDetails;
import io.agencyos.domain.lead.PoolPerson;
import io.agencyos.domain.lead.PoolStatus;
import io.agencyos.domain.scoring.EmailStatus;
import io.agencyos.domain.scoring.LeadFacts;
import io.agencyos.domain.scoring.match.Seniority;
import io.agencyos.domain.shared.contact.Country;
import io.agencyos.domain.shared.contact.DomainName;
import io.agencyos.domain.shared.contact.EmailAddress;
import io.agencyos.domain.shared.contact.LinkedInUrl;
import io.agencyos.domain.shared.contact.PhoneNumber;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.PoolPersonId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Invented people for tests: complete ones, so that a column that is lost is noticed. */
public final class Leadbook {

    public static final Instant MONDAY = Instant.parse("2026-03-01T23:00:00Z");

    private static final AtomicInteger BLOCKS = new AtomicInteger(100);

    private Leadbook() {}

    /** The first of a hundred numbers that no other test of this run has. */
    public static int freshNumbers() {
        return BLOCKS.getAndIncrement() * 100;
    }

    /** A lead of this client with everything filled in, known by {@code <name>@harbourlane.example}. */
    public static Lead lead(ClientId client, int number, String name) {
        return Lead.begun(new LeadId(new UUID(1, number)), client, LeadSource.CSV_IMPORT, MONDAY)
                .poolPersonId(new PoolPersonId(new UUID(2, number)))
                .contact(contact(name, number))
                .person(person(name))
                .company(company())
                .roleStart(LocalDate.of(2025, 2, 3))
                .timezone(ZoneId.of("Australia/Perth"))
                .externalId("crm-" + number)
                .lead();
    }

    /** Every signal that only the score reads. */
    public static LeadSignals signals() {
        LocalDate day = LocalDate.of(2026, 3, 1);
        return new LeadSignals(
                email("private@home.example"),
                new PhoneNumber("+61491570006"),
                "Marketing services",
                new LeadFacts.Seo(337, new BigDecimal("149.89"), 7, 28, day),
                new LeadFacts.LinkedInActivity(List.of(day.minusDays(40), day.minusDays(3)), 612, 14, 2300),
                new CompanyMoves(2, "Media buyer", "Harbour Lane opens in Fremantle", day));
    }

    public static PoolPerson poolPerson(int number, String name) {
        return poolPerson(new PoolPersonId(new UUID(2, number)), contact(name, number), name);
    }

    /** Somebody whom nobody holds. */
    public static PoolPerson poolPerson(PoolPersonId id, ContactPoints contact, String name) {
        return new PoolPerson(
                id,
                contact,
                null,
                person(name),
                company(),
                LocalDate.of(2025, 2, 3),
                ZoneId.of("Australia/Perth"),
                PoolStatus.AVAILABLE,
                850,
                "csv_import",
                0,
                false,
                null,
                null,
                0,
                1,
                MONDAY,
                0);
    }

    public static ContactPoints contact(String name, int number) {
        return new ContactPoints(
                email(name + "@harbourlane.example"),
                EmailStatus.VERIFIED,
                new PhoneNumber("+614915" + String.format("%05d", number)),
                LinkedInUrl.ofKey("in/" + name).orElseThrow());
    }

    public static PersonDetails person(String name) {
        return new PersonDetails(name, "Raman", "Head of Growth", Seniority.HEAD, "Perth", "WA", Country.AUSTRALIA);
    }

    public static CompanyDetails company() {
        return new CompanyDetails(
                "Harbour Lane Digital",
                new DomainName("harbourlane.example"),
                "Marketing",
                25,
                "Fremantle",
                "WA",
                Country.AUSTRALIA,
                "https://harbourlane.example",
                "company/harbour-lane",
                2011,
                true,
                LocalDate.of(2026, 1, 15),
                List.of("HubSpot"),
                List.of("growth", "content"));
    }

    public static EmailAddress email(String text) {
        return EmailAddress.parse(text).orElseThrow();
    }

    /** The same lead with other contact points. */
    public static Lead with(
            Lead lead, ContactPoints contact, @Nullable PoolPersonId person, @Nullable String externalId) {
        return lead.change()
                .poolPersonId(person)
                .contact(contact)
                .externalId(externalId)
                .lead();
    }
}
