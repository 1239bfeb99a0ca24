package io.agencyos.domain.lead;

import io.agencyos.domain.scoring.EmailStatus;
import io.agencyos.domain.shared.contact.Country;
import io.agencyos.domain.shared.contact.EmailAddress;
import io.agencyos.domain.shared.id.PoolPersonId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jmolecules.ddd.annotation.AggregateRoot;
import org.jmolecules.ddd.annotation.Identity;
import org.jspecify.annotations.Nullable;

/**
 * Platform-wide facts of one person. Who owns the person is said by a {@link PoolClaim}; no tenant reads a pool person
 * that it does not own. Source: scoring 3.1, data model 5.5.
 *
 * @param confidence how sure the enrichment was, 0–1000 per mille, null when nobody said
 */
@AggregateRoot
public record PoolPerson(
        @Identity PoolPersonId id,
        ContactPoints contact,
        @Nullable EmailAddress personalEmail,
        PersonDetails person,
        CompanyDetails company,
        @Nullable LocalDate roleStart,
        @Nullable ZoneId timezone,
        PoolStatus status,
        @Nullable Integer confidence,
        @Nullable String source,
        int bounceCount,
        boolean unsubscribed,
        @Nullable Instant lastContactedAt,
        @Nullable Instant coolingUntil,
        int claimsInTwelveMonths,
        int factsVersion,
        Instant createdAt,
        int version) {

    /** Somebody whom nobody knew, as a source shows them: free for everybody. */
    public static PoolPerson found(PoolPersonId id, ContactPoints contact, Facts facts, String source, Instant now) {
        return new PoolPerson(
                id,
                contact,
                null,
                facts.person(),
                facts.company(),
                facts.roleStart(),
                null,
                PoolStatus.AVAILABLE,
                facts.confidence(),
                source,
                0,
                false,
                null,
                null,
                0,
                1,
                now,
                0);
    }

    /**
     * What a source says of a person besides where to reach them.
     *
     * @param confidence 0–1000 per mille
     */
    public record Facts(
            PersonDetails person,
            CompanyDetails company,
            @Nullable LocalDate roleStart,
            int confidence) {}

    /**
     * The same person as a later source completes them. An address is replaced by another one only where it was wrong;
     * nothing is doubted that was sure. Source: content 1.4.
     */
    public PoolPerson completed(ContactPoints said, Facts facts) {
        boolean keeps = contact.email() != null && contact.emailStatus() != EmailStatus.INVALID;
        boolean another = said.email() != null
                && keeps
                && !said.email().key().equals(contact.email().key());
        ContactPoints told =
                another ? new ContactPoints(null, EmailStatus.UNKNOWN, said.phone(), said.linkedIn()) : said;
        return new PoolPerson(
                id,
                FactMerge.contact(contact, told),
                personalEmail,
                FactMerge.person(person, facts.person()),
                FactMerge.company(company, facts.company()),
                facts.roleStart() == null ? roleStart : facts.roleStart(),
                timezone,
                status,
                confidence == null ? facts.confidence() : Math.max(confidence, facts.confidence()),
                source,
                bounceCount,
                unsubscribed,
                lastContactedAt,
                coolingUntil,
                claimsInTwelveMonths,
                factsVersion + 1,
                createdAt,
                version);
    }

    /** Nobody is given the person any more; where the status stays, as a customer's does, the flag is set all the same (POOL-3). */
    public PoolPerson optedOut() {
        PoolStatus next = PoolMachine.on(status, PoolEvent.Plain.OPTED_OUT)
                .toOptional()
                .map(PoolMachine.Moved::to)
                .orElse(status);
        return in(next, true, bounceCount);
    }

    /** One more address of theirs is dead; nobody left to reach makes the person {@code bounced} (POOL-3). */
    public PoolPerson bounced(boolean outOfReach) {
        PoolStatus next = PoolMachine.on(status, new PoolEvent.AddressDied(!outOfReach))
                .toOptional()
                .map(PoolMachine.Moved::to)
                .orElse(status);
        return in(next, unsubscribed, bounceCount + 1);
    }

    private PoolPerson in(PoolStatus next, boolean leftAlone, int bounces) {
        return new PoolPerson(
                id,
                contact,
                personalEmail,
                person,
                company,
                roleStart,
                timezone,
                next,
                confidence,
                source,
                bounces,
                leftAlone,
                lastContactedAt,
                coolingUntil,
                claimsInTwelveMonths,
                factsVersion,
                createdAt,
                version);
    }

    /** Nobody's, and not at rest any more: as far as the person's own record says, it may be claimed (POOL-3, POOL-5). */
    public boolean isFree(Instant now) {
        boolean rested = status == PoolStatus.COOLING && coolingUntil != null && !now.isBefore(coolingUntil);
        return (status == PoolStatus.AVAILABLE || rested) && !unsubscribed;
    }

    /** Where the company is, or the person where that is not known; null when nobody said. */
    public @Nullable Country country() {
        return company.country() != null ? company.country() : person.country();
    }
}
