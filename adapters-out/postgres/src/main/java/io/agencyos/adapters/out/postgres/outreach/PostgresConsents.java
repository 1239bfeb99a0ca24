package io.agencyos.adapters.out.postgres.outreach;

import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.adapters.out.postgres.kernel.Json;
import io.agencyos.adapters.out.postgres.kernel.Rows;
import io.agencyos.application.outreach.suppression.Consents;
import io.agencyos.domain.outreach.Consent;
import io.agencyos.domain.outreach.ConsentKind;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.ConsentId;
import io.agencyos.domain.shared.id.LeadId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import tools.jackson.core.type.TypeReference;

/** Evidence in {@code consent}; what stands there is only added to. */
public final class PostgresConsents implements Consents {

    private static final String TEXT = "text";

    @Override
    public void append(Consent consent) {
        Db.update("""
            insert into consent (client_id, id, lead_id, person_ref, channel, basis, evidence, obtained_at, expires_at,
                                 recorded_by)
            select :client, :id, l.id, coalesce(l.pool_person_id, l.id)::text, :channel, :basis, :evidence, :obtained, :expires,
                   :by
              from lead l where l.client_id = :client and l.id = :lead
            """)
                .bind("client", consent.clientId())
                .bind("id", consent.id())
                .bind("lead", consent.leadId())
                .bind("channel", consent.channel())
                .bind("basis", consent.basis())
                .bind("evidence", Json.of(Map.of(TEXT, consent.evidence())))
                .bind("obtained", consent.obtainedAt())
                .bindByType("expires", consent.expiresAt(), Instant.class)
                .bind("by", consent.recordedBy())
                .execute();
    }

    @Override
    public List<Consent> ofLead(ClientId client, LeadId lead) {
        return Db.query("""
            select * from consent where client_id = :client and lead_id = :lead order by obtained_at desc, id desc
            """)
                .bind("client", client)
                .bind("lead", lead)
                .map((row, context) -> {
                    Json evidence = Rows.jsonOrNull(row, "evidence");
                    return new Consent(
                            Rows.id(row, "id", ConsentId::new),
                            client,
                            lead,
                            Rows.word(row, "channel", Channel.class),
                            Rows.word(row, "basis", ConsentKind.class),
                            evidence == null
                                    ? ""
                                    : evidence.as(new TypeReference<Map<String, String>>() {})
                                            .getOrDefault(TEXT, ""),
                            Rows.instant(row, "obtained_at"),
                            Rows.instantOrNull(row, "expires_at"),
                            Rows.text(row, "recorded_by"));
                })
                .list();
    }
}
