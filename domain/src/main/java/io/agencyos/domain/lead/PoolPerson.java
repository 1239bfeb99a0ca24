package io.agencyos.domain.lead;

import io.agencyos.domain.shared.Country;
import io.agencyos.domain.shared.EmailAddress;
import io.agencyos.domain.shared.PoolPersonId;
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
