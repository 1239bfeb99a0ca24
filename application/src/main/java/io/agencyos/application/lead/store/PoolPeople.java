package io.agencyos.application.lead.store;

import io.agencyos.domain.lead.IdentityKey;
import io.agencyos.domain.lead.PoolClaim;
import io.agencyos.domain.lead.PoolPerson;
import io.agencyos.domain.lead.PoolStatus;
import io.agencyos.domain.lead.ReleaseReason;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.PoolPersonId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jmolecules.architecture.hexagonal.SecondaryPort;
import org.jspecify.annotations.Nullable;

/**
 * The platform-wide pool: people, the keys they are known by, and who holds them. For platform units and for the
 * product's own work in a tenant; a member's unit is refused. Source: scoring 3, data model 6.
 */
@SecondaryPort
public interface PoolPeople {

    /** Whom each of these keys names; keys that name nobody are left out. */
    Map<IdentityKey, PoolPersonId> resolve(Set<IdentityKey> keys);

    List<PoolPerson> findAll(Collection<PoolPersonId> ids);

    /**
     * Adds people with their keys. A key that somebody else took meanwhile is a {@code UniqueViolation} on
     * {@code pool_identity_pkey}, and nothing is added.
     */
    void insertAll(Map<PoolPerson, List<IdentityKey>> people);

    /**
     * {@link #insertAll} and {@link #claimAll} of people that come with whom they belong to, written once.
     *
     * @param claims one for each of the people, in their order
     */
    void insertClaimed(Map<PoolPerson, List<IdentityKey>> people, List<PoolClaim> claims);

    /** Writes facts and status where the version is unchanged, adds the keys that are new; else ConcurrentUpdate. */
    void updateAll(Map<PoolPerson, List<IdentityKey>> people);

    /**
     * Lets people be known by keys that nobody was known by when they were resolved. A key that somebody took meanwhile
     * is a {@code UniqueViolation} on {@code pool_identity_pkey}, and nothing is added.
     */
    void addKeys(Map<PoolPersonId, List<IdentityKey>> keys, String source);

    /**
     * Makes one person of two: writes {@code merged}, which has the id and version of the one that stays, moves the other
     * one's keys, claim and history to it, and removes the other. A version of either that has changed, as a claim changes
     * it, is a ConcurrentUpdate.
     */
    void merge(PoolPerson merged, PoolPerson dropped, String reason);

    /**
     * Tells the platform's staff that two people whom different clients own are one ({@code duplicate_owned}); told
     * again, it is still one flag. Source: scoring POOL-2.
     */
    void flagDuplicate(PoolPersonId one, PoolPersonId other);

    /** The flags that are open, each with its two people in the order of their ids. */
    List<Set<PoolPersonId>> duplicates();

    /** Whom open flags say to be this person, too. */
    Set<PoolPersonId> duplicatesOf(PoolPersonId id);

    /**
     * By what else people are known into whom others were merged: the records that they were, and every address and
     * profile of theirs. Whoever was never merged is left out.
     */
    Map<PoolPersonId, List<Suppressions.Key>> aliases(Collection<PoolPersonId> ids);

    /**
     * Who a lead was that was removed for good with its client, by the record that the person is in today; empty where it is
     * there still, never was, or was nobody of the pool. What was sent to such a lead lies in mailboxes for ever, with its link.
     */
    Optional<PoolPersonId> formerly(LeadId removed);

    /** Who holds these people; people that nobody holds are left out. */
    Map<PoolPersonId, PoolClaim> claims(Collection<PoolPersonId> ids);

    /**
     * How a person stands in the pool.
     *
     * @param holder null where nobody holds the person
     * @param boughtAt when a vendor told of the person last, null for never
     */
    record Standing(
            PoolStatus status,
            @Nullable ClientId holder,
            @Nullable Instant boughtAt) {}

    /** How these people stand: what everybody asks who is about to write to them. */
    Map<PoolPersonId, Standing> standings(Collection<PoolPersonId> ids);

    /**
     * Takes hold of people that nobody holds: claim, status {@code claimed}, one more claim of the year, and the event.
     * A person that somebody took meanwhile is a {@code UniqueViolation} on {@code pool_claim_pkey}.
     */
    void claimAll(Collection<PoolClaim> claims);

    /** Remembers when these were written to last, whoever held them; an earlier instant than is known changes nothing. */
    void contacted(Map<PoolPersonId, Instant> last);

    /**
     * Lets go of people that this client holds and sets their status; people it does not hold are left alone.
     *
     * @param coolingUntil when they may be claimed again, null for at once
     */
    void release(
            ClientId client,
            Collection<PoolPersonId> ids,
            ReleaseReason reason,
            PoolStatus next,
            @Nullable Instant coolingUntil);

    /** Ends active holds of this client that were never used, and makes the people available. Source: POOL-3. */
    void expire(ClientId client, Collection<PoolPersonId> ids);

    /** The client's active holds become its customers, for good. Source: POOL-3. */
    void convert(ClientId client, Collection<PoolPersonId> ids);
}
