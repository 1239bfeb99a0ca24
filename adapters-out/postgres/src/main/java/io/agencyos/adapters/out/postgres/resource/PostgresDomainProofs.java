package io.agencyos.adapters.out.postgres.resource;

import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.adapters.out.postgres.kernel.Rows;
import io.agencyos.application.resource.DomainProofs;
import io.agencyos.domain.resource.DomainProof;
import io.agencyos.domain.shared.contact.DomainName;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.ResourceId;
import java.time.Instant;
import java.util.List;

/** Three columns of the domain's row in {@code resource}. */
public final class PostgresDomainProofs implements DomainProofs {

    /** What somebody says of the whole ({@code :proven}) counts for all three, unless it is what they come to already. */
    static final String AS_SAID = """
        spf_ok = case when coalesce(spf_ok and dkim_ok and dmarc_ok, false) = :proven then spf_ok else :proven end,
        dkim_ok = case when coalesce(spf_ok and dkim_ok and dmarc_ok, false) = :proven then dkim_ok else :proven end,
        dmarc_ok = case when coalesce(spf_ok and dkim_ok and dmarc_ok, false) = :proven then dmarc_ok else :proven end,
        unproven_since = case when :proven then null else unproven_since end\
        """;

    @Override
    public List<DomainProof> ofClient(ClientId client) {
        return Db.query("""
            select d.id, d.value, d.spf_ok, d.dkim_ok, d.dmarc_ok
              from client_resource c
              join resource d on d.id = c.resource_id and d.kind = 'email_domain'
             where c.client_id = :client and c.released_at is null
             order by d.value
            """)
                .bind("client", client)
                .map((row, context) -> new DomainProof(
                        Rows.id(row, "id", ResourceId::new),
                        new DomainName(Rows.text(row, "value")),
                        row.getObject("spf_ok", Boolean.class),
                        row.getObject("dkim_ok", Boolean.class),
                        row.getObject("dmarc_ok", Boolean.class)))
                .list();
    }

    @Override
    public void write(ClientId client, DomainProof proof, Instant at) {
        Db.update("""
            update resource d
               set spf_ok = :spf, dkim_ok = :dkim, dmarc_ok = :dmarc,
                   unproven_since = case when :holds then null else coalesce(unproven_since, :at) end,
                   updated_at = :at, row_version = row_version + 1
             where id = :id and kind = 'email_domain'
               and exists (select from client_resource c
                            where c.resource_id = d.id and c.client_id = :client and c.released_at is null)
            """)
                .bind("client", client)
                .bind("id", proof.id())
                .bindByType("spf", proof.spf(), Boolean.class)
                .bindByType("dkim", proof.dkim(), Boolean.class)
                .bindByType("dmarc", proof.dmarc(), Boolean.class)
                .bind("holds", proof.holds())
                .bind("at", at)
                .execute();
    }
}
