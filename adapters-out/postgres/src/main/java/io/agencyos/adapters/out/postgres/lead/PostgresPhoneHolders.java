package io.agencyos.adapters.out.postgres.lead;

import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.adapters.out.postgres.kernel.Rows;
import io.agencyos.application.lead.enrichment.PhoneHolders;
import io.agencyos.application.lead.store.Leads;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.shared.contact.PhoneNumber;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.PoolPersonId;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Who has a number: leads and people of the pool have it in a column of their own. */
public final class PostgresPhoneHolders implements PhoneHolders {

    private final Leads leads;

    public PostgresPhoneHolders(Leads leads) {
        this.leads = leads;
    }

    @Override
    public List<Lead> leads(ClientId client, PhoneNumber number) {
        List<LeadId> ids = Db.query("""
            select id from lead where client_id = :client and phone_e164 = :number and deleted_at is null
            """)
                .bind("client", client)
                .bind("number", number.e164())
                .map((row, context) -> Rows.id(row, "id", LeadId::new))
                .list();
        return ids.isEmpty()
                ? List.of()
                : leads.findAll(client, ids).stream()
                        .sorted(Comparator.comparing(Lead::createdAt)
                                .thenComparing(lead -> lead.id().text()))
                        .toList();
    }

    @Override
    public Set<PoolPersonId> people(PhoneNumber number) {
        return new HashSet<>(Db.query("select id from pool_person where phone_e164 = :number")
                .bind("number", number.e164())
                .map((row, context) -> Rows.id(row, "id", PoolPersonId::new))
                .list());
    }
}
