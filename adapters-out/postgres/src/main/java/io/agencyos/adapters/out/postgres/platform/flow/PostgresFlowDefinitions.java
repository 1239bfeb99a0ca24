package io.agencyos.adapters.out.postgres.platform.flow;

import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.adapters.out.postgres.kernel.Rows;
import io.agencyos.application.platform.flow.store.FlowDefinitions;
import io.agencyos.application.shared.ConcurrentUpdate;
import io.agencyos.domain.platform.flow.BackOff;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What operators set per flow, in {@code flow_definition}. */
public final class PostgresFlowDefinitions implements FlowDefinitions {

    @Override
    public Optional<Definition> find(String flow) {
        return Db.query("select * from flow_definition where flow = :flow")
                .bind("flow", flow)
                .map((row, context) -> read(row))
                .findOne();
    }

    @Override
    public List<Definition> all() {
        return Db.query("select * from flow_definition order by flow")
                .map((row, context) -> read(row))
                .list();
    }

    @Override
    public void fired(Collection<String> flows, Instant until) {
        Db.update("""
            update flow_definition set fired_until = greatest(fired_until, :until) where flow = any (:flows)
            """)
                .bind("flows", flows.toArray(String[]::new))
                .bind("until", until)
                .execute();
    }

    @Override
    public Definition update(Definition definition) {
        Duration deadline = definition.deadline();
        int changed = Db.update("""
            update flow_definition
               set enabled = :enabled, cron = :cron, misfire_s = :misfire, per_client_max = :own,
                   global_max = :most, deadline_s = :deadline,
                   paused_reason = :reason, fired_until = :fired, updated_at = now(), row_version = row_version + 1
             where flow = :flow and row_version = :version
            """)
                .bind("flow", definition.flow())
                .bind("version", definition.version())
                .bind("enabled", definition.enabled())
                .bind("cron", definition.cron())
                .bind("misfire", (int) definition.misfire().toSeconds())
                .bind("own", definition.perClientMax())
                .bind("most", definition.globalMax())
                .bindByType("deadline", deadline == null ? null : (int) deadline.toSeconds(), Integer.class)
                .bind("reason", definition.pausedReason())
                .bindByType("fired", definition.firedUntil(), Instant.class)
                .execute();
        if (changed == 0) {
            throw new ConcurrentUpdate("flow_definition " + definition.flow());
        }
        return find(definition.flow()).orElseThrow();
    }

    private static Definition read(ResultSet row) throws SQLException {
        Integer misfire = Rows.intOrNull(row, "misfire_s");
        Integer deadline = Rows.intOrNull(row, "deadline_s");
        Array waits = row.getArray("backoff_s");
        long[] seconds = Arrays.stream((Integer[]) waits.getArray())
                .mapToLong(Integer::longValue)
                .toArray();
        return new Definition(
                Rows.text(row, "flow"),
                row.getBoolean("enabled"),
                row.getString("cron"),
                ZoneId.of(Rows.text(row, "timezone")),
                Duration.ofSeconds(misfire == null ? 0 : misfire),
                row.getInt("per_client_max"),
                row.getInt("global_max"),
                deadline == null ? null : Duration.ofSeconds(deadline),
                BackOff.seconds(seconds),
                Rows.instantOrNull(row, "fired_until"),
                row.getString("paused_reason"),
                row.getInt("row_version"));
    }
}
