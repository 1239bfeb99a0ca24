package io.agencyos.adapters.out.postgres.conversion;

import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.adapters.out.postgres.kernel.RowSet;
import io.agencyos.adapters.out.postgres.kernel.Rows;
import io.agencyos.application.conversion.learning.store.PlatformFindings;
import io.agencyos.application.shared.IdSource;
import io.agencyos.domain.conversion.platform.PlatformLearning.Published;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;

/** Rows of {@code platform_pattern}; what was replaced stays as history. */
public final class PostgresPlatformFindings implements PlatformFindings {

    private static final int DECIMALS = 4;

    private final IdSource ids;

    public PostgresPlatformFindings(IdSource ids) {
        this.ids = ids;
    }

    @Override
    public List<Finding> current() {
        return Db.query("""
            select * from platform_pattern where superseded_at is null
             order by industry_segment collate "C" nulls first, dimension, segment
            """)
                .map((row, context) -> new Finding(
                        new Published(
                                row.getString("industry_segment"),
                                Rows.text(row, "dimension"),
                                Rows.text(row, "segment"),
                                row.getBigDecimal("lift").doubleValue(),
                                row.getLong("sample_size"),
                                row.getInt("contributing_clients"),
                                row.getBigDecimal("confidence")),
                        Rows.instant(row, "computed_at")))
                .list();
    }

    @Override
    public void replace(List<Published> published, Instant at) {
        Db.update("""
            update platform_pattern set superseded_at = :at, updated_at = now(), row_version = row_version + 1
             where superseded_at is null
            """).bind("at", at).execute();
        if (published.isEmpty()) {
            return;
        }
        RowSet rows = new RowSet();
        published.forEach(each -> rows.row()
                .set("id", ids.next())
                .set("industry", each.industry())
                .set("dimension", each.dimension())
                .set("segment", each.segment())
                .set("lift", BigDecimal.valueOf(each.lift()).setScale(DECIMALS, RoundingMode.HALF_UP))
                .set("sample_size", each.units())
                .set("contributing_clients", each.clients())
                .set("confidence", each.confidence()));
        Db.update("""
            insert into platform_pattern (id, industry_segment, dimension, segment, lift, sample_size, contributing_clients, confidence,
                   computed_at)
            select id, industry, dimension, segment, lift, sample_size, contributing_clients, confidence, :at
              from jsonb_to_recordset(:rows) as r(id uuid, industry text, dimension text, segment text, lift numeric, sample_size bigint,
                   contributing_clients int, confidence numeric)
            """).bind("rows", rows.json()).bind("at", at).execute();
    }
}
