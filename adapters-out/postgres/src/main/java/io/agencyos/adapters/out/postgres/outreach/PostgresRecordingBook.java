package io.agencyos.adapters.out.postgres.outreach;

import io.agencyos.adapters.out.postgres.kernel.Criteria;
import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.adapters.out.postgres.kernel.Rows;
import io.agencyos.application.outreach.recording.RecordingBook;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Recordings of all clients with the leads of their calls. */
public final class PostgresRecordingBook implements RecordingBook {

    private static final String RECORDINGS = """
        select r.*, c.lead_id from voice_recording r
          join voice_call c on c.client_id = r.client_id and c.id = r.call_id where true\
        """;

    @Override
    public List<Row> page(Filter filter, @Nullable After after, int limit) {
        Criteria criteria = new Criteria(RECORDINGS)
                .and(
                        "r.client_id = any (:clients)",
                        "clients",
                        filter.clients().isEmpty() ? null : Db.uuids(filter.clients()))
                .and("(r.hold_reason is not null) = :flagged", "flagged", filter.flagged())
                .and("(r.deleted_at is not null) = :deleted", "deleted", filter.deleted());
        if (after != null) {
            criteria.and("(r.recorded_at, r.call_id) < (:at, :last)")
                    .with("at", after.recordedAt())
                    .with("last", after.call());
        }
        return criteria.first(limit, "r.recorded_at desc, r.call_id desc")
                .map((row, context) -> read(row))
                .list();
    }

    @Override
    public Optional<Row> find(UUID call) {
        return Db.query(RECORDINGS + " and r.call_id = :call")
                .bind("call", call)
                .map((row, context) -> read(row))
                .findOne();
    }

    private static Row read(ResultSet row) throws SQLException {
        return new Row(
                Rows.id(row, "client_id", ClientId::new),
                Rows.id(row, "lead_id", LeadId::new),
                PostgresCallArchive.read(row));
    }
}
