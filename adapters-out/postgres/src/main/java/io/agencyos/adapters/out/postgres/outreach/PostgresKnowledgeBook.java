package io.agencyos.adapters.out.postgres.outreach;

import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.adapters.out.postgres.kernel.Json;
import io.agencyos.adapters.out.postgres.kernel.Rows;
import io.agencyos.application.outreach.phone.KnowledgeBook;
import io.agencyos.domain.content.KnowledgeBase;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code lead_research} of the kind {@code voice_kb}. */
public final class PostgresKnowledgeBook implements KnowledgeBook {

    private record Doc(Map<String, List<String>> lines, Map<String, String> answers) {}

    @Override
    public List<LeadId> wanted(ClientId client, Instant calledBefore, Instant failedBefore, Instant now, int limit) {
        return Db.query("""
            select j.lead_id from outreach_job j
              join lead l on l.client_id = j.client_id and l.id = j.lead_id and l.deleted_at is null
              left join lead_research r on r.client_id = j.client_id and r.lead_id = j.lead_id and r.kind = 'voice_kb'
             where j.client_id = :client and j.channel = 'voice' and j.status in ('planned', 'awaiting_approval', 'ready')
               and j.scheduled_at < :called_before
               and (r.lead_id is null or r.status = 'done' and r.expires_at <= :now
                    or r.status = 'failed' and r.produced_at <= :failed_before)
             group by j.lead_id
             order by min(j.scheduled_at), j.lead_id
             limit :limit
            """)
                .bind("client", client)
                .bind("called_before", calledBefore)
                .bind("failed_before", failedBefore)
                .bind("now", now)
                .bind("limit", limit)
                .map((row, context) -> Rows.id(row, "lead_id", LeadId::new))
                .list();
    }

    @Override
    public void keep(ClientId client, LeadId lead, KnowledgeBase base, Written by) {
        write(
                client,
                lead,
                "done",
                new Doc(base.lines(), base.answers()),
                null,
                by,
                by.at().plus(KnowledgeBase.VALID));
    }

    @Override
    public void missed(ClientId client, LeadId lead, String code, Written by) {
        write(client, lead, "failed", new Doc(Map.of(), Map.of()), code, by, null);
    }

    private static void write(
            ClientId client,
            LeadId lead,
            String status,
            Doc doc,
            @Nullable String failure,
            Written by,
            @Nullable Instant expires) {
        Db.update("""
            insert into lead_research as r (client_id, lead_id, kind, status, doc, failure, model, prompt_version, cost_aud, tokens,
                   attempts, produced_at, expires_at)
            select client_id, id, 'voice_kb', :status, :doc, :failure, :model, :prompt, :cost, :tokens, :attempts, :at, :expires
              from lead where client_id = :client and id = :lead and deleted_at is null
            on conflict (client_id, lead_id, kind) do update
               set status = excluded.status, doc = excluded.doc, failure = excluded.failure, model = excluded.model,
                   prompt_version = excluded.prompt_version, cost_aud = excluded.cost_aud, tokens = excluded.tokens,
                   attempts = excluded.attempts, produced_at = excluded.produced_at, expires_at = excluded.expires_at,
                   updated_at = now(), row_version = r.row_version + 1
             where excluded.status = 'done' or r.status = 'failed' or r.expires_at <= excluded.produced_at
            """)
                .bind("client", client)
                .bind("lead", lead)
                .bind("status", status)
                .bind("doc", Json.of(doc))
                .bind("failure", failure)
                .bind("model", by.model())
                .bind("prompt", by.promptVersion())
                .bind("cost", by.cost().toDollars())
                .bind("tokens", by.use().prompt() + by.use().output())
                .bind("attempts", by.turns())
                .bind("at", by.at())
                .bind("expires", expires)
                .execute();
    }

    @Override
    public Map<LeadId, KnowledgeBase> valid(ClientId client, Collection<LeadId> leads, Instant now) {
        Map<LeadId, KnowledgeBase> valid = new HashMap<>();
        if (leads.isEmpty()) {
            return valid;
        }
        Db.query("""
            select r.lead_id, r.doc from lead_research r
              join lead l on l.client_id = r.client_id and l.id = r.lead_id and l.deleted_at is null
             where r.client_id = :client and r.lead_id = any (:leads) and r.kind = 'voice_kb' and r.status = 'done'
               and r.expires_at > :now
            """)
                .bind("client", client)
                .bind("leads", Db.uuids(leads))
                .bind("now", now)
                .map((row, context) ->
                        Map.entry(Rows.id(row, "lead_id", LeadId::new), read(new Json(Rows.text(row, "doc")))))
                .forEach(entry -> valid.put(entry.getKey(), entry.getValue()));
        return valid;
    }

    private static KnowledgeBase read(Json json) {
        Doc doc = json.as(Doc.class);
        return new KnowledgeBase(doc.lines(), doc.answers());
    }
}
