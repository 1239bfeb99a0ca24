package io.agencyos.adapters.out.postgres.client;

import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.adapters.out.postgres.kernel.Rows;
import io.agencyos.application.client.Credits;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.IdSource;
import io.agencyos.domain.client.billing.BillingPeriod;
import io.agencyos.domain.client.billing.CreditAccount;
import io.agencyos.domain.client.billing.CreditEntry;
import io.agencyos.domain.client.billing.CreditEntryKind;
import io.agencyos.domain.client.billing.CreditGrace;
import io.agencyos.domain.client.billing.CreditReset;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The ledger in {@code credit_entry}, its cached sum in {@code credit_account}. The account's row is locked before the
 * ledger is looked at, so two debits for one client or one lead happen one after the other.
 */
public final class PostgresCredits implements Credits {

    private final IdSource ids;
    private final ClockPort clock;

    /** A ledger on the machine's clock. */
    public PostgresCredits(IdSource ids) {
        this(ids, Instant::now);
    }

    public PostgresCredits(IdSource ids, ClockPort clock) {
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public void open(ClientId client, int quota, LocalDate periodStart, Instant nextReset) {
        Db.update("""
            insert into credit_account (client_id, balance, quota, period_key, next_reset_at, replenished_period)
            values (:client, 0, :quota, :period, :reset, :period)
            """)
                .bind("client", client)
                .bind("quota", quota)
                .bind("period", periodStart.toString())
                .bind("reset", nextReset)
                .execute();
        book(client, CreditEntryKind.GRANT, quota, null, "quota of the period");
    }

    @Override
    public int balance(ClientId client) {
        return account(client).map(CreditAccount::balance).orElse(0);
    }

    @Override
    public Optional<CreditAccount> account(ClientId client) {
        return Db.query("select * from credit_account where client_id = :client")
                .bind("client", client)
                .map((row, context) -> new CreditAccount(
                        client,
                        row.getInt("balance"),
                        row.getInt("quota"),
                        LocalDate.parse(Rows.text(row, "period_key")),
                        Rows.instantOrNull(row, "next_reset_at")))
                .findOne();
    }

    @Override
    public int lock(ClientId client) {
        return locked(client).orElse(0);
    }

    private static Optional<Integer> locked(ClientId client) {
        return Db.query("select balance from credit_account where client_id = :client for update")
                .bind("client", client)
                .mapTo(Integer.class)
                .findOne();
    }

    @Override
    public boolean consume(ClientId client, LeadId lead) {
        return consume(client, List.of(lead)).contains(lead);
    }

    @Override
    public Set<LeadId> consume(ClientId client, Collection<LeadId> leads) {
        List<LeadId> distinct = leads.stream().distinct().toList();
        if (distinct.isEmpty() || locked(client).isEmpty()) {
            return Set.of();
        }
        return Set.copyOf(Db.query("""
            with wanted as (
                select lead_id, id, row_number() over (order by at) as nth
                  from unnest(:leads, :ids) with ordinality as w(lead_id, id, at)
                 where not exists (select from credit_entry e
                                    where e.client_id = :client and e.lead_id = w.lead_id and e.kind = 'consume')),
            taken as (
                select w.* from wanted w, credit_account a where a.client_id = :client and w.nth <= a.balance),
            account as (
                update credit_account a set balance = a.balance - t.n, row_version = a.row_version + 1
                  from (select count(*)::int n from taken) t
                 where a.client_id = :client and t.n > 0
             returning a.balance + t.n as before, a.period_key),
            booked as (
                insert into credit_entry
                       (client_id, id, kind, amount, balance_after, period_key, lead_id, reason, created_at)
                select :client, t.id, 'consume', -1, a.before - t.nth, a.period_key, t.lead_id, 'lead assigned', :at
                  from taken t, account a
             returning lead_id)
            select lead_id from booked
             union
            select lead_id from credit_entry
             where client_id = :client and lead_id = any (:leads) and kind = 'consume'
            """)
                .bind("client", client)
                .bind("leads", Db.uuids(distinct))
                .bind("ids", newIds(distinct.size()))
                .bind("at", clock.now())
                .mapTo(LeadId.class)
                .list());
    }

    @Override
    public Set<LeadId> refund(ClientId client, Collection<LeadId> leads, String reason) {
        List<LeadId> distinct = leads.stream().distinct().toList();
        if (distinct.isEmpty() || locked(client).isEmpty()) {
            return Set.of();
        }
        return Set.copyOf(Db.query("""
            with owed as (
                select w.lead_id, w.id, row_number() over (order by w.at) as nth
                  from unnest(:leads, :ids) with ordinality as w(lead_id, id, at)
                  join credit_entry c on c.client_id = :client and c.lead_id = w.lead_id and c.kind = 'consume'
                 where not exists (select from credit_entry r
                                    where r.client_id = :client and r.lead_id = w.lead_id and r.kind = 'refund')),
            account as (
                update credit_account a set balance = a.balance + o.n, row_version = a.row_version + 1
                  from (select count(*)::int n from owed) o
                 where a.client_id = :client and o.n > 0
             returning a.balance - o.n as before, a.period_key)
            insert into credit_entry
                   (client_id, id, kind, amount, balance_after, period_key, lead_id, reason, created_at)
            select :client, o.id, 'refund', 1, a.before + o.nth, a.period_key, o.lead_id, :reason, :at
              from owed o, account a
            returning lead_id
            """)
                .bind("client", client)
                .bind("leads", Db.uuids(distinct))
                .bind("ids", newIds(distinct.size()))
                .bind("reason", reason)
                .bind("at", clock.now())
                .mapTo(LeadId.class)
                .list());
    }

    private UUID[] newIds(int count) {
        return Stream.generate(ids::next).limit(count).toArray(UUID[]::new);
    }

    @Override
    public void book(
            ClientId client,
            CreditEntryKind kind,
            int amount,
            @Nullable LeadId lead,
            String reason,
            @Nullable UserId actor) {
        int balance = locked(client)
                .orElseThrow(() -> new IllegalStateException("no credit ledger of client " + client.text()));
        if (amount == 0 || Math.addExact(balance, amount) < 0) {
            throw new IllegalArgumentException("an entry of " + amount + " on a balance of " + balance);
        }
        Db.update("""
            with account as (
                update credit_account set balance = balance + :amount, row_version = row_version + 1
                 where client_id = :client returning client_id, balance, period_key)
            insert into credit_entry
                   (client_id, id, kind, amount, balance_after, period_key, lead_id, reason, actor_id, created_at)
            select client_id, :id, :kind, :amount, balance, period_key, :lead, :reason, :actor, :at from account
            """)
                .bind("client", client)
                .bind("id", ids.next())
                .bind("kind", kind)
                .bind("amount", amount)
                .bindByType("lead", lead, LeadId.class)
                .bind("reason", reason)
                .bindByType("actor", actor, UserId.class)
                .bind("at", clock.now())
                .execute();
    }

    @Override
    public void beginPeriod(ClientId client, BillingPeriod period, CreditReset reset) {
        reset.closing().forEach(move -> book(client, move.kind(), move.amount(), null, "end of the period"));
        Db.update("""
            update credit_account
               set quota = :quota, period_key = :period, next_reset_at = :reset,
                   grace_credits = :grace, grace_until = :until, row_version = row_version + 1
             where client_id = :client
            """)
                .bind("client", client)
                .bind("quota", reset.grant())
                .bind("period", period.start().toString())
                .bind("reset", period.endsAt())
                .bindByType(
                        "grace", reset.grace() == null ? null : reset.grace().credits(), Integer.class)
                .bindByType(
                        "until", reset.grace() == null ? null : reset.grace().until(), Instant.class)
                .execute();
        book(client, CreditEntryKind.GRANT, reset.grant(), null, "quota of the period");
    }

    @Override
    public Optional<CreditGrace> grace(ClientId client) {
        return Db.query("""
            select grace_credits, grace_until from credit_account
             where client_id = :client and grace_until is not null
            """)
                .bind("client", client)
                .map((row, context) -> new CreditGrace(row.getInt("grace_credits"), Rows.instant(row, "grace_until")))
                .findOne();
    }

    @Override
    public int consumed(ClientId client) {
        return Db.query("""
            select count(*) from credit_entry e join credit_account a on a.client_id = e.client_id
             where e.client_id = :client and e.period_key = a.period_key and e.kind = 'consume'
            """).bind("client", client).mapTo(Integer.class).one();
    }

    @Override
    public void endGrace(ClientId client, int left) {
        if (left > 0) {
            book(client, CreditEntryKind.EXPIRE, -left, null, CreditGrace.OVER);
        }
        Db.update("""
            update credit_account set grace_credits = null, grace_until = null, row_version = row_version + 1
             where client_id = :client
            """).bind("client", client).execute();
    }

    @Override
    public void quota(ClientId client, int quota) {
        Db.update("update credit_account set quota = :quota, row_version = row_version + 1 where client_id = :client")
                .bind("client", client)
                .bind("quota", quota)
                .execute();
    }

    @Override
    public void schedule(ClientId client, @Nullable Instant nextReset) {
        Db.update("""
            update credit_account set next_reset_at = :reset, row_version = row_version + 1 where client_id = :client
            """).bind("client", client).bind("reset", nextReset).execute();
    }

    @Override
    public List<CreditEntry> entries(ClientId client, @Nullable After after, int limit) {
        return Db.query("""
            select * from credit_entry
             where client_id = :client
               and (cast(:at as timestamptz) is null or (created_at, id) < (cast(:at as timestamptz), cast(:id as uuid)))
             order by created_at desc, id desc limit :limit
            """)
                .bind("client", client)
                .bindByType("at", after == null ? null : after.at(), Instant.class)
                .bindByType("id", after == null ? null : after.id(), UUID.class)
                .bind("limit", limit)
                .map((row, context) -> read(row))
                .list();
    }

    private static CreditEntry read(ResultSet row) throws SQLException {
        return new CreditEntry(
                row.getObject("id", UUID.class),
                Rows.id(row, "client_id", ClientId::new),
                Rows.word(row, "kind", CreditEntryKind.class),
                row.getInt("amount"),
                row.getInt("balance_after"),
                LocalDate.parse(Rows.text(row, "period_key")),
                Rows.idOrNull(row, "lead_id", LeadId::new),
                Rows.text(row, "reason"),
                Rows.idOrNull(row, "actor_id", UserId::new),
                Rows.instant(row, "created_at"));
    }

    @Override
    public List<ClientId> due(Instant now, @Nullable ClientId after, int limit) {
        return Db.query("""
            select a.client_id from credit_account a join client c on c.client_id = a.client_id
             where (a.next_reset_at <= :now or a.next_reset_at is null or a.grace_until <= :now) and c.deleted_at is null
               and (cast(:after as uuid) is null or a.client_id > :after)
               and exists (select from subscription s
                            where s.client_id = a.client_id and s.status in ('trialing', 'active'))
             order by a.client_id limit :limit
            """)
                .bind("now", now)
                .bindByType("after", after, ClientId.class)
                .bind("limit", limit)
                .mapTo(ClientId.class)
                .list();
    }

    @Override
    public List<ClientId> toReplenish(@Nullable ClientId after, int limit) {
        return Db.query("""
            select a.client_id from credit_account a join client c on c.client_id = a.client_id
              join subscription s on s.client_id = a.client_id and s.status in ('trialing', 'active')
             where a.period_key > a.replenished_period and a.balance > 0
               and c.mode = 'live' and c.deleted_at is null and c.paused_at is null
               and (cast(:after as uuid) is null or a.client_id > :after)
               and exists (select from campaign g
                            where g.client_id = a.client_id and g.status = 'active' and g.deleted_at is null)
             order by a.client_id limit :limit
            """)
                .bindByType("after", after, ClientId.class)
                .bind("limit", limit)
                .mapTo(ClientId.class)
                .list();
    }

    @Override
    public void replenished(ClientId client) {
        Db.update("""
            update credit_account set replenished_period = period_key, updated_at = now(), row_version = row_version + 1
             where client_id = :client
            """).bind("client", client).execute();
    }

    @Override
    public List<Drift> drifts() {
        return Db.query("""
            select a.client_id, a.balance, coalesce(sum(e.amount), 0) as total
              from credit_account a left join credit_entry e on e.client_id = a.client_id
             group by a.client_id, a.balance having a.balance <> coalesce(sum(e.amount), 0)
             order by a.client_id
            """)
                .map((row, context) -> new Drift(
                        Rows.id(row, "client_id", ClientId::new), row.getInt("balance"), row.getLong("total")))
                .list();
    }
}
