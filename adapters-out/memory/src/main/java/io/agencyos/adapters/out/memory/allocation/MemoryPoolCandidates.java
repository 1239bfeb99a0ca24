package io.agencyos.adapters.out.memory.allocation;

import io.agencyos.adapters.out.memory.lead.MemoryLeads;
import io.agencyos.adapters.out.memory.lead.MemoryPoolPeople;
import io.agencyos.application.allocation.store.PoolCandidates;
import io.agencyos.application.campaign.store.Enrolments;
import io.agencyos.domain.allocation.CompanyGuard;
import io.agencyos.domain.allocation.PastHolds;
import io.agencyos.domain.campaign.enrolment.Enrolment;
import io.agencyos.domain.lead.ClaimStatus;
import io.agencyos.domain.lead.CompanyDetails;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.lead.PoolClaim;
import io.agencyos.domain.lead.PoolPerson;
import io.agencyos.domain.lead.PoolStatus;
import io.agencyos.domain.lead.ReleaseReason;
import io.agencyos.domain.shared.contact.Country;
import io.agencyos.domain.shared.contact.DomainName;
import io.agencyos.domain.shared.contact.NameKey;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.PoolPersonId;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The free people of the pool. Units of work run one after the other here, so that nobody is ever locked. */
public final class MemoryPoolCandidates implements PoolCandidates {

    private final MemoryPoolPeople pool;
    private final MemoryLeads leads;
    private final Enrolments enrolments;

    public MemoryPoolCandidates(MemoryPoolPeople pool, MemoryLeads leads, Enrolments enrolments) {
        this.pool = pool;
        this.leads = leads;
        this.enrolments = enrolments;
    }

    @Override
    public Map<DomainName, CompanyGuard.Company> companies(ClientId client, Set<DomainName> domains, Instant since) {
        Map<DomainName, CompanyGuard.Company> found = new LinkedHashMap<>();
        pool.all()
                .filter(person -> person.company().domain() != null
                        && domains.contains(person.company().domain()))
                .forEach(person -> leads.ofAllClients()
                        .filter(lead -> person.id().equals(lead.poolPersonId()))
                        .forEach(lead -> found.merge(
                                Objects.requireNonNull(person.company().domain()),
                                seen(client, lead, since),
                                MemoryPoolCandidates::sum)));
        return found;
    }

    @Override
    public List<Namesake> named(Set<NameKey> names, Instant since) {
        Map<DomainName, Namesake> found = new TreeMap<>(Comparator.comparing(DomainName::value));
        pool.all().forEach(person -> {
            CompanyDetails company = person.company();
            NameKey name = company.name() == null
                    ? null
                    : NameKey.of(company.name()).toOptional().orElse(null);
            if (company.domain() != null && name != null && names.contains(name)) {
                boolean joined = person.status() == PoolStatus.AVAILABLE
                        && !person.createdAt().isBefore(since);
                found.merge(
                        company.domain(),
                        new Namesake(name, company.domain(), company.employeeCount(), joined ? 1 : 0),
                        (one, more) ->
                                new Namesake(one.name(), one.domain(), one.employees(), one.joined() + more.joined()));
            }
        });
        return List.copyOf(found.values());
    }

    private CompanyGuard.Company seen(ClientId client, Lead lead, Instant since) {
        Instant touched = lead.history().lastTouchAt();
        if (!lead.clientId().equals(client)) {
            return new CompanyGuard.Company(0, touched != null && !touched.isBefore(since), null);
        }
        PoolClaim claim = pool.claims(List.of(Objects.requireNonNull(lead.poolPersonId())))
                .get(lead.poolPersonId());
        boolean open = claim != null && claim.leadId().equals(lead.id()) && claim.status() == ClaimStatus.ACTIVE;
        Instant first = lead.history().firstTouchAt();
        Enrolment enrolment = enrolments.newest(client, List.of(lead.id())).get(lead.id());
        Instant due = enrolment == null ? null : enrolment.nextDueAt();
        return new CompanyGuard.Company(open ? 1 : 0, false, first == null ? due : first);
    }

    private static CompanyGuard.Company sum(CompanyGuard.Company one, CompanyGuard.Company other) {
        Instant last = one.lastStart() == null
                        || other.lastStart() != null && other.lastStart().isAfter(one.lastStart())
                ? other.lastStart()
                : one.lastStart();
        return new CompanyGuard.Company(
                one.open() + other.open(), one.touchedByOthers() || other.touchedByOthers(), last);
    }

    @Override
    public List<PoolPerson> page(Set<Country> countries, @Nullable PoolPersonId after, int limit) {
        return pool.all()
                .filter(MemoryPoolCandidates::open)
                .filter(person -> countries.isEmpty() || there(person, countries))
                .filter(person -> after == null || person.id().text().compareTo(after.text()) > 0)
                .sorted(Comparator.comparing(person -> person.id().text()))
                .limit(limit)
                .toList();
    }

    private static boolean open(PoolPerson person) {
        return person.status() == PoolStatus.AVAILABLE || person.status() == PoolStatus.COOLING;
    }

    private static boolean there(PoolPerson person, Set<Country> countries) {
        Country country = person.country();
        return country != null && countries.contains(country);
    }

    @Override
    public Set<PoolPersonId> free(Collection<PoolPersonId> ids) {
        return lockFree(ids).stream().map(PoolPerson::id).collect(Collectors.toSet());
    }

    @Override
    public Set<PoolPersonId> heldBefore(Collection<PoolPersonId> ids) {
        Set<PoolPersonId> wanted = Set.copyOf(ids);
        return pool.claimEvents()
                .map(MemoryPoolPeople.ClaimEvent::person)
                .filter(wanted::contains)
                .collect(Collectors.toSet());
    }

    @Override
    public List<PoolPerson> lockFree(Collection<PoolPersonId> ids) {
        Set<PoolPersonId> held = pool.claims(ids).keySet();
        return pool.findAll(ids).stream()
                .filter(MemoryPoolCandidates::open)
                .filter(person -> !held.contains(person.id()))
                .toList();
    }

    @Override
    public Map<PoolPersonId, PastHolds> past(ClientId client, Collection<PoolPersonId> ids, Instant since) {
        Set<PoolPersonId> wanted = Set.copyOf(ids);
        Map<PoolPersonId, PastHolds> past = new LinkedHashMap<>();
        pool.claimEvents().filter(event -> wanted.contains(event.person())).forEach(event -> {
            PastHolds before = past.getOrDefault(event.person(), PastHolds.NONE);
            past.put(event.person(), after(before, event, client, since));
        });
        return past;
    }

    private static PastHolds after(
            PastHolds before, MemoryPoolPeople.ClaimEvent event, ClientId client, Instant since) {
        if (event.happened() == MemoryPoolPeople.Happened.CLAIMED) {
            boolean counts = event.at().isAfter(since);
            return new PastHolds(before.claimsOfTheYear() + (counts ? 1 : 0), before.reasons(), before.leftLast());
        }
        ReleaseReason reason = event.reason();
        if (reason == null) {
            return before;
        }
        boolean own = event.client().equals(client);
        Set<ReleaseReason> reasons = EnumSet.noneOf(ReleaseReason.class);
        reasons.addAll(before.reasons());
        if (own) {
            reasons.add(reason);
        }
        return new PastHolds(before.claimsOfTheYear(), reasons, own && reason == ReleaseReason.CLIENT_CANCELLED);
    }
}
