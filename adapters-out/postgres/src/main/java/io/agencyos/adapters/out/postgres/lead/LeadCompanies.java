package io.agencyos.adapters.out.postgres.lead;

import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.adapters.out.postgres.kernel.Rows;
import io.agencyos.domain.shared.contact.DomainName;
import io.agencyos.domain.shared.id.ClientId;
import java.util.Collection;
import java.util.Set;

/** What a client's leads say about where they work. */
final class LeadCompanies {

    private LeadCompanies() {}

    /** Two of each are enough to know: a client may have thousands at one company. */
    static Set<DomainName> shared(ClientId client, Collection<DomainName> companies) {
        return Set.copyOf(Db.query("""
            select k from unnest(:companies) k
             where (select count(*) from (select 1 from lead where client_id = :client and domain_key = k
                      and deleted_at is null limit 2) two) = 2
            """)
                .bind("client", client)
                .bind(
                        "companies",
                        companies.stream().map(DomainName::value).distinct().toArray(String[]::new))
                .map((row, context) -> new DomainName(Rows.text(row, "k")))
                .list());
    }
}
