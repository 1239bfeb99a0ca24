package io.agencyos.adapters.out.postgres.outreach;

import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.adapters.out.postgres.kernel.RowSet;
import io.agencyos.adapters.out.postgres.kernel.Rows;
import io.agencyos.application.outreach.store.CallLog;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.TouchId;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** Calls in {@code vendor_call}, partitioned by the month in which they were begun. */
public final class PostgresCallLog implements CallLog {

    /** How a call is marked whose vendor wanted patience. */
    private static final Integer ASKED_TO_WAIT = 429;

    @Override
    public void begin(Collection<Call> calls) {
        if (calls.isEmpty()) {
            return;
        }
        RowSet rows = new RowSet();
        calls.forEach(call -> rows.row()
                .set("client_id", call.clientId())
                .set("id", call.id())
                .set("job_id", call.touch())
                .set("lease_token", call.token())
                .set("vendor", call.vendor())
                .set("operation", call.operation())
                .set("request_hash", call.requestHash())
                .set("started_at", call.startedAt()));
        Db.update("""
            insert into vendor_call (client_id, id, job_id, lease_token, vendor, operation, request_hash, started_at,
                   created_at)
            select client_id, id, job_id, lease_token, vendor, operation, request_hash, started_at, started_at
              from jsonb_to_recordset(:rows) as r(client_id uuid, id uuid, job_id uuid, lease_token uuid, vendor text,
                   operation text, request_hash text, started_at timestamptz)
            """).bind("rows", rows.json()).execute();
    }

    @Override
    public void end(ClientId client, Collection<Ended> ended, Instant at) {
        if (ended.isEmpty()) {
            return;
        }
        RowSet rows = new RowSet();
        ended.forEach(call -> rows.row()
                .set("job_id", call.touch())
                .set("lease_token", call.token())
                .set("outcome", call.outcome())
                .set("http_status", call.asked() ? ASKED_TO_WAIT : null));
        Db.update("""
            update vendor_call c
               set outcome = r.outcome, http_status = r.http_status, finished_at = :at, updated_at = now(), row_version = c.row_version + 1
              from jsonb_to_recordset(:rows) as r(job_id uuid, lease_token uuid, outcome text, http_status int)
             where c.client_id = :client and c.job_id = any (:touches) and c.job_id = r.job_id
               and c.lease_token = r.lease_token and c.outcome is null
            """)
                .bind("client", client)
                .bind("touches", Db.uuids(ended.stream().map(Ended::touch).toList()))
                .bind("rows", rows.json())
                .bind("at", at)
                .execute();
    }

    @Override
    public Map<TouchId, Instant> firstBegun(ClientId client, Collection<TouchId> touches) {
        Map<TouchId, Instant> first = new HashMap<>();
        Db.query("""
            select job_id, min(started_at) first_begun from vendor_call
             where client_id = :client and job_id = any (:touches) group by job_id
            """)
                .bind("client", client)
                .bind("touches", Db.uuids(touches))
                .map((row, context) ->
                        first.put(Rows.id(row, "job_id", TouchId::new), Rows.instant(row, "first_begun")))
                .list();
        return first;
    }

    @Override
    public Map<TouchId, Integer> triesUsed(ClientId client, Collection<TouchId> touches) {
        Map<TouchId, Integer> tries = new HashMap<>();
        Db.query("""
            select job_id, count(*) n from vendor_call
             where client_id = :client and job_id = any (:touches) and outcome = 'not_accepted'
               and http_status is distinct from :asked
             group by job_id
            """)
                .bind("client", client)
                .bind("touches", Db.uuids(touches))
                .bind("asked", ASKED_TO_WAIT)
                .map((row, context) -> tries.put(Rows.id(row, "job_id", TouchId::new), row.getInt("n")))
                .list();
        return tries;
    }

    @Override
    public int possiblyAccepted(ClientId client, TouchId touch) {
        return Db.query("""
            select count(*) from vendor_call
             where client_id = :client and job_id = :touch
               and (outcome is null or outcome in ('accepted', 'ambiguous'))
            """)
                .bind("client", client)
                .bind("touch", touch)
                .mapTo(Integer.class)
                .one();
    }
}
