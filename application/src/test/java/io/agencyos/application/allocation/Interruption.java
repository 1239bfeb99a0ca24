package io.agencyos.application.allocation;

import io.agencyos.application.allocation.store.PoolCandidates;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
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
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The pool, with something that happens once, after a round was planned and before any of it is claimed. */
final class Interruption implements PoolCandidates {

    private final PoolCandidates pool;
    private final Runnable meanwhile;
    private boolean planned;
    private boolean over;

    Interruption(PoolCandidates pool, Runnable meanwhile) {
        this.pool = pool;
        this.meanwhile = meanwhile;
    }

    boolean isOver() {
        return over;
    }

    /** Units of work between which it happens. */
    UnitOfWork between(UnitOfWork inner) {
        return new UnitOfWork() {
            @Override
            public <T> T inTenant(TenantScope scope, Supplier<T> work) {
                if (planned && !over) {
                    over = true;
                    meanwhile.run();
                }
                return inner.inTenant(scope, work);
            }

            @Override
            public <T> T onPlatform(Supplier<T> work) {
                return inner.onPlatform(work);
            }
        };
    }

    @Override
    public List<PoolPerson> page(Set<Country> countries, @Nullable PoolPersonId after, int limit) {
        return pool.page(countries, after, limit);
    }

    @Override
    public Set<PoolPersonId> free(Collection<PoolPersonId> ids) {
        planned = true;
        return pool.free(ids);
    }

    @Override
    public Set<PoolPersonId> heldBefore(Collection<PoolPersonId> ids) {
        return pool.heldBefore(ids);
    }

    @Override
    public List<PoolPerson> lockFree(Collection<PoolPersonId> ids) {
        return pool.lockFree(ids);
    }

    @Override
    public List<Namesake> named(Set<NameKey> names, Instant since) {
        return pool.named(names, since);
    }

    @Override
    public Map<DomainName, CompanyGuard.Company> companies(ClientId client, Set<DomainName> domains, Instant since) {
        return pool.companies(client, domains, since);
    }

    @Override
    public Map<PoolPersonId, PastHolds> past(ClientId client, Collection<PoolPersonId> ids, Instant since) {
        return pool.past(client, ids, since);
    }
}
