package io.agencyos.application.allocation.store;

import io.agencyos.domain.allocation.CompanyGuard;
import io.agencyos.domain.allocation.PastHolds;
import io.agencyos.domain.lead.PoolPerson;
import io.agencyos.domain.shared.contact.Country;
import io.agencyos.domain.shared.contact.DomainName;
import io.agencyos.domain.shared.contact.NameKey;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.PoolPersonId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jmolecules.architecture.hexagonal.SecondaryPort;
import org.jspecify.annotations.Nullable;

/**
 * The people of the pool whom nobody holds, for whoever gives them out. For platform units and for the product's own
 * work in a tenant. Source: scoring POOL-6 to POOL-8, flows 2.4.
 */
@SecondaryPort
public interface PoolCandidates {

    /**
     * People who are available, or rest and may be asked about, oldest id first; nobody's test people.
     *
     * @param countries only companies, or people without one, of these; empty for all
     * @param after null to begin
     */
    List<PoolPerson> page(Set<Country> countries, @Nullable PoolPersonId after, int limit);

    /** Those of them whom nobody holds and who may be asked about, just now and without a lock. */
    Set<PoolPersonId> free(Collection<PoolPersonId> ids);

    /** Those of them whom somebody held before, under this record or one that was merged into it. */
    Set<PoolPersonId> heldBefore(Collection<PoolPersonId> ids);

    /**
     * Those of them who are free of claims and of other transactions, locked until the unit of work ends. Whoever is
     * being claimed by somebody else at this moment is left out, not waited for.
     */
    List<PoolPerson> lockFree(Collection<PoolPersonId> ids);

    /**
     * What the client has to do with these companies, and whether others wrote to them since then; companies with which
     * nobody has to do are left out.
     */
    Map<DomainName, CompanyGuard.Company> companies(ClientId client, Set<DomainName> domains, Instant since);

    /**
     * A company of the pool, found by its name.
     *
     * @param employees null when nobody knows
     * @param joined people of it who joined the pool lately and whom nobody holds
     */
    record Namesake(
            NameKey name, DomainName domain, @Nullable Integer employees, int joined) {}

    /**
     * The companies of these names that have a domain; several may have one name.
     *
     * @param since who joined the pool at this instant or later counts as having joined lately
     */
    List<Namesake> named(Set<NameKey> names, Instant since);

    /**
     * What became of earlier claims, for people who had any.
     *
     * @param since claims later than this count towards the year
     */
    Map<PoolPersonId, PastHolds> past(ClientId client, Collection<PoolPersonId> ids, Instant since);
}
