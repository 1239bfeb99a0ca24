package io.agencyos.application.lead.intake;

import io.agencyos.application.lead.store.LeadPorts;
import io.agencyos.domain.lead.ClaimStatus;
import io.agencyos.domain.lead.ContactPoints;
import io.agencyos.domain.lead.IdentityKey;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.lead.PoolClaim;
import io.agencyos.domain.lead.PoolPerson;
import io.agencyos.domain.lead.PoolStatus;
import io.agencyos.domain.lead.ReleaseReason;
import io.agencyos.domain.lead.SamePerson;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.PoolPersonId;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Makes one of the people whom one row names, inside the caller's unit of work: the older record stays, keys, claim and
 * this client's lead move to it. People whom another client holds are left as they are, and so are two that are two
 * leads of this client. Source: scoring POOL-2, data model 6.
 */
public final class MergePeople {

    private final LeadPorts ports;

    public MergePeople(LeadPorts ports) {
        this.ports = ports;
    }

    /**
     * @param rows the keys of each row
     * @param owners whom each key names
     * @return whom each key names afterwards
     */
    public Map<IdentityKey, PoolPersonId> merge(
            ClientId client, Collection<List<IdentityKey>> rows, Map<IdentityKey, PoolPersonId> owners, Instant now) {
        Map<IdentityKey, PoolPersonId> named = new LinkedHashMap<>(owners);
        List<List<IdentityKey>> meeting =
                rows.stream().filter(keys -> named(keys, owners).size() > 1).toList();
        if (meeting.isEmpty()) {
            return named;
        }
        List<PoolPersonId> ids = meeting.stream()
                .flatMap(keys -> named(keys, owners).stream())
                .distinct()
                .toList();
        Map<PoolPersonId, PoolPerson> people =
                ports.people().findAll(ids).stream().collect(Collectors.toMap(PoolPerson::id, Function.identity()));
        Map<PoolPersonId, PoolClaim> claims = new HashMap<>(ports.people().claims(ids));
        for (List<IdentityKey> keys : meeting) {
            List<PoolPerson> same = named(keys, named).stream()
                    .map(people::get)
                    .filter(Objects::nonNull)
                    .sorted(SamePerson.OLDER_FIRST)
                    .toList();
            for (PoolPerson dropped : same.stream().skip(1).toList()) {
                PoolPerson kept =
                        Objects.requireNonNull(people.get(same.getFirst().id()));
                if (mayMerge(client, kept, dropped, claims)) {
                    people.put(kept.id(), merge(client, kept, dropped, claims, now));
                    people.remove(dropped.id());
                    named.replaceAll((key, owner) -> owner.equals(dropped.id()) ? kept.id() : owner);
                } else if (ownedByTwo(kept, dropped, claims)) {
                    ports.people().flagDuplicate(kept.id(), dropped.id());
                    leaveBothAlone(kept, dropped);
                }
            }
        }
        return named;
    }

    /** They are one person, so a wish of either is the wish of both. Source: POOL-14. */
    private void leaveBothAlone(PoolPerson one, PoolPerson other) {
        if (one.unsubscribed() != other.unsubscribed()) {
            PoolPerson missed = one.unsubscribed() ? other : one;
            ports.people().updateAll(Map.of(missed.optedOut(), List.of()));
        }
    }

    private static List<PoolPersonId> named(List<IdentityKey> keys, Map<IdentityKey, PoolPersonId> owners) {
        return keys.stream()
                .map(owners::get)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    private static boolean ownedByTwo(PoolPerson one, PoolPerson other, Map<PoolPersonId, PoolClaim> claims) {
        PoolClaim first = claims.get(one.id());
        PoolClaim second = claims.get(other.id());
        return first != null && second != null && !first.clientId().equals(second.clientId());
    }

    private static boolean mayMerge(
            ClientId client, PoolPerson kept, PoolPerson dropped, Map<PoolPersonId, PoolClaim> claims) {
        PoolClaim one = claims.get(kept.id());
        PoolClaim two = claims.get(dropped.id());
        boolean foreign = one != null && !one.clientId().equals(client)
                || two != null && !two.clientId().equals(client);
        boolean both = one != null && two != null;
        boolean erased = kept.status() == PoolStatus.ERASED || dropped.status() == PoolStatus.ERASED;
        return !foreign && !both && !erased;
    }

    private PoolPerson merge(
            ClientId client, PoolPerson kept, PoolPerson dropped, Map<PoolPersonId, PoolClaim> claims, Instant now) {
        ports.people().merge(SamePerson.merged(kept, dropped), dropped, "one row names both");
        PoolClaim moved = claims.remove(dropped.id());
        if (moved != null) {
            claims.put(kept.id(), moved);
            ports.leads()
                    .updateAll(
                            ports
                                    .leads()
                                    .findByIdentity(client, List.of(), List.of(), List.of(dropped.id()), List.of())
                                    .stream()
                                    .map(lead -> of(lead, kept.id(), now))
                                    .toList());
        }
        return ports.people().findAll(List.of(kept.id())).getFirst();
    }

    /**
     * Two leads of one client are one person: the one that was put away is let go of, and the pool's two records become one, by
     * which whatever is said under either name is known. Another client's hold of either leaves both as they are; so does a lead
     * that nothing but the pool knows.
     */
    void mergeDoubles(Lead kept, Lead away, Instant now) {
        PoolPersonId one = kept.poolPersonId();
        PoolPersonId other = away.poolPersonId();
        ContactPoints contact = away.contact();
        boolean known = contact.email() != null || contact.phone() != null || contact.linkedIn() != null;
        if (one == null || other == null || one.equals(other) || !known) {
            return;
        }
        ClientId client = kept.clientId();
        Map<PoolPersonId, PoolClaim> claims = ports.people().claims(List.of(one, other));
        boolean foreign = claims.values().stream()
                .anyMatch(claim -> !claim.clientId().equals(client) || claim.status() != ClaimStatus.ACTIVE);
        Map<PoolPersonId, PoolStatus> standing = ports.people().findAll(List.of(one, other)).stream()
                .collect(Collectors.toMap(PoolPerson::id, PoolPerson::status));
        if (foreign || standing.size() < 2 || standing.containsValue(PoolStatus.ERASED)) {
            return;
        }
        PoolStatus free = standing.get(other) == PoolStatus.CLAIMED
                ? PoolStatus.AVAILABLE
                : Objects.requireNonNull(standing.get(other));
        if (away.history().lastTouchAt() != null) {
            ports.people().contacted(Map.of(other, away.history().lastTouchAt()));
        }
        ports.people().release(client, List.of(other), ReleaseReason.MERGED, free, null);
        ports.leads().update(of(away, null, now));
        List<PoolPerson> both = ports.people().findAll(List.of(one, other)).stream()
                .sorted(SamePerson.OLDER_FIRST)
                .toList();
        PoolPerson stays = both.getFirst();
        ports.people().merge(SamePerson.merged(stays, both.getLast()), both.getLast(), "two leads are one");
        if (!stays.id().equals(one)) {
            ports.leads().update(of(kept, stays.id(), now));
        }
    }

    private static Lead of(Lead lead, @Nullable PoolPersonId person, Instant now) {
        return lead.change().poolPersonId(person).updatedAt(now).lead();
    }
}
