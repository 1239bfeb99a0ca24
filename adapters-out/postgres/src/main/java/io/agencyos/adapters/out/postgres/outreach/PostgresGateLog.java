package io.agencyos.adapters.out.postgres.outreach;

import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.adapters.out.postgres.kernel.RowSet;
import io.agencyos.application.outreach.GateLog;
import io.agencyos.domain.outreach.Gate;
import io.agencyos.domain.outreach.GateAnswer;
import io.agencyos.domain.outreach.GateClass;
import io.agencyos.domain.shared.ClientId;
import io.agencyos.domain.shared.TouchId;
import java.util.Collection;
import java.util.List;

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
                        .set("job_id", entry.touch())
                        .set("gate", letter(entry.gate()))
                        .set("inputs_hash", entry.inputsHash())
                        .set("created_at", entry.at()),
                entry.answer()));
        Db.update("""
            insert into gate_check (client_id, id, job_id, gate, code, class, next_at, inputs_hash, created_at)
            select client_id, id, job_id, gate, code, class, next_at, inputs_hash, created_at
              from jsonb_to_recordset(:rows) as r(client_id uuid, id uuid, job_id uuid, gate text, code text, class text,
                   next_at timestamptz, inputs_hash text, created_at timestamptz)
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

    @Override
    public List<String> newest(ClientId client, TouchId touch, int limit) {
        // the ids rise in time, so they order what was said in one instant
        return Db.query("""
            select gate || ' ' || coalesce(code, 'pass') from gate_check
             where client_id = :client and job_id = :touch
             order by created_at desc, id desc limit :limit
            """)
                .bind("client", client)
                .bind("touch", touch)
                .bind("limit", limit)
                .mapTo(String.class)
                .list();
    }
}
