package io.agencyos.adapters.out.postgres.outreach;

import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.adapters.out.postgres.kernel.RowSet;
import io.agencyos.adapters.out.postgres.kernel.Rows;
import io.agencyos.application.outreach.store.Approvals;
import io.agencyos.application.shared.ConcurrentUpdate;
import io.agencyos.domain.outreach.ApprovalItem;
import io.agencyos.domain.shared.id.ApprovalId;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.TouchId;
import io.agencyos.domain.shared.id.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** The approval queue in {@code approval_item}. */
public final class PostgresApprovals implements Approvals {

    private static final String TYPES = """
        client_id uuid, id uuid, job_id uuid, lead_id uuid, campaign_id uuid, status text, offer_no smallint,
        created_at timestamptz, expires_at timestamptz, decided_by uuid, decided_at timestamptz,
        rejection_reason text, rejection_action text, edited boolean, row_version int\
        """;

    private static final String NAMES = TYPES.replaceAll("(\\w+) [a-z]+(,|$)", "$1$2");

    @Override
    public void insertAll(Collection<ApprovalItem> items) {
        if (!items.isEmpty()) {
            Db.stamping("insert into approval_item (" + NAMES + ", updated_at) select " + NAMES + ", :moment"
                            + " from jsonb_to_recordset(:rows) as r(" + TYPES + ")")
                    .bind("rows", rows(items).json())
                    .execute();
        }
    }

    @Override
    public Optional<ApprovalItem> find(ClientId client, ApprovalId id) {
        return findAll(client, List.of(id)).stream().findFirst();
    }

    @Override
    public List<ApprovalItem> findAll(ClientId client, Collection<ApprovalId> ids) {
        return list(Db.query("select * from approval_item where client_id = :client and id = any (:ids) order by id")
                .bind("client", client)
                .bind("ids", Db.uuids(ids)));
    }

    @Override
    public void updateAll(Collection<ApprovalItem> items) {
        if (items.isEmpty()) {
            return;
        }
        // the ids are named apart from the rows, see PostgresLeads.updateAll
        int written = Db.stamping("""
            update approval_item a
               set status = r.status, expires_at = r.expires_at, decided_by = r.decided_by, decided_at = r.decided_at,
                   rejection_reason = r.rejection_reason, rejection_action = r.rejection_action, edited = r.edited,
                   updated_at = :moment, row_version = a.row_version + 1
              from jsonb_to_recordset(:rows) as r(\
            """ + TYPES + """
            )
             where a.client_id = :client and a.id = any (:ids) and a.id = r.id and a.row_version = r.row_version
            """)
                .bind("client", items.iterator().next().clientId())
                .bind("ids", Db.uuids(items.stream().map(ApprovalItem::id).toList()))
                .bind("rows", rows(items).json())
                .execute();
        if (written != items.size()) {
            throw new ConcurrentUpdate(
                    "approval: " + (items.size() - written) + " of " + items.size() + " changed meanwhile");
        }
    }

    @Override
    public Map<TouchId, ApprovalItem> newest(ClientId client, Collection<TouchId> touches) {
        Map<TouchId, ApprovalItem> newest = new HashMap<>();
        list(Db.query("""
            select distinct on (job_id) * from approval_item where client_id = :client and job_id = any (:touches)
             order by job_id, offer_no desc
            """).bind("client", client).bind("touches", Db.uuids(touches)))
                .forEach(item -> newest.put(item.touchId(), item));
        return newest;
    }

    @Override
    public List<ApprovalItem> overdue(ClientId client, Instant now, int limit) {
        return list(Db.query("""
            select * from approval_item where client_id = :client and status = 'pending' and expires_at <= :now
             order by expires_at, id limit :limit
            """).bind("client", client).bind("now", now).bind("limit", limit));
    }

    @Override
    public List<ApprovalItem> list(
            ClientId client, ApprovalItem.@Nullable Status status, @Nullable ApprovalId after, int limit) {
        Query query = Db.query("select * from approval_item where client_id = :client"
                        + (status == null ? "" : " and status = :status") + (after == null ? "" : " and id > :after")
                        + " order by id limit :limit")
                .bind("client", client)
                .bind("limit", limit);
        if (status != null) {
            query.bind("status", status);
        }
        if (after != null) {
            query.bind("after", after);
        }
        return list(query);
    }

    private static RowSet rows(Collection<ApprovalItem> items) {
        RowSet rows = new RowSet();
        items.forEach(item -> rows.row()
                .set("client_id", item.clientId())
                .set("id", item.id())
                .set("job_id", item.touchId())
                .set("lead_id", item.leadId())
                .set("campaign_id", item.campaignId())
                .set("status", item.status())
                .set("offer_no", item.offerNo())
                .set("created_at", item.createdAt())
                .set("expires_at", item.expiresAt())
                .set("decided_by", item.decidedBy())
                .set("decided_at", item.decidedAt())
                .set("rejection_reason", item.rejectionReason())
                .set("rejection_action", item.rejectionAction())
                .set("edited", item.edited())
                .set("row_version", item.version()));
        return rows;
    }

    private static List<ApprovalItem> list(Query query) {
        return query.map((row, context) -> read(row)).list();
    }

    private static ApprovalItem read(ResultSet row) throws SQLException {
        return new ApprovalItem(
                Rows.id(row, "id", ApprovalId::new),
                Rows.id(row, "client_id", ClientId::new),
                Rows.id(row, "job_id", TouchId::new),
                Rows.id(row, "lead_id", LeadId::new),
                Rows.id(row, "campaign_id", CampaignId::new),
                Rows.word(row, "status", ApprovalItem.Status.class),
                row.getInt("offer_no"),
                Rows.instant(row, "created_at"),
                Rows.instant(row, "expires_at"),
                Rows.idOrNull(row, "decided_by", UserId::new),
                Rows.instantOrNull(row, "decided_at"),
                row.getString("rejection_reason"),
                Rows.wordOrNull(row, "rejection_action", ApprovalItem.RejectionAction.class),
                row.getBoolean("edited"),
                row.getInt("row_version"));
    }
}
