package io.agencyos.application.lead.intake;

import io.agencyos.application.lead.source.CompanyProfile;
import io.agencyos.application.lead.source.PersonProfile;
import io.agencyos.application.lead.store.LeadPorts;
import io.agencyos.application.lead.store.Suppressions;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.ConcurrentUpdate;
import io.agencyos.application.shared.IdSource;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UniqueViolation;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.lead.CompanyDetails;
import io.agencyos.domain.lead.ContactPoints;
import io.agencyos.domain.lead.IdentityKey;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.lead.PoolPerson;
import io.agencyos.domain.lead.ProfileConfidence;
import io.agencyos.domain.lead.Suppression;
import io.agencyos.domain.shared.contact.DomainName;
import io.agencyos.domain.shared.contact.EmailAddress;
import io.agencyos.domain.shared.contact.FreeMailDomains;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.PoolPersonId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads all that the stores say of the batch, decides in order, writes sets; tried again when somebody was quicker. */
final class StockPoolService implements StockPool {

    private static final int RACES = 5;

    private final LeadPorts ports;
    private final FreeMailDomains freeMail;
    private final UnitOfWork units;
    private final ClockPort clock;
    private final IdSource ids;

    StockPoolService(LeadPorts ports, FreeMailDomains freeMail, UnitOfWork units, ClockPort clock, IdSource ids) {
        this.ports = ports;
        this.freeMail = freeMail;
        this.units = units;
        this.clock = clock;
        this.ids = ids;
    }

    /** A person with what names them, the vendor's own reference first. */
    private record Found(PersonProfile profile, ContactPoints contact, CompanyDetails company, List<IdentityKey> keys) {

        static Found of(PersonProfile profile) {
            ContactPoints contact = new ContactPoints(
                    profile.email().orElse(null),
                    profile.emailStatus(),
                    profile.phone().orElse(null),
                    profile.linkedIn().orElse(null));
            List<IdentityKey> keys = new ArrayList<>();
            keys.add(new IdentityKey(IdentityKey.Kind.VENDOR_ID, profile.ref()));
            keys.addAll(IdentityKey.of(contact, null, profile.details()));
            CompanyDetails company =
                    profile.company().map(CompanyProfile::details).orElse(CompanyDetails.UNKNOWN);
            return new Found(profile, contact, company, List.copyOf(keys));
        }

        PoolPerson.Facts facts() {
            return new PoolPerson.Facts(
                    profile.details(),
                    company,
                    profile.roleSince().orElse(null),
                    ProfileConfidence.of(contact, profile.details(), company));
        }

        String source() {
            return profile.ref().substring(0, Math.max(0, profile.ref().indexOf(':')));
        }
    }

    @Override
    public Set<String> known(ClientId client, Collection<String> refs) {
        Set<IdentityKey> keys = refs.stream()
                .map(ref -> new IdentityKey(IdentityKey.Kind.VENDOR_ID, ref))
                .collect(Collectors.toCollection(TreeSet::new));
        return units.inTenant(
                TenantScope.worker(client),
                () -> ports.people().resolve(keys).keySet().stream()
                        .map(IdentityKey::value)
                        .collect(Collectors.toUnmodifiableSet()));
    }

    @Override
    public Stocked stock(ClientId client, List<PersonProfile> people, Set<DomainName> excluded) {
        List<Found> found = people.stream().map(Found::of).toList();
        for (int attempt = 1; ; attempt++) {
            try {
                return units.inTenant(TenantScope.worker(client), () -> stockOnce(client, found, excluded));
            } catch (UniqueViolation | ConcurrentUpdate race) {
                // an import or another purchase named one of them between our look and our write
                if (attempt == RACES) {
                    throw race;
                }
            }
        }
    }

    private Stocked stockOnce(ClientId client, List<Found> found, Set<DomainName> excluded) {
        Map<Fate, Integer> fates = new EnumMap<>(Fate.class);
        List<Found> wanted = new ArrayList<>();
        for (Found one : found) {
            Optional<Fate> unwanted = unwanted(one, excluded);
            unwanted.ifPresent(fate -> fates.merge(fate, 1, Integer::sum));
            if (unwanted.isEmpty()) {
                wanted.add(one);
            }
        }
        if (!wanted.isEmpty()) {
            store(client, wanted, fates);
        }
        return new Stocked(fates);
    }

    /** What the record alone says against somebody. */
    private Optional<Fate> unwanted(Found one, Set<DomainName> excluded) {
        EmailAddress email = one.contact().email();
        if (email == null) {
            return Optional.of(Fate.NO_EMAIL);
        }
        if (!ProfileConfidence.acceptsSourced(one.contact(), one.profile().details(), one.company())) {
            return Optional.of(Fate.NOT_ACCEPTED);
        }
        DomainName company = one.company().domain();
        if (freeMail.contains(company == null ? email.domain() : company)) {
            return Optional.of(Fate.FREE_MAIL);
        }
        return company != null && excluded.contains(company) ? Optional.of(Fate.PORTFOLIO) : Optional.empty();
    }

    private void store(ClientId client, List<Found> wanted, Map<Fate, Integer> fates) {
        Instant now = clock.now();
        Known known = look(client, wanted, now);
        Map<PoolPerson, List<IdentityKey>> added = new LinkedHashMap<>();
        Map<PoolPerson, List<IdentityKey>> updated = new LinkedHashMap<>();
        Set<IdentityKey> taken = new HashSet<>();
        Set<PoolPersonId> touched = new HashSet<>();
        for (Found one : wanted) {
            Optional<PoolPerson> owner = known.owner(one);
            Fate fate = fate(one, owner, known, taken, now);
            if (fate == Fate.UPDATED && !touched.add(owner.orElseThrow().id())) {
                fate = Fate.DUPLICATE;
            }
            fates.merge(fate, 1, Integer::sum);
            if (fate == Fate.ADDED) {
                added.put(
                        PoolPerson.found(new PoolPersonId(ids.next()), one.contact(), one.facts(), one.source(), now),
                        one.keys());
            } else if (fate == Fate.UPDATED) {
                updated.put(
                        owner.orElseThrow().completed(one.contact(), one.facts()),
                        one.keys().stream()
                                .filter(key -> !known.owners().containsKey(key))
                                .toList());
            }
            if (fate == Fate.ADDED || fate == Fate.UPDATED) {
                taken.addAll(one.keys());
            }
        }
        ports.people().insertAll(added);
        ports.people().updateAll(updated);
    }

    private static Fate fate(Found one, Optional<PoolPerson> owner, Known known, Set<IdentityKey> taken, Instant now) {
        if (one.keys().stream().anyMatch(taken::contains) || known.isOwn(one, owner)) {
            return Fate.DUPLICATE;
        }
        Suppression entry = known.suppressions().get(one.profile().ref());
        if (entry != null) {
            return Fate.SUPPRESSED;
        }
        if (owner.isEmpty()) {
            return Fate.ADDED;
        }
        boolean free =
                owner.get().isFree(now) && !known.held().contains(owner.get().id());
        return free ? Fate.UPDATED : Fate.CLAIMED;
    }

    /** What the stores say of everybody in the batch. */
    private record Known(
            Map<IdentityKey, PoolPersonId> owners,
            Map<PoolPersonId, PoolPerson> people,
            Set<PoolPersonId> held,
            Set<Object> own,
            Map<String, Suppression> suppressions) {

        Optional<PoolPerson> owner(Found one) {
            return one.keys().stream()
                    .map(owners::get)
                    .filter(Objects::nonNull)
                    .map(people::get)
                    .filter(Objects::nonNull)
                    .findFirst();
        }

        boolean isOwn(Found one, Optional<PoolPerson> owner) {
            return owner.map(PoolPerson::id).filter(own::contains).isPresent()
                    || one.keys().stream().map(IdentityKey::value).anyMatch(own::contains);
        }
    }

    private Known look(ClientId client, List<Found> wanted, Instant now) {
        Set<IdentityKey> keys = new TreeSet<>();
        wanted.forEach(one -> keys.addAll(one.keys()));
        Map<IdentityKey, PoolPersonId> owners = new MergePeople(ports)
                .merge(
                        client,
                        wanted.stream().map(Found::keys).toList(),
                        ports.people().resolve(keys),
                        now);
        Set<PoolPersonId> ids = Set.copyOf(owners.values());
        Map<PoolPersonId, PoolPerson> people =
                ports.people().findAll(ids).stream().collect(Collectors.toMap(PoolPerson::id, Function.identity()));
        return new Known(
                owners,
                people,
                ports.people().claims(ids).keySet(),
                own(client, wanted, ids),
                suppressions(client, wanted, owners, now));
    }

    /** By what the client's own leads are known, as far as the batch names them. */
    private Set<Object> own(ClientId client, List<Found> wanted, Set<PoolPersonId> people) {
        List<String> emails = wanted.stream()
                .map(one -> one.contact().email())
                .filter(Objects::nonNull)
                .map(email -> email.key().value())
                .toList();
        List<String> profiles = wanted.stream()
                .map(one -> one.contact().linkedIn())
                .filter(Objects::nonNull)
                .map(url -> url.key())
                .toList();
        Set<Object> own = new HashSet<>();
        for (Lead lead : ports.leads().findByIdentity(client, emails, profiles, people, List.of())) {
            if (lead.poolPersonId() != null) {
                own.add(lead.poolPersonId());
            }
            IdentityKey.of(lead.contact(), null, lead.person()).forEach(key -> own.add(key.value()));
        }
        return own;
    }

    private Map<String, Suppression> suppressions(
            ClientId client, List<Found> wanted, Map<IdentityKey, PoolPersonId> owners, Instant now) {
        Map<PoolPersonId, List<Suppressions.Key>> aliases = ports.people().aliases(Set.copyOf(owners.values()));
        Map<String, Suppressions.Subject> subjects = new HashMap<>();
        for (Found one : wanted) {
            PoolPersonId person = one.keys().stream()
                    .map(owners::get)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse(null);
            subjects.put(
                    one.profile().ref(),
                    new Suppressions.Subject(
                            null,
                            person,
                            one.contact(),
                            one.company().domain(),
                            one.company().name(),
                            person == null ? List.of() : aliases.getOrDefault(person, List.of())));
        }
        return ports.suppressions().matchAll(client, subjects, now);
    }
}
