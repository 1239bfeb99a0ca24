package io.agencyos.adapters.out.postgres.conversion;

import io.agencyos.adapters.out.postgres.kernel.Criteria;
import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.adapters.out.postgres.kernel.Json;
import io.agencyos.adapters.out.postgres.kernel.Rows;
import io.agencyos.application.conversion.refine.Refinement;
import io.agencyos.application.conversion.refine.RefinementLog;
import io.agencyos.domain.conversion.LockedField;
import io.agencyos.domain.conversion.evolve.IcpRefinement;
import io.agencyos.domain.conversion.evolve.IcpRefinement.Action;
import io.agencyos.domain.conversion.evolve.IcpRefinement.Change;
import io.agencyos.domain.shared.Digests;
import io.agencyos.domain.shared.Vocabulary;
import io.agencyos.domain.shared.id.ClientId;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Rows of {@code icp_refinement_log}. */
public final class PostgresRefinementLog implements RefinementLog {

    private record Asked(
            List<String> titles,
            List<String> industries,
            @Nullable Integer employeesFrom,
            @Nullable Integer employeesTo) {

        static Asked of(IcpRefinement.Criteria criteria) {
            return new Asked(
                    criteria.titles(), criteria.industries(), criteria.employeesFrom(), criteria.employeesTo());
        }

        IcpRefinement.Criteria criteria() {
            return new IcpRefinement.Criteria(titles, industries, employeesFrom, employeesTo);
        }
    }

    private record Changed(String field, String action, List<String> added, String reason) {

        static Changed of(Change change) {
            return new Changed(change.field().wire(), change.action().wire(), change.added(), change.reason());
        }

        Change change() {
            return new Change(
                    Vocabulary.parse(LockedField.class, field).orElseThrow(),
                    Vocabulary.parse(Action.class, action).orElseThrow(),
                    added,
                    reason);
        }
    }

    private record AllChanged(List<Changed> changes) {}

    @Override
    public void add(Refinement refinement) {
        Json base = Json.of(Asked.of(refinement.base()));
        Json refined = Json.of(Asked.of(refinement.refined()));
        Db.update("""
            insert into icp_refinement_log (client_id, id, pattern_version, base, refined, changes, confidence, applied_on,
                   result_hash, applied_at)
            values (:client, :id, :pattern, :base, :refined, :changes, :confidence, :day, :hash, :at)
            on conflict (client_id, applied_on, result_hash) do nothing
            """)
                .bind("client", refinement.clientId())
                .bind("id", refinement.id())
                .bind("pattern", refinement.pattern())
                .bind("base", base)
                .bind("refined", refined)
                .bind(
                        "changes",
                        Json.of(new AllChanged(
                                refinement.changes().stream().map(Changed::of).toList())))
                .bind("confidence", refinement.confidence())
                .bind("day", refinement.day())
                .bind("hash", Digests.sha256Hex(base.text() + refined.text()))
                .bind("at", refinement.appliedAt())
                .execute();
    }

    @Override
    public List<Refinement> list(ClientId client, @Nullable After after, int limit) {
        Criteria wanted =
                new Criteria("select * from icp_refinement_log where client_id = :client").with("client", client);
        if (after != null) {
            wanted.and("(applied_at, id) < (:afterAt, :afterId)")
                    .with("afterAt", after.appliedAt())
                    .with("afterId", after.id());
        }
        return wanted.first(limit, "applied_at desc, id desc")
                .map((row, context) -> refinement(row))
                .list();
    }

    @Override
    public Summary summary(ClientId client, Instant since) {
        return Db.query("""
            select count(*) all_of_them, count(*) filter (where applied_at >= :since) recent, avg(confidence) confidence,
                   max(applied_at) last,
                   array(select distinct c ->> 'field'
                           from icp_refinement_log l cross join jsonb_array_elements(l.changes -> 'changes') c
                          where l.client_id = :client) fields
              from icp_refinement_log where client_id = :client
            """)
                .bind("client", client)
                .bind("since", since)
                .map((row, context) -> {
                    BigDecimal mean = row.getBigDecimal("confidence");
                    Set<LockedField> fields = Rows.texts(row, "fields").stream()
                            .map(wire ->
                                    Vocabulary.parse(LockedField.class, wire).orElseThrow())
                            .collect(Collectors.toSet());
                    return new Summary(
                            row.getLong("all_of_them"),
                            row.getLong("recent"),
                            mean == null ? null : mean.setScale(4, RoundingMode.HALF_UP),
                            Rows.instantOrNull(row, "last"),
                            fields);
                })
                .one();
    }

    private static Refinement refinement(ResultSet row) throws SQLException {
        return new Refinement(
                row.getObject("id", UUID.class),
                Rows.id(row, "client_id", ClientId::new),
                row.getInt("pattern_version"),
                json(row, "base").as(Asked.class).criteria(),
                json(row, "refined").as(Asked.class).criteria(),
                json(row, "changes").as(AllChanged.class).changes().stream()
                        .map(Changed::change)
                        .toList(),
                row.getBigDecimal("confidence"),
                row.getObject("applied_on", LocalDate.class),
                Rows.instant(row, "applied_at"));
    }

    private static Json json(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(Rows.jsonOrNull(row, column));
    }
}
