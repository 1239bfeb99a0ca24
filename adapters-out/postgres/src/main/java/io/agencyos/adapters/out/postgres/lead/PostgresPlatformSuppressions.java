package io.agencyos.adapters.out.postgres.lead;

import io.agencyos.adapters.out.postgres.kernel.Criteria;
import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.adapters.out.postgres.kernel.Rows;
import io.agencyos.application.lead.store.PlatformSuppressions;
import io.agencyos.application.lead.store.Suppressions;
import io.agencyos.domain.lead.Suppression;
import io.agencyos.domain.lead.SuppressionKeyType;
import io.agencyos.domain.lead.SuppressionReason;
import io.agencyos.domain.lead.SuppressionSource;
import io.agencyos.domain.shared.Vocabulary;
import io.agencyos.domain.shared.id.SuppressionId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Rows of {@code platform_suppression}, hashed as {@link PostgresSuppressions} does. */
public final class PostgresPlatformSuppressions implements PlatformSuppressions {

    private static final String ENTRIES =
            "select s.*, encode(s.value_hash, 'hex') as fingerprint from platform_suppression s where true";

    private final PostgresSuppressions entries;

    public PostgresPlatformSuppressions(PostgresSuppressions entries) {
        this.entries = entries;
    }

    @Override
    public List<Entry> page(Filter filter, @Nullable After after, int limit) {
        Criteria criteria = new Criteria(ENTRIES)
                .andAny("s.kind = any (:kinds)", "kinds", some(filter.keyTypes()))
                .andAny("s.reason = any (:reasons)", "reasons", some(filter.reasons()))
                .andAny("s.source = any (:sources)", "sources", some(filter.sources()));
        if (after != null) {
            criteria.and("(s.created_at, s.value_hash) < (:at, decode(:hash, 'hex'))")
                    .with("at", after.createdAt())
                    .with("hash", after.fingerprint());
        }
        return criteria.first(limit, "s.created_at desc, s.value_hash desc")
                .map((row, context) -> read(row))
                .list();
    }

    private static <V extends Vocabulary> @Nullable Set<V> some(Set<V> words) {
        return words.isEmpty() ? null : words;
    }

    @Override
    public Optional<Entry> findByKey(Suppressions.Key key) {
        return Db.query(ENTRIES + " and s.kind = :kind and s.value_hash = :hash")
                .bind("kind", key.type())
                .bind("hash", entries.hash(key.type(), key.value()))
                .map((row, context) -> read(row))
                .findOne();
    }

    @Override
    public List<Entry> find(SuppressionId id) {
        return Db.query(ENTRIES + " and s.group_id = :id order by s.kind, s.value_hash")
                .bind("id", id)
                .map((row, context) -> read(row))
                .list();
    }

    @Override
    public void add(Suppression entry) {
        entries.add(List.of(entry));
    }

    @Override
    public void remove(SuppressionId id) {
        Db.update("delete from platform_suppression where group_id = :id")
                .bind("id", id)
                .execute();
    }

    private static Entry read(ResultSet row) throws SQLException {
        return new Entry(
                Rows.id(row, "group_id", SuppressionId::new),
                Rows.word(row, "kind", SuppressionKeyType.class),
                Rows.text(row, "fingerprint"),
                Rows.word(row, "reason", SuppressionReason.class),
                Rows.word(row, "source", SuppressionSource.class),
                row.getString("note"),
                Rows.instant(row, "created_at"));
    }
}
