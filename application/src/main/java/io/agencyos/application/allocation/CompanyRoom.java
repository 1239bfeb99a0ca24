package io.agencyos.application.allocation;

import io.agencyos.application.allocation.store.AllocationPorts;
import io.agencyos.application.allocation.store.PoolCandidates;
import io.agencyos.domain.allocation.CompanyGuard;
import io.agencyos.domain.allocation.CompanyGuard.Company;
import io.agencyos.domain.lead.PoolPerson;
import io.agencyos.domain.shared.contact.DomainName;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.PoolPersonId;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** How many more people of each company a chunk may take, and when they are written to first. Source: scoring B5. */
final class CompanyRoom {

    private final PoolCandidates candidates;
    private final ClientId client;
    private final Map<DomainName, Company> companies = new HashMap<>();
    private final Map<PoolPersonId, Instant> starts = new HashMap<>();
    private final ZoneId zone;
    private final Instant now;

    private CompanyRoom(PoolCandidates candidates, ClientId client, ZoneId zone, Instant now) {
        this.candidates = candidates;
        this.client = client;
        this.zone = zone;
        this.now = now;
    }

    /** As it stands inside the unit of work that is open. */
    static CompanyRoom of(
            AllocationPorts ports, AllocationWorld world, ClientId client, Collection<PoolPerson> people, Instant now) {
        ZoneId zone =
                world.clients().find(client).map(found -> found.timezone()).orElse(ZoneOffset.UTC);
        CompanyRoom room = new CompanyRoom(ports.candidates(), client, zone, now);
        room.lookAt(people);
        return room;
    }

    /** Reads, inside the unit of work that is open, about companies of which nothing is known here yet. */
    void lookAt(Collection<PoolPerson> people) {
        Set<DomainName> unknown = people.stream()
                .map(person -> person.company().domain())
                .filter(Objects::nonNull)
                .filter(domain -> !companies.containsKey(domain))
                .collect(Collectors.toSet());
        if (!unknown.isEmpty()) {
            unknown.forEach(domain -> companies.put(domain, Company.UNKNOWN));
            companies.putAll(candidates.companies(client, unknown, now.minus(CompanyGuard.COOL_DOWN)));
        }
    }

    /** Whether this one may be taken, too; asked once a person, in the order in which they are taken. */
    boolean take(PoolPerson person) {
        DomainName domain = person.company().domain();
        if (domain == null) {
            return true;
        }
        Company company = companies.getOrDefault(domain, Company.UNKNOWN);
        if (!CompanyGuard.allows(company, person.company().employeeCount())) {
            return false;
        }
        Instant start = CompanyGuard.nextStart(company, now, zone);
        companies.put(domain, company.with(start));
        if (start.isAfter(now)) {
            starts.put(person.id(), start);
        }
        return true;
    }

    /** Whom to write to later than now. */
    Map<PoolPersonId, Instant> starts() {
        return Map.copyOf(starts);
    }
}
