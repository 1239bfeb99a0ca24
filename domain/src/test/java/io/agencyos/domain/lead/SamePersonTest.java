package io.agencyos.domain.lead;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.domain.scoring.EmailStatus;
import io.agencyos.domain.scoring.match.Seniority;
import io.agencyos.domain.shared.contact.EmailAddress;
import io.agencyos.domain.shared.contact.LinkedInUrl;
import io.agencyos.domain.shared.contact.PhoneNumber;
import io.agencyos.domain.shared.id.PoolPersonId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SamePersonTest {

    private static final Instant MONDAY = Instant.parse("2026-03-02T00:00:00Z");

    @Test // data model 6: P2 is merged into P1, the older id; a null never overwrites
    void the_older_record_stays_and_is_completed() {
        PoolPerson kept = person(1, contact("a@acme.example", EmailStatus.VERIFIED, null), PoolStatus.AVAILABLE);
        PoolPerson dropped =
                person(2, contact("b@acme.example", EmailStatus.VERIFIED, "in/jane"), PoolStatus.AVAILABLE);

        PoolPerson one = SamePerson.merged(kept, dropped);

        assertThat(List.of(dropped, kept).stream().sorted(SamePerson.OLDER_FIRST))
                .startsWith(kept);
        assertThat(one.id()).isEqualTo(kept.id());
        assertThat(one.contact().email()).isEqualTo(kept.contact().email());
        assertThat(one.contact().linkedIn()).isEqualTo(dropped.contact().linkedIn());
        assertThat(one.contact().phone()).isEqualTo(new PhoneNumber("+61491570156"));
        assertThat(one.factsVersion()).isEqualTo(2);
        assertThat(one.claimsInTwelveMonths()).isEqualTo(2);
    }

    @Test // data model 6: verified over guessed
    void a_verified_address_of_the_younger_one_is_better_than_a_guess() {
        PoolPerson kept = person(1, contact("a@acme.example", EmailStatus.GUESSED, null), PoolStatus.AVAILABLE);
        PoolPerson dropped = person(2, contact("b@acme.example", EmailStatus.VERIFIED, null), PoolStatus.AVAILABLE);

        ContactPoints contact = SamePerson.merged(kept, dropped).contact();

        assertThat(contact.email()).isEqualTo(dropped.contact().email());
        assertThat(contact.emailStatus()).isEqualTo(EmailStatus.VERIFIED);
    }

    @Test // POOL-2: flags are sticky
    void nothing_that_closes_a_person_is_lost() {
        ContactPoints contact = contact("a@acme.example", EmailStatus.VERIFIED, null);
        PoolPerson free = person(1, contact, PoolStatus.AVAILABLE);
        PoolPerson resting = person(2, contact, PoolStatus.COOLING);

        assertThat(SamePerson.merged(free, person(2, contact, PoolStatus.UNSUBSCRIBED))
                        .status())
                .isEqualTo(PoolStatus.UNSUBSCRIBED);
        assertThat(SamePerson.merged(free, person(2, contact, PoolStatus.CONVERTED))
                        .status())
                .isEqualTo(PoolStatus.CONVERTED);
        assertThat(SamePerson.merged(free, person(2, contact, PoolStatus.CLAIMED))
                        .status())
                .isEqualTo(PoolStatus.CLAIMED);
        assertThat(SamePerson.merged(free, resting).coolingUntil()).isEqualTo(resting.coolingUntil());
        assertThat(SamePerson.merged(person(1, contact, PoolStatus.CLAIMED), resting)
                        .coolingUntil())
                .isNull();
    }

    private static ContactPoints contact(String email, EmailStatus status, @Nullable String profile) {
        return new ContactPoints(
                EmailAddress.parse(email).orElseThrow(),
                status,
                profile == null ? null : new PhoneNumber("+61491570156"),
                profile == null ? null : LinkedInUrl.ofKey(profile).orElseThrow());
    }

    private static PoolPerson person(int number, ContactPoints contact, PoolStatus status) {
        return new PoolPerson(
                new PoolPersonId(new UUID(0, number)),
                contact,
                null,
                new PersonDetails("Jane", "Raman", "Head of Growth", Seniority.HEAD, null, null, null),
                new CompanyDetails(
                        "Acme", null, null, null, null, null, null, null, null, null, null, null, List.of(), List.of()),
                null,
                null,
                status,
                null,
                "csv_import",
                0,
                status == PoolStatus.UNSUBSCRIBED,
                null,
                status == PoolStatus.COOLING ? MONDAY.plus(Duration.ofDays(90)) : null,
                1,
                1,
                MONDAY.plusSeconds(number),
                0);
    }
}
