package io.agencyos.adapters.out.postgres.allocation;

import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.application.allocation.store.ServedCompanies;
import io.agencyos.domain.allocation.Portfolio;
import io.agencyos.domain.shared.contact.DomainName;
import io.agencyos.domain.shared.id.ClientId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The portfolio in {@code client_customer}. */
public final class PostgresServedCompanies implements ServedCompanies {

    @Override
    public Portfolio of(ClientId client) {
        List<String> industries =
                Db.query("""
                    select min(industry) from client_customer
                     where client_id = :client and deleted_at is null and status in ('active', 'churned')
                       and trim(coalesce(industry, '')) <> ''
                     group by lower(trim(industry)) order by count(*) desc, lower(trim(industry)) collate "C"
                    """).bind("client", client).mapTo(String.class).list();
        Set<DomainName> domains = new LinkedHashSet<>();
        Db.query("""
            select domain_key from client_customer
             where client_id = :client and deleted_at is null and domain_key is not null
            """).bind("client", client).mapTo(String.class).forEach(domain -> domains.add(new DomainName(domain)));
        return new Portfolio(industries, domains);
    }
}
