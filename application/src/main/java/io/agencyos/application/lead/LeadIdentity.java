package io.agencyos.application.lead;

import io.agencyos.application.lead.intake.MergePeople;
import io.agencyos.application.lead.store.LeadPorts;
import io.agencyos.application.lead.store.Suppressions;
import io.agencyos.domain.lead.ContactPoints;
import io.agencyos.domain.lead.IdentityKey;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.lead.LeadSource;
import io.agencyos.domain.lead.PersonDetails;
import io.agencyos.domain.lead.PoolClaim;
import io.agencyos.domain.lead.PoolPerson;
import io.agencyos.domain.lead.Suppression;
import io.agencyos.domain.lead.intake.LeadRecord;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.PoolPersonId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Who one lead is: to the pool, and among the client's other leads. Needs the caller's unit of work, as worker. */
public final class LeadIdentity {

    private final LeadPorts ports;

    public LeadIdentity(LeadPorts ports) {
        this.ports = ports;
    }

    /**
     * Whom the keys name.
     *
     * @param people whoever the most believed key names first
     */
    public record Known(List<IdentityKey> keys, List<PoolPerson> people, Map<PoolPersonId, PoolClaim> claims) {

        public List<PoolPersonId> ids() {
            return people.stream().map(PoolPerson::id).toList();
        }

        /**
         * All of them are this one person, so that one who is closed or held closes the others.
         *
         * @param own whom the client holds for this lead already, null for nobody
         */
        public boolean isFree(@Nullable PoolPersonId own, Instant now) {
            return people.stream()
                    .allMatch(person ->
                            person.id().equals(own) || person.isFree(now) && !claims.containsKey(person.id()));
        }
    }

    /** Who the keys name now. */
    public Known look(List<IdentityKey> keys) {
        Map<IdentityKey, PoolPersonId> owners = ports.people().resolve(new TreeSet<>(keys));
        List<PoolPersonId> ids = keys.stream()
                .map(owners::get)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        Map<PoolPersonId, PoolPerson> found =
                ports.people().findAll(ids).stream().collect(Collectors.toMap(PoolPerson::id, Function.identity()));
        return new Known(
                keys,
                ids.stream().map(found::get).filter(Objects::nonNull).toList(),
                ports.people().claims(ids));
    }

    /** Makes one of the people whom the keys name, and lets that one be known by all of them. */
    public void settle(ClientId client, List<IdentityKey> keys, Instant now) {
        Map<IdentityKey, PoolPersonId> owners = new MergePeople(ports)
                .merge(client, List.of(keys), ports.people().resolve(new TreeSet<>(keys)), now);
        List<IdentityKey> added =
                keys.stream().distinct().filter(key -> !owners.containsKey(key)).toList();
        keys.stream()
                .map(owners::get)
                .filter(Objects::nonNull)
                .findFirst()
                .ifPresent(person -> ports.people().addKeys(Map.of(person, added), LeadSource.MANUAL.wire()));
    }

    public static List<IdentityKey> keys(ContactPoints contact, PersonDetails person) {
        return IdentityKey.of(contact, null, person);
    }

    /** An entry that names whoever is reached like this, under any of the people that they are in the pool. */
    Optional<Suppression> suppression(
            ClientId client, @Nullable LeadId lead, LeadRecord said, List<PoolPersonId> people, Instant now) {
        Map<PoolPersonId, List<Suppressions.Key>> aliases = ports.people().aliases(people);
        List<@Nullable PoolPersonId> each = new ArrayList<>(people);
        if (each.isEmpty()) {
            each.add(null);
        }
        return each.stream()
                .flatMap(person -> ports
                        .suppressions()
                        .match(
                                client,
                                new Suppressions.Subject(
                                        lead,
                                        person,
                                        said.contact(),
                                        said.company().domain(),
                                        said.company().name(),
                                        person == null ? List.of() : aliases.getOrDefault(person, List.of())),
                                now)
                        .stream())
                .findFirst();
    }

    /** The client's lead, other than {@code itself}, that has one of these keys. */
    public Optional<Lead> sameLead(
            ClientId client,
            ContactPoints contact,
            List<PoolPersonId> people,
            @Nullable String externalId,
            @Nullable Lead itself) {
        return ports
                .leads()
                .findByIdentity(
                        client,
                        contact.email() == null
                                ? List.of()
                                : List.of(contact.email().key().value()),
                        contact.linkedIn() == null
                                ? List.of()
                                : List.of(contact.linkedIn().key()),
                        people,
                        externalId == null ? List.of() : List.of(externalId))
                .stream()
                .filter(lead -> itself == null || !lead.id().equals(itself.id()))
                .findFirst();
    }
}
