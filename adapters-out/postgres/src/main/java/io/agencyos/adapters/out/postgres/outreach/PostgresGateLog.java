package io.agencyos.adapters.out.postgres.outreach;

import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.adapters.out.postgres.kernel.RowSet;
import io.agencyos.adapters.out.postgres.kernel.Rows;
import io.agencyos.application.outreach.store.GateLog;
import io.agencyos.domain.outreach.gate.Gate;
import io.agencyos.domain.outreach.gate.GateAnswer;
import io.agencyos.domain.outreach.gate.GateClass;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.TouchId;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Answers of gates in {@code gate_check}, partitioned by month; append-only. An answer that concerns the one touch alone
 * has no class.
 */
public final class PostgresGateLog implements GateLog {

    @Override
    public void append(Collection<Entry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        RowSet rows = new RowSet();
        entries.forEach(entry -> answer(
                rows.row()
                        .set("client_id", entry.clientId())
                        .set("id", entry.id())
                        .set("lead_id", entry.lead())
                        .set("job_id", entry.touch())
                        .set("gate", letter(entry.gate()))
                        .set("inputs_hash", entry.inputsHash())
                        .set("created_at", entry.at()),
                entry.answer()));
        Db.update("""
            insert into gate_check (client_id, id, lead_id, job_id, gate, code, class, next_at, inputs_hash, created_at)
            select client_id, id, lead_id, job_id, gate, code, class, next_at, inputs_hash, created_at
              from jsonb_to_recordset(:rows) as r(client_id uuid, id uuid, lead_id uuid, job_id uuid, gate text, code text,
                   class text, next_at timestamptz, inputs_hash text, created_at timestamptz)
            """).bind("rows", rows.json()).execute();
    }

    private static void answer(RowSet row, GateAnswer answer) {
        switch (answer) {
            case GateAnswer.Passed passed -> row.set("class", GateClass.PASS);
            case GateAnswer.Refused refused ->
                row.set("code", refused.code().wire())
                        .set("class", refused.action().gateClass())
                        .set("next_at", refused.until());
        }
    }

    private static String letter(Gate gate) {
        return switch (gate) {
            case PLAN -> "A";
            case COMMIT -> "B";
            case DISPATCH -> "C";
        };
    }

    private static Gate gate(String letter) {
        return switch (letter) {
            case "A" -> Gate.PLAN;
            case "B" -> Gate.COMMIT;
            default -> Gate.DISPATCH;
        };
    }

    @Override
    public List<Kept> ofLead(ClientId client, LeadId lead, @Nullable After after, int limit) {
        // the ids rise in time, so they order what was said in one instant
        return Db.query("""
            select id, job_id, gate, code, class, next_at, created_at from gate_check
             where client_id = :client and lead_id = :lead
               and (cast(:at as timestamptz) is null or (created_at, id) < (cast(:at as timestamptz), cast(:id as uuid)))
             order by created_at desc, id desc limit :limit
            """)
                .bind("client", client)
                .bind("lead", lead)
                .bind("at", after == null ? null : after.at())
                .bind("id", after == null ? null : after.id())
                .bind("limit", limit)
                .map((row, context) -> new Kept(
                        row.getObject("id", UUID.class),
                        Rows.id(row, "job_id", TouchId::new),
                        gate(Rows.text(row, "gate")),
                        row.getString("code"),
                        Rows.wordOrNull(row, "class", GateClass.class),
                        Rows.instantOrNull(row, "next_at"),
                        Rows.instant(row, "created_at")))
                .list();
    }
}
