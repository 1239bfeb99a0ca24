package io.agencyos.adapters.out.postgres.conversion;

import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.adapters.out.postgres.kernel.Rows;
import io.agencyos.application.conversion.learning.store.LearnedPattern;
import io.agencyos.application.conversion.learning.store.PatternSchema;
import io.agencyos.application.conversion.learning.store.Patterns;
import io.agencyos.domain.conversion.PatternStatus;
import io.agencyos.domain.conversion.PatternType;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.RunId;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Every version of every pattern, in {@code conversion_pattern}. */
public final class PostgresPatterns implements Patterns {

    @Override
    public List<LearnedPattern> newest(ClientId client) {
        return Db.query("""
            select distinct on (pattern_type) * from conversion_pattern
             where client_id = :client order by pattern_type, pattern_version desc
            """).bind("client", client).map((row, context) -> pattern(row)).list().stream()
                .sorted(Comparator.comparing(LearnedPattern::type))
                .toList();
    }

    @Override
    public Optional<LearnedPattern> find(ClientId client, PatternType type, Instant cutOff, String settings) {
        return Db.query("""
            select * from conversion_pattern
             where client_id = :client and pattern_type = :type and cut_off = :cutOff and settings = :settings
            """)
                .bind("client", client)
                .bind("type", type)
                .bind("cutOff", cutOff)
                .bind("settings", settings)
                .map((row, context) -> pattern(row))
                .findOne();
    }

    @Override
    public Optional<LearnedPattern> version(ClientId client, PatternType type, int version) {
        return Db.query("""
            select * from conversion_pattern
             where client_id = :client and pattern_type = :type and pattern_version = :version
            """)
                .bind("client", client)
                .bind("type", type)
                .bind("version", version)
                .map((row, context) -> pattern(row))
                .findOne();
    }

    @Override
    public List<LearnedPattern> history(ClientId client, @Nullable PatternType type, @Nullable UUID after, int limit) {
        return Db.query("""
            select p.*
              from conversion_pattern p
              left join conversion_pattern a on a.client_id = :client and a.id = :after
             where p.client_id = :client and (:type::text is null or p.pattern_type = :type)
               and (:after::uuid is null or p.computed_at < a.computed_at
                    or p.computed_at = a.computed_at
                       and (p.pattern_type > a.pattern_type
                            or p.pattern_type = a.pattern_type and p.pattern_version < a.pattern_version))
             order by p.computed_at desc, p.pattern_type, p.pattern_version desc limit :limit
            """)
                .bind("client", client)
                .bindByType("type", type, PatternType.class)
                .bindByType("after", after, UUID.class)
                .bind("limit", limit)
                .map((row, context) -> pattern(row))
                .list();
    }

    @Override
    public LearnedPattern publish(LearnedPattern pattern) {
        Db.query("select pg_advisory_xact_lock(hashtextextended(:key, 0))")
                .bind(
                        "key",
                        "conversion_pattern|" + pattern.clientId().text() + '|'
                                + pattern.type().wire())
                .mapToMap()
                .list();
        Db.update("""
            update conversion_pattern set status = 'superseded', updated_at = :at, row_version = row_version + 1
             where client_id = :client and pattern_type = :type and status = 'active'
            """)
                .bind("client", pattern.clientId())
                .bind("type", pattern.type())
                .bind("at", pattern.computedAt())
                .execute();
        return Db.query("""
            insert into conversion_pattern (client_id, id, pattern_type, pattern_version, schema_version, patterns,
                   sample_size, conversions, confidence, label, window_start, window_end, cut_off, settings, computed_at,
                   valid_until, status, run_id, created_at, updated_at)
            select :client, :id, :type, coalesce(max(p.pattern_version), 0) + 1, :schema, :patterns, :sample,
                   :conversions, :confidence, :label, :windowStart, :windowEnd, :cutOff, :settings, :computedAt,
                   :validUntil, 'active', :run, :computedAt, :computedAt
              from conversion_pattern p where p.client_id = :client and p.pattern_type = :type
            returning *
            """)
                .bind("client", pattern.clientId())
                .bind("id", pattern.id())
                .bind("type", pattern.type())
                .bind("schema", pattern.schema().text())
                .bind("patterns", NodeJson.json(pattern.document()))
                .bind("sample", pattern.sampleSize())
                .bind("conversions", pattern.conversions())
                .bind("confidence", pattern.confidence())
                .bind("label", pattern.label())
                .bind("windowStart", pattern.windowStart())
                .bind("windowEnd", pattern.windowEnd())
                .bind("cutOff", pattern.cutOff())
                .bind("settings", pattern.settings())
                .bind("computedAt", pattern.computedAt())
                .bind("validUntil", pattern.validUntil())
                .bindByType("run", pattern.run() == null ? null : pattern.run().value(), UUID.class)
                .map((row, context) -> pattern(row))
                .one();
    }

    @Override
    public List<Across> across(int leastClients, Instant now) {
        return Db.query("""
            with newest as (
                select distinct on (client_id, pattern_type) * from conversion_pattern
                 order by client_id, pattern_type, pattern_version desc)
            select pattern_type, count(*) clients,
                   count(*) filter (where status = 'active' and valid_until > :now
                       and case when schema_version ~ '^[0-9]{1,4}[.][0-9]{1,4}$'
                           then string_to_array(schema_version, '.')::int[] >= array[:major, :minor]
                           else false end) valid, sum(sample_size) sample_size,
                   sum(conversions) conversions, avg(confidence) confidence, max(computed_at) newest
              from newest group by pattern_type having count(*) >= :least
             order by array_position(array['who', 'what', 'when', 'how', 'funnel'], pattern_type)
            """)
                .bind("now", now)
                .bind("major", PatternSchema.CURRENT.major())
                .bind("minor", PatternSchema.CURRENT.minor())
                .bind("least", leastClients)
                .map((row, context) -> new Across(
                        Rows.word(row, "pattern_type", PatternType.class),
                        row.getInt("clients"),
                        row.getInt("valid"),
                        row.getLong("sample_size"),
                        row.getLong("conversions"),
                        row.getBigDecimal("confidence").setScale(4, RoundingMode.HALF_UP),
                        Rows.instant(row, "newest")))
                .list();
    }

    @Override
    public int expire(ClientId client, Instant now) {
        return Db.update("""
            update conversion_pattern set status = 'expired', updated_at = :now, row_version = row_version + 1
             where client_id = :client and status = 'active' and valid_until <= :now
            """).bind("client", client).bind("now", now).execute();
    }

    @Override
    public int forget(ClientId client, Instant before) {
        return Db.update("""
            delete from conversion_pattern old
             where old.client_id = :client and old.computed_at < :before and old.status <> 'active'
               and exists (select from conversion_pattern newer
                            where newer.client_id = :client and newer.pattern_type = old.pattern_type
                              and newer.pattern_version > old.pattern_version)
            """).bind("client", client).bind("before", before).execute();
    }

    private static LearnedPattern pattern(ResultSet row) throws SQLException {
        return new LearnedPattern(
                row.getObject("id", UUID.class),
                Rows.id(row, "client_id", ClientId::new),
                Rows.word(row, "pattern_type", PatternType.class),
                row.getInt("pattern_version"),
                PatternSchema.of(Rows.text(row, "schema_version")),
                NodeJson.document(Rows.text(row, "patterns")),
                row.getLong("sample_size"),
                row.getLong("conversions"),
                row.getBigDecimal("confidence"),
                Rows.text(row, "label"),
                Rows.instant(row, "window_start"),
                Rows.instant(row, "window_end"),
                Rows.instant(row, "cut_off"),
                Rows.text(row, "settings"),
                Rows.instant(row, "computed_at"),
                Rows.word(row, "status", PatternStatus.class),
                Rows.idOrNull(row, "run_id", RunId::new));
    }
}
