package io.agencyos.adapters.out.postgres.platform.flow;

import io.agencyos.adapters.out.postgres.kernel.Json;
import io.agencyos.adapters.out.postgres.kernel.RowSet;
import io.agencyos.adapters.out.postgres.kernel.Rows;
import io.agencyos.application.platform.flow.run.Block;
import io.agencyos.application.platform.flow.run.Outcome;
import io.agencyos.application.platform.flow.run.Run;
import io.agencyos.application.platform.flow.run.RunItem;
import io.agencyos.application.platform.flow.run.RunStep;
import io.agencyos.domain.platform.RunState;
import io.agencyos.domain.platform.flow.BreakerScope;
import io.agencyos.domain.platform.flow.Counts;
import io.agencyos.domain.platform.flow.ItemState;
import io.agencyos.domain.platform.flow.RunKey;
import io.agencyos.domain.platform.flow.RunTrigger;
import io.agencyos.domain.platform.flow.StepState;
import io.agencyos.domain.platform.flow.WorkClass;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.RunId;
import io.agencyos.domain.shared.id.UserId;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads runs, steps and items from their rows, and writes what they keep as JSON. */
final class RunRows {

    /** What the name of a list begins with among the numbers and words of an outcome. */
    private static final String LIST = "list.";

    private RunRows() {}

    /** Runs as they are inserted. */
    static Json rows(Collection<Run> runs) {
        RowSet rows = new RowSet();
        for (Run run : runs) {
            Run.Order order = run.order();
            rows.row()
                    .set("client_id", order.client())
                    .set("id", order.id())
                    .set("flow", order.flow())
                    .set("code_version", order.version())
                    .set("work_class", order.work())
                    .set("trigger", order.trigger())
                    .set("requested_by", order.requestedBy())
                    .set("parent_run_id", order.parent())
                    .set("dedupe_key", order.key().text())
                    .set("concurrency_key", order.concurrencyKey())
                    .set("params", order.params())
                    .set("status", run.state())
                    .set("scheduled_for", order.scheduledFor())
                    .set("not_before", run.notBefore())
                    .set("deadline_at", order.deadlineAt())
                    .set("created_at", order.createdAt())
                    .set("started_at", run.startedAt())
                    .set("finished_at", run.finishedAt())
                    .set("progress_pct", run.progress())
                    .set(
                            "outcome",
                            run.outcome().words().isEmpty()
                                    ? null
                                    : run.outcome().words())
                    .set("priority", order.work().priority())
                    .set("current_step", run.currentStep());
        }
        return rows.json();
    }

    /** The steps that each run begins with. */
    static Json planned(List<RunStep> steps) {
        RowSet rows = new RowSet();
        for (RunStep step : steps) {
            rows.row()
                    .set("step_no", step.no())
                    .set("name", step.name())
                    .set("status", step.state())
                    .set("weight", step.weight());
        }
        return rows.json();
    }

    static Run run(ResultSet row) throws SQLException {
        Instant notBefore = Rows.instantOrNull(row, "not_before");
        return new Run(
                order(row),
                Rows.word(row, "status", RunState.class),
                notBefore,
                Rows.instantOrNull(row, "started_at"),
                Rows.instantOrNull(row, "finished_at"),
                row.getInt("attempt"),
                lease(row),
                row.getLong("fence"),
                row.getBigDecimal("progress_pct"),
                row.getString("current_step"),
                counts(row),
                row.getBigDecimal("cost_aud"),
                block(row, notBefore),
                outcome(Rows.jsonOrNull(row, "outcome")),
                lastError(row),
                Rows.instantOrNull(row, "cancel_requested_at"));
    }

    private static Run.Order order(ResultSet row) throws SQLException {
        return new Run.Order(
                Rows.id(row, "id", RunId::new),
                Rows.id(row, "client_id", ClientId::new),
                Rows.text(row, "flow"),
                row.getInt("code_version"),
                Rows.word(row, "work_class", WorkClass.class),
                Rows.word(row, "trigger", RunTrigger.class),
                Rows.idOrNull(row, "requested_by", UserId::new),
                Rows.idOrNull(row, "parent_run_id", RunId::new),
                new RunKey(Rows.text(row, "dedupe_key")),
                Rows.text(row, "concurrency_key"),
                params(Rows.jsonOrNull(row, "params")),
                Rows.instant(row, "scheduled_for"),
                Rows.instantOrNull(row, "deadline_at"),
                Rows.instant(row, "created_at"));
    }

    private static Run.@Nullable Lease lease(ResultSet row) throws SQLException {
        Instant until = Rows.instantOrNull(row, "lease_until");
        String owner = row.getString("lease_owner");
        return until == null ? null : new Run.Lease(owner == null ? "" : owner, until);
    }

    private static @Nullable Block block(ResultSet row, @Nullable Instant notBefore) throws SQLException {
        BreakerScope scope = Rows.wordOrNull(row, "blocked_scope", BreakerScope.class);
        return scope == null ? null : new Block(scope, Rows.text(row, "blocked_message"), notBefore);
    }

    private static Run.@Nullable LastError lastError(ResultSet row) throws SQLException {
        String code = row.getString("last_error_code");
        return code == null
                ? null
                : new Run.LastError(code, Rows.text(row, "last_error"), Rows.instant(row, "last_error_at"));
    }

    private static Counts counts(ResultSet row) throws SQLException {
        return new Counts(
                row.getInt("items_total"),
                row.getInt("items_done"),
                row.getInt("items_failed"),
                row.getInt("items_skipped"),
                row.getInt("items_unknown"));
    }

    /** What use cases keep beside plain values in records of their own is theirs and not read here. */
    private static Map<String, String> params(@Nullable Json json) {
        Map<String, String> params = new HashMap<>();
        if (json != null) {
            json.tree().properties().stream()
                    .filter(entry ->
                            entry.getValue().isValueNode() && !entry.getValue().isNull())
                    .forEach(
                            entry -> params.put(entry.getKey(), entry.getValue().asString()));
        }
        return params;
    }

    static Outcome outcome(@Nullable Json json) {
        Map<String, Long> counts = new HashMap<>();
        Map<String, String> words = new HashMap<>();
        Map<String, List<Map<String, String>>> lists = new HashMap<>();
        if (json != null) {
            for (Map.Entry<String, JsonNode> entry : json.tree().properties()) {
                if (entry.getValue().isIntegralNumber()) {
                    counts.put(entry.getKey(), entry.getValue().asLong());
                } else if (entry.getValue().isString()) {
                    words.put(entry.getKey(), entry.getValue().asString());
                } else if (entry.getValue().isArray() && entry.getKey().startsWith(LIST)) {
                    lists.put(entry.getKey().substring(LIST.length()), list(entry.getValue()));
                }
            }
        }
        return new Outcome(counts, words, lists);
    }

    private static List<Map<String, String>> list(JsonNode rows) {
        List<Map<String, String>> list = new ArrayList<>();
        rows.forEach(row -> {
            Map<String, String> words = new LinkedHashMap<>();
            row.properties()
                    .forEach(word -> words.put(word.getKey(), word.getValue().asString()));
            list.add(words);
        });
        return list;
    }

    static @Nullable Json json(Outcome outcome) {
        if (outcome.equals(Outcome.NONE)) {
            return null;
        }
        Map<String, Object> all = new HashMap<>(outcome.words());
        all.putAll(outcome.counts());
        outcome.lists().forEach((name, rows) -> all.put(LIST + name, rows));
        return Json.of(all);
    }

    static RunStep step(ResultSet row) throws SQLException {
        Json cursor = Rows.jsonOrNull(row, "cursor");
        return new RunStep(
                row.getInt("step_no"),
                Rows.text(row, "name"),
                row.getInt("weight"),
                Rows.word(row, "status", StepState.class),
                counts(row),
                cursor == null ? null : cursor.as(String.class),
                Rows.instantOrNull(row, "started_at"),
                Rows.instantOrNull(row, "finished_at"),
                row.getString("last_error"));
    }

    static RunItem item(ResultSet row) throws SQLException {
        Json result = Rows.jsonOrNull(row, "result");
        BigDecimal cost = row.getBigDecimal("cost_aud");
        return new RunItem(
                Rows.text(row, "item_key"),
                Rows.word(row, "status", ItemState.class),
                row.getInt("attempts"),
                Rows.instantOrNull(row, "lease_until"),
                row.getString("vendor_idem_key"),
                result == null ? null : result.as(String.class),
                row.getString("error_code"),
                row.getString("error"),
                cost == null ? BigDecimal.ZERO : cost);
    }
}
