package io.agencyos.adapters.out.postgres.content;

import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.adapters.out.postgres.kernel.Rows;
import io.agencyos.application.content.SpendLedger;
import io.agencyos.domain.content.budget.AiBudget;
import io.agencyos.domain.content.budget.AiCost;
import io.agencyos.domain.content.budget.AiTask;
import io.agencyos.domain.content.model.TokenUse;
import io.agencyos.domain.shared.id.ClientId;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Budgets in {@code ai_budget_day}, calls in {@code ai_reservation}. The platform's row is locked before the client's by
 * whoever reserves or settles, so that nobody waits in a circle, and what was read is still so when it is written.
 */
public final class PostgresSpendLedger implements SpendLedger {

    private static final AiCost UNSET_CAP = AiCost.dollars("500");
    private static final ClientId PLATFORM = new ClientId(new UUID(0, 0));

    @Override
    public AiCost platformCap() {
        return Db.query("select value::text::numeric from platform_setting where key = 'ai_daily_spend_limit_aud'")
                .mapTo(BigDecimal.class)
                .findOne()
                .map(AiCost::of)
                .orElse(UNSET_CAP);
    }

    @Override
    public Answer reserve(Call call) {
        AiBudget platform = locked(PLATFORM, call.platformDay(), call.platformCap());
        AiBudget client = locked(call.client(), call.clientDay(), call.clientCap());
        if (isKnown(call.id())) {
            return new Answer.Reserved();
        }
        if (!platform.allows(call.task(), call.estimate())) {
            return new Answer.PlatformExhausted(platform);
        }
        if (!client.allows(call.task(), call.estimate())) {
            return new Answer.ClientExhausted(client);
        }
        Optional<AiCost> cap = call.task().itemCap();
        if (cap.isPresent()) {
            AiCost spent = spentOn(call);
            if (spent.plus(call.estimate()).compareTo(cap.get()) > 0) {
                return new Answer.ItemExhausted(spent, cap.get());
            }
        }
        write(call);
        return new Answer.Reserved();
    }

    /** The day's row, made where it is missing, with the cap of now. */
    private static AiBudget locked(ClientId client, LocalDate day, AiCost cap) {
        return Db.query("""
            insert into ai_budget_day as d (client_id, day, limit_aud) values (:client, :day, :cap)
            on conflict (client_id, day) do update
               set limit_aud = excluded.limit_aud, updated_at = now(), row_version = d.row_version + 1
            returning *
            """)
                .bind("client", client)
                .bind("day", day)
                .bind("cap", cap.toDollars())
                .map((row, context) -> read(row))
                .one();
    }

    private static boolean isKnown(UUID call) {
        return Db.query("select exists (select from ai_reservation where id = :id)")
                .bind("id", call)
                .mapTo(Boolean.class)
                .one();
    }

    private static AiCost spentOn(Call call) {
        return Db.query("""
            select coalesce(sum(coalesce(actual_aud, estimate_aud)), 0) as spent from ai_reservation
             where client_id = :client and task = :task and item = :item
            """)
                .bind("client", call.client())
                .bind("task", call.task())
                .bind("item", call.item())
                .map((row, context) -> AiCost.of(row.getBigDecimal("spent")))
                .one();
    }

    private static void write(Call call) {
        Db.update("""
            with reserved as (
                insert into ai_reservation
                       (client_id, id, task, item, model, client_day, platform_day, estimate_aud, reserved_at)
                values (:client, :id, :task, :item, :model, :clientDay, :platformDay, :estimate, :at))
            update ai_budget_day
               set reserved_aud = reserved_aud + :estimate, updated_at = now(), row_version = row_version + 1
             where (client_id, day) in ((:platform, :platformDay), (:client, :clientDay))
            """)
                .bind("client", call.client())
                .bind("platform", PLATFORM)
                .bind("id", call.id())
                .bind("task", call.task())
                .bind("item", call.item())
                .bind("model", call.model())
                .bind("clientDay", call.clientDay())
                .bind("platformDay", call.platformDay())
                .bind("estimate", call.estimate().toDollars())
                .bind("at", call.at())
                .execute();
    }

    @Override
    public void settle(UUID call, AiCost actual, Note note) {
        lockDaysOf(call);
        Db.update("""
            with ended as (
                update ai_reservation
                   set actual_aud = :actual, prompt_version = :prompt, input_tokens = :input, output_tokens = :output,
                       cache_write_tokens = :written, cache_read_tokens = :read, took_ms = :took, failure = :failure,
                       updated_at = now(), row_version = row_version + 1
                 where id = :id and actual_aud is null
             returning client_id, client_day, platform_day, estimate_aud)
            update ai_budget_day d
               set reserved_aud = d.reserved_aud - e.estimate_aud, spent_aud = d.spent_aud + :actual, updated_at = now(),
                   row_version = d.row_version + 1
              from ended e
             where (d.client_id, d.day) in ((:platform, e.platform_day), (e.client_id, e.client_day))
            """)
                .bind("id", call)
                .bind("actual", actual.toDollars())
                .bind("prompt", note.promptVersion())
                .bind("input", note.use().input())
                .bind("output", note.use().output())
                .bind("written", note.use().cacheWrite())
                .bind("read", note.use().cacheRead())
                .bind("took", note.took().toMillis())
                .bindByType("failure", note.failure(), String.class)
                .bind("platform", PLATFORM)
                .execute();
    }

    @Override
    public void release(UUID call, Note note) {
        settle(call, AiCost.ZERO, note);
    }

    /** In the order of ids, in which the platform's nil id is the first. */
    private static void lockDaysOf(UUID call) {
        Db.query("""
            select d.day from ai_budget_day d join ai_reservation r
                on (d.client_id, d.day) in ((:platform, r.platform_day), (r.client_id, r.client_day))
             where r.id = :id order by d.client_id for update of d
            """)
                .bind("id", call)
                .bind("platform", PLATFORM)
                .mapTo(LocalDate.class)
                .list();
    }

    @Override
    public int settleStale(Instant before) {
        Db.query("""
            select d.day from ai_budget_day d
             where exists (select from ai_reservation r
                            where r.actual_aud is null and r.reserved_at < :before
                              and (d.client_id, d.day) in ((:platform, r.platform_day), (r.client_id, r.client_day)))
             order by d.client_id, d.day for update of d
            """)
                .bind("before", before)
                .bind("platform", PLATFORM)
                .mapTo(LocalDate.class)
                .list();
        return Db.query("""
            with ended as (
                update ai_reservation
                   set actual_aud = estimate_aud, updated_at = now(), row_version = row_version + 1
                 where actual_aud is null and reserved_at < :before
             returning client_id, client_day, platform_day, estimate_aud),
            days as (
                select client_id, day, sum(estimate_aud) as total from (
                       select client_id, client_day as day, estimate_aud from ended
                        union all
                       select :platform, platform_day, estimate_aud from ended) e
                 group by client_id, day),
            moved as (
                update ai_budget_day d
                   set reserved_aud = d.reserved_aud - e.total, spent_aud = d.spent_aud + e.total, updated_at = now(),
                       row_version = d.row_version + 1
                  from days e where d.client_id = e.client_id and d.day = e.day)
            select count(*)::int from ended
            """)
                .bind("before", before)
                .bind("platform", PLATFORM)
                .mapTo(Integer.class)
                .one();
    }

    @Override
    public Optional<AiBudget> clientDay(ClientId client, LocalDate day) {
        return Db.query("select * from ai_budget_day where client_id = :client and day = :day")
                .bind("client", client)
                .bind("day", day)
                .map((row, context) -> read(row))
                .findOne();
    }

    @Override
    public Optional<AiBudget> platformDay(LocalDate day) {
        return clientDay(PLATFORM, day);
    }

    @Override
    public List<Line> lines(LocalDate from, LocalDate until) {
        return Db.query("""
            select r.client_id, r.platform_day, r.task, r.model, count(*)::int as calls,
                   sum(coalesce(r.actual_aud, r.estimate_aud)) as cost,
                   coalesce(sum(r.estimate_aud) filter (where r.actual_aud is null), 0) as expected,
                   sum(r.input_tokens)::bigint as input, sum(r.output_tokens)::bigint as output,
                   sum(r.cache_write_tokens)::bigint as written, sum(r.cache_read_tokens)::bigint as read
              from ai_reservation r join client c on c.client_id = r.client_id and c.mode = 'live'
             where r.platform_day between :from and :until and coalesce(r.actual_aud, r.estimate_aud) > 0
             group by r.client_id, r.platform_day, r.task, r.model
             order by r.platform_day, r.client_id, r.task, r.model
            """)
                .bind("from", from)
                .bind("until", until)
                .map((row, context) -> new Line(
                        Rows.id(row, "client_id", ClientId::new),
                        row.getObject("platform_day", LocalDate.class),
                        Rows.word(row, "task", AiTask.class),
                        Rows.text(row, "model"),
                        row.getInt("calls"),
                        AiCost.of(row.getBigDecimal("cost")),
                        AiCost.of(row.getBigDecimal("expected")),
                        new TokenUse(
                                row.getLong("input"),
                                row.getLong("output"),
                                row.getLong("written"),
                                row.getLong("read"))))
                .list();
    }

    private static AiBudget read(ResultSet row) throws SQLException {
        return new AiBudget(
                AiCost.of(row.getBigDecimal("limit_aud")),
                AiCost.of(row.getBigDecimal("reserved_aud")),
                AiCost.of(row.getBigDecimal("spent_aud")));
    }
}
