package io.agencyos.adapters.out.memory.lead;

import io.agencyos.adapters.out.memory.kernel.MemoryTable;
import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.application.lead.store.PoolPeople;
import io.agencyos.application.lead.store.Suppressions;
import io.agencyos.application.shared.ConcurrentUpdate;
import io.agencyos.domain.lead.ClaimStatus;
import io.agencyos.domain.lead.IdentityKey;
import io.agencyos.domain.lead.PoolClaim;
import io.agencyos.domain.lead.PoolPerson;
import io.agencyos.domain.lead.PoolStatus;
import io.agencyos.domain.lead.ReleaseReason;
import io.agencyos.domain.lead.SuppressionKeyType;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.PoolPersonId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The pool, its keys and its claims. */
public final class MemoryPoolPeople implements PoolPeople {

    private record Merge(PoolPersonId dropped, PoolPersonId kept) {}

    private record Bought(PoolPersonId person, Instant at) {}

    private record Former(LeadId lead, PoolPersonId person) {}

    private record Owner(IdentityKey key, PoolPersonId person) {}

    /** What a line of the history of claims tells. */
    public enum Happened {
        CLAIMED,
        RELEASED,
        CONVERTED,
        EXPIRED
    }

    /**
     * A line of the history of claims.
     *
     * @param reason of a release, else null
     */
    public record ClaimEvent(
            UUID id,
            PoolPersonId person,
            ClientId client,
            Instant at,
            Happened happened,
            @Nullable ReleaseReason reason) {}

    private final MemoryTable<PoolPersonId, PoolPerson> people;
    private final MemoryTable<PoolPersonId, Bought> bought;
    private final MemoryTable<IdentityKey, Owner> identities;
    private final MemoryTable<PoolPersonId, PoolClaim> claims;
    private final MemoryTable<UUID, ClaimEvent> events;
    private final MemoryTable<PoolPersonId, Merge> merges;
    private final MemoryTable<LeadId, Former> former;
    private final MemoryTable<Set<PoolPersonId>, Set<PoolPersonId>> duplicates;

    public MemoryPoolPeople(MemoryUnitOfWork units) {
        people = MemoryTable.ofPlatform("pool_person", units, PoolPerson::id);
        bought = MemoryTable.ofPlatform("pool_person", units, Bought::person);
        identities = MemoryTable.ofPlatform("pool_identity", units, Owner::key);
        claims = MemoryTable.ofPlatform("pool_claim", units, PoolClaim::personId);
        duplicates = MemoryTable.ofPlatform("alert", units, both -> both);
        former = MemoryTable.ofPlatform("former_lead", units, Former::lead);
        merges = MemoryTable.ofPlatform("pool_merge", units, Merge::dropped);
        events = MemoryTable.ofPlatform("pool_claim_event", units, ClaimEvent::id);
    }

    /** Everybody in the pool, for what searches it. */
    public Stream<PoolPerson> all() {
        return people.rows();
    }

    /** Every claim that holds. */
    public Stream<PoolClaim> held() {
        return claims.rows();
    }

    /** Every claim and release, the oldest first. */
    public Stream<ClaimEvent> claimEvents() {
        return events.rows();
    }

    @Override
    public Map<IdentityKey, PoolPersonId> resolve(Set<IdentityKey> keys) {
        Map<IdentityKey, PoolPersonId> owners = new LinkedHashMap<>();
        keys.forEach(key -> identities.find(key).ifPresent(owner -> owners.put(key, owner.person())));
        return owners;
    }

    @Override
    public List<PoolPerson> findAll(Collection<PoolPersonId> ids) {
        return ids.stream()
                .distinct()
                .map(people::find)
                .flatMap(Optional::stream)
                .toList();
    }

    @Override
    public void insertAll(Map<PoolPerson, List<IdentityKey>> added) {
        added.forEach((person, keys) -> {
            people.insert(person);
            keys.forEach(key -> identities.insert(new Owner(key, person.id())));
        });
    }

    @Override
    public void insertClaimed(Map<PoolPerson, List<IdentityKey>> added, List<PoolClaim> taken) {
        insertAll(added);
        claimAll(taken);
    }

    @Override
    public void updateAll(Map<PoolPerson, List<IdentityKey>> changed) {
        changed.forEach((person, keys) -> {
            PoolPerson stored = people.find(person.id())
                    .filter(now -> now.version() == person.version())
                    .orElseThrow(() -> new ConcurrentUpdate("pool person " + person.id()));
            people.put(with(
                    person,
                    person.status(),
                    person.coolingUntil(),
                    person.claimsInTwelveMonths(),
                    stored.version() + 1));
            keys.stream()
                    .filter(key -> identities.find(key).isEmpty())
                    .forEach(key -> identities.insert(new Owner(key, person.id())));
        });
    }

    @Override
    public void addKeys(Map<PoolPersonId, List<IdentityKey>> added, String source) {
        added.forEach((person, keys) -> keys.forEach(key -> identities.insert(new Owner(key, person))));
    }

    @Override
    public void merge(PoolPerson merged, PoolPerson gone, String reason) {
        PoolPersonId dropped = gone.id();
        boolean same = people.find(dropped)
                .filter(person -> person.version() == gone.version())
                .isPresent();
        if (!same) {
            throw new ConcurrentUpdate("pool person " + dropped);
        }
        updateAll(Map.of(merged, List.of()));
        identities
                .rows()
                .filter(owner -> owner.person().equals(dropped))
                .forEach(owner -> identities.put(new Owner(owner.key(), merged.id())));
        claims.find(dropped).ifPresent(claim -> {
            claims.remove(dropped);
            claims.insert(new PoolClaim(
                    merged.id(),
                    claim.clientId(),
                    claim.leadId(),
                    claim.claimedAt(),
                    claim.claimedBy(),
                    claim.status(),
                    claim.reason()));
        });
        events.rows()
                .filter(event -> event.person().equals(dropped))
                .forEach(event -> events.put(new ClaimEvent(
                        event.id(), merged.id(), event.client(), event.at(), event.happened(), event.reason())));
        people.remove(dropped);
        merges.rows()
                .filter(merge -> merge.kept().equals(dropped))
                .forEach(merge -> merges.put(new Merge(merge.dropped(), merged.id())));
        merges.put(new Merge(dropped, merged.id()));
    }

    @Override
    public void flagDuplicate(PoolPersonId one, PoolPersonId other) {
        duplicates.put(Set.of(one, other));
    }

    @Override
    public List<Set<PoolPersonId>> duplicates() {
        return duplicates.rows().toList();
    }

    @Override
    public Set<PoolPersonId> duplicatesOf(PoolPersonId id) {
        return duplicates
                .rows()
                .filter(both -> both.contains(id))
                .flatMap(Set::stream)
                .filter(other -> !other.equals(id))
                .collect(Collectors.toSet());
    }

    @Override
    public Map<PoolPersonId, List<Suppressions.Key>> aliases(Collection<PoolPersonId> ids) {
        Map<PoolPersonId, List<Suppressions.Key>> aliases = new LinkedHashMap<>();
        merges.rows()
                .filter(merge -> ids.contains(merge.kept()))
                .forEach(merge -> aliases.computeIfAbsent(merge.kept(), id -> new ArrayList<>())
                        .add(new Suppressions.Key(
                                SuppressionKeyType.PERSON, merge.dropped().text())));
        identities
                .rows()
                .filter(owner -> aliases.containsKey(owner.person()))
                .forEach(owner -> alias(owner.key())
                        .ifPresent(key -> Objects.requireNonNull(aliases.get(owner.person()))
                                .add(key)));
        return aliases;
    }

    @Override
    public Optional<PoolPersonId> formerly(LeadId removed) {
        return former.find(removed)
                .map(lead -> merges.find(lead.person()).map(Merge::kept).orElse(lead.person()));
    }

    /** A lead is removed with its client: what stays is who it was. */
    public void outlive(LeadId lead, PoolPersonId person) {
        former.put(new Former(lead, person));
    }

    private static Optional<Suppressions.Key> alias(IdentityKey key) {
        return switch (key.kind()) {
            case EMAIL, PERSONAL_EMAIL -> Optional.of(new Suppressions.Key(SuppressionKeyType.EMAIL, key.value()));
            case LINKEDIN -> Optional.of(new Suppressions.Key(SuppressionKeyType.LINKEDIN, key.value()));
            case VENDOR_ID, PHONE_NAME -> Optional.empty();
        };
    }

    @Override
    public Map<PoolPersonId, PoolClaim> claims(Collection<PoolPersonId> ids) {
        Map<PoolPersonId, PoolClaim> held = new LinkedHashMap<>();
        ids.forEach(id -> claims.find(id).ifPresent(claim -> held.put(id, claim)));
        return held;
    }

    @Override
    public Map<PoolPersonId, Standing> standings(Collection<PoolPersonId> ids) {
        Map<PoolPersonId, PoolClaim> held = claims(ids);
        Map<PoolPersonId, Standing> standings = new LinkedHashMap<>();
        findAll(ids).forEach(person -> {
            PoolClaim claim = held.get(person.id());
            standings.put(
                    person.id(),
                    new Standing(
                            person.status(),
                            claim == null ? null : claim.clientId(),
                            boughtAt(person.id()).orElse(null)));
        });
        return standings;
    }

    /** When a vendor told of this person last. */
    Optional<Instant> boughtAt(PoolPersonId person) {
        return bought.find(person).map(Bought::at);
    }

    void bought(PoolPersonId person, Instant at) {
        bought.put(new Bought(person, at));
    }

    @Override
    public void claimAll(Collection<PoolClaim> taken) {
        taken.forEach(claim -> {
            claims.insert(claim);
            tell(claim, Happened.CLAIMED, null);
            people.find(claim.personId())
                    .ifPresent(person -> people.put(with(
                            person,
                            PoolStatus.CLAIMED,
                            null,
                            person.claimsInTwelveMonths() + 1,
                            person.version() + 1)));
        });
    }

    @Override
    public void contacted(Map<PoolPersonId, Instant> last) {
        last.forEach((id, at) -> people.find(id)
                .filter(person -> person.lastContactedAt() == null
                        || person.lastContactedAt().isBefore(at))
                .ifPresent(person -> people.put(with(
                        person,
                        person.status(),
                        person.coolingUntil(),
                        at,
                        person.claimsInTwelveMonths(),
                        person.version()))));
    }

    @Override
    public void release(
            ClientId client,
            Collection<PoolPersonId> ids,
            ReleaseReason reason,
            PoolStatus next,
            @Nullable Instant coolingUntil) {
        ids.stream()
                .map(claims::find)
                .flatMap(Optional::stream)
                .filter(claim -> claim.clientId().equals(client))
                .forEach(claim -> {
                    claims.remove(claim.personId());
                    tell(claim, Happened.RELEASED, reason);
                    people.find(claim.personId())
                            .ifPresent(person -> people.put(with(
                                    person, next, coolingUntil, person.claimsInTwelveMonths(), person.version() + 1)));
                });
    }

    @Override
    public void expire(ClientId client, Collection<PoolPersonId> ids) {
        active(client, ids).forEach(claim -> {
            claims.remove(claim.personId());
            tell(claim, Happened.EXPIRED, null);
            become(claim.personId(), PoolStatus.AVAILABLE);
        });
    }

    @Override
    public void convert(ClientId client, Collection<PoolPersonId> ids) {
        active(client, ids).forEach(claim -> {
            claims.put(new PoolClaim(
                    claim.personId(),
                    claim.clientId(),
                    claim.leadId(),
                    claim.claimedAt(),
                    claim.claimedBy(),
                    ClaimStatus.CONVERTED,
                    claim.reason()));
            tell(claim, Happened.CONVERTED, null);
            become(claim.personId(), PoolStatus.CONVERTED);
        });
    }

    /** Ends the rest of up to {@code limit} people; answers how many. */
    public int wake(Instant now, int limit) {
        List<PoolPerson> rested = people.rows()
                .filter(person -> person.status() == PoolStatus.COOLING)
                .filter(person -> person.coolingUntil() != null && !now.isBefore(person.coolingUntil()))
                .limit(limit)
                .toList();
        rested.forEach(person -> become(person.id(), PoolStatus.AVAILABLE));
        return rested.size();
    }

    private List<PoolClaim> active(ClientId client, Collection<PoolPersonId> ids) {
        return ids.stream()
                .map(claims::find)
                .flatMap(Optional::stream)
                .filter(claim -> claim.clientId().equals(client) && claim.status() == ClaimStatus.ACTIVE)
                .toList();
    }

    private void become(PoolPersonId id, PoolStatus status) {
        people.find(id)
                .ifPresent(person ->
                        people.put(with(person, status, null, person.claimsInTwelveMonths(), person.version() + 1)));
    }

    private void tell(PoolClaim claim, Happened happened, @Nullable ReleaseReason reason) {
        events.insert(new ClaimEvent(
                UUID.randomUUID(), claim.personId(), claim.clientId(), claim.claimedAt(), happened, reason));
    }

    private static PoolPerson with(
            PoolPerson person, PoolStatus status, @Nullable Instant coolingUntil, int claimsOfTheYear, int version) {
        return with(person, status, coolingUntil, person.lastContactedAt(), claimsOfTheYear, version);
    }

    private static PoolPerson with(
            PoolPerson person,
            PoolStatus status,
            @Nullable Instant coolingUntil,
            @Nullable Instant lastContactedAt,
            int claimsOfTheYear,
            int version) {
        boolean free = status == PoolStatus.AVAILABLE || status == PoolStatus.COOLING;
        return new PoolPerson(
                person.id(),
                person.contact(),
                person.personalEmail(),
                person.person(),
                person.company(),
                person.roleStart(),
                person.timezone(),
                free && person.unsubscribed() ? PoolStatus.UNSUBSCRIBED : status,
                person.confidence(),
                person.source(),
                person.bounceCount(),
                person.unsubscribed(),
                lastContactedAt,
                coolingUntil,
                claimsOfTheYear,
                person.factsVersion(),
                person.createdAt(),
                version);
    }
}
