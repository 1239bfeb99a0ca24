package io.agencyos.adapters.out.postgres.lead;

import io.agencyos.adapters.out.postgres.kernel.Criteria;
import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.adapters.out.postgres.kernel.Json;
import io.agencyos.adapters.out.postgres.kernel.Rows;
import io.agencyos.application.lead.privacy.PrivacyRequests;
import io.agencyos.application.shared.ConcurrentUpdate;
import io.agencyos.domain.lead.PrivacyRequest;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.PrivacyRequestId;
import io.agencyos.domain.shared.id.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;

/** What people asked, in {@code privacy_request}. */
public final class PostgresPrivacyRequests implements PrivacyRequests {

    private static final TypeReference<Map<String, Integer>> COUNTS = new TypeReference<>() {};

    @Override
    public void insert(PrivacyRequest request) {
        Db.update("""
            insert into privacy_request (client_id, id, kind, status, subject_ciphertext, lead_ids, row_counts, requested_by,
                   due_at, finished_at, created_at, updated_at)
            values (:client, :id, :kind, :status, :subject, :leads, :rows, :by, :due, :finished, :at, :at)
            """)
                .bind("client", request.clientId())
                .bind("id", request.id())
                .bind("kind", request.kind())
                .bind("status", request.status())
                .bind("subject", request.subject())
                .bind("leads", Db.uuids(request.leads()))
                .bind("rows", Json.of(request.rows()))
                .bind("by", request.requestedBy())
                .bind("due", request.dueAt())
                .bindByType("finished", request.finishedAt(), Instant.class)
                .bind("at", request.createdAt())
                .execute();
    }

    @Override
    public Optional<PrivacyRequest> find(ClientId client, PrivacyRequestId id) {
        return Db.query("select * from privacy_request where client_id = :client and id = :id")
                .bind("client", client)
                .bind("id", id)
                .map((row, context) -> read(row))
                .findOne();
    }

    @Override
    public PrivacyRequest update(PrivacyRequest request) {
        int written = Db.update("""
            update privacy_request
               set status = :status, subject_ciphertext = :subject, lead_ids = :leads, row_counts = :rows,
                   finished_at = :finished, row_version = row_version + 1
             where client_id = :client and id = :id and row_version = :version
            """)
                .bind("client", request.clientId())
                .bind("id", request.id())
                .bind("version", request.version())
                .bind("status", request.status())
                .bind("subject", request.subject())
                .bind("leads", Db.uuids(request.leads()))
                .bind("rows", Json.of(request.rows()))
                .bindByType("finished", request.finishedAt(), Instant.class)
                .execute();
        if (written == 0) {
            throw new ConcurrentUpdate("privacy request " + request.id());
        }
        return request.atVersion(request.version() + 1);
    }

    @Override
    public void remove(ClientId client, PrivacyRequestId id) {
        Db.update("delete from privacy_request where client_id = :client and id = :id and status = 'open'")
                .bind("client", client)
                .bind("id", id)
                .execute();
    }

    @Override
    public List<PrivacyRequest> list(ClientId client, Filter filter, @Nullable After after, int limit) {
        Criteria rows = new Criteria("select * from privacy_request where client_id = :client")
                .with("client", client)
                .andAny("kind = any (:kinds)", "kinds", filter.kinds().isEmpty() ? null : filter.kinds())
                .andAny(
                        "status = any (:statuses)",
                        "statuses",
                        filter.statuses().isEmpty() ? null : filter.statuses());
        if (after != null) {
            rows.and("(created_at, id) < (:afterAt, :afterId)")
                    .with("afterAt", after.createdAt())
                    .with("afterId", after.id());
        }
        return rows.first(limit, "created_at desc, id desc")
                .map((row, context) -> read(row))
                .list();
    }

    private static PrivacyRequest read(ResultSet row) throws SQLException {
        return new PrivacyRequest(
                Rows.id(row, "id", PrivacyRequestId::new),
                Rows.id(row, "client_id", ClientId::new),
                Rows.word(row, "kind", PrivacyRequest.Kind.class),
                Rows.word(row, "status", PrivacyRequest.Status.class),
                row.getString("subject_ciphertext"),
                Stream.of((UUID[]) row.getArray("lead_ids").getArray())
                        .map(LeadId::new)
                        .toList(),
                new Json(Rows.text(row, "row_counts")).as(COUNTS),
                Rows.id(row, "requested_by", UserId::new),
                Rows.instant(row, "created_at"),
                Rows.instant(row, "due_at"),
                Rows.instantOrNull(row, "finished_at"),
                row.getInt("row_version"));
    }
}
