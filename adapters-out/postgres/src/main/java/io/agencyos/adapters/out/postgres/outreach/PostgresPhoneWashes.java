package io.agencyos.adapters.out.postgres.outreach;

import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.adapters.out.postgres.kernel.Json;
import io.agencyos.adapters.out.postgres.kernel.RowSet;
import io.agencyos.adapters.out.postgres.kernel.Rows;
import io.agencyos.application.outreach.wash.PhoneWashes;
import io.agencyos.domain.outreach.DncrState;
import io.agencyos.domain.outreach.DoNotCallStanding;
import io.agencyos.domain.outreach.PhoneWash;
import io.agencyos.domain.outreach.Wash;
import io.agencyos.domain.shared.contact.PhoneNumber;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Numbers in {@code phone_wash}, proofs in {@code phone_wash_event}, files in {@code phone_wash_batch}. */
public final class PostgresPhoneWashes implements PhoneWashes {

    private static final String WASHABLE = "'^\\+61([234578]\\d{8}|1[38]00\\d{6})$'";

    @Override
    public Map<PhoneNumber, PhoneWash> of(Collection<PhoneNumber> numbers) {
        Map<PhoneNumber, PhoneWash> known = new HashMap<>();
        numbers.forEach(number -> known.put(number, PhoneWash.never(number)));
        if (!numbers.isEmpty()) {
            Db.query("select * from phone_wash where phone_e164 = any (:numbers)")
                    .bind("numbers", texts(numbers))
                    .map((row, context) -> read(row))
                    .forEach(one -> known.put(one.number(), one));
        }
        return known;
    }

    /** In the order of the numbers, so that two units that need the same ones wait for each other and never in a ring. */
    @Override
    public void need(Collection<PhoneNumber> numbers, Instant at) {
        Db.update("""
            insert into phone_wash as w (phone_e164, needed_at)
            select number, :at from unnest(:numbers) as asked(number) order by number
            on conflict (phone_e164) do update
               set needed_at = excluded.needed_at, updated_at = now(), row_version = w.row_version + 1
             where w.needed_at is null or w.needed_at > excluded.needed_at
            """).bind("numbers", texts(numbers)).bind("at", at).execute();
    }

    /**
     * The pattern stands in a function because nearly every number begins with the same three signs: as an operator it
     * invites the planner to read all of a client's numbers for each of its enrolments.
     */
    @Override
    public int needSoon(LocalDate today, Instant until) {
        return needed("""
            select l.phone_e164 number, min(e.next_due_at + (s.day_offset - n.day_offset) * interval '1 day') at
              from enrolment e
              join lead l on l.client_id = e.client_id and l.id = e.lead_id
              join campaign_step n on n.client_id = e.client_id and n.campaign_id = e.campaign_id
                   and n.sequence_version = e.sequence_version and n.step_no = e.next_step
              join campaign_step s on s.client_id = e.client_id and s.campaign_id = e.campaign_id
                   and s.sequence_version = e.sequence_version and s.step_no >= e.next_step
                   and s.channel in ('voice', 'sms')
              left join phone_wash w on w.phone_e164 = l.phone_e164
              join client c on c.client_id = e.client_id and c.mode = 'live'
             where e.status in ('pending', 'active', 'snoozed') and regexp_like(l.phone_e164, {washable})
               and e.next_due_at + (s.day_offset - n.day_offset) * interval '1 day' <= :at
               and (w.washed_on is null or w.washed_on <= cast(:today as date) - {again})
             group by l.phone_e164
            """.replace("{again}", String.valueOf(PhoneWash.AGAIN_DAYS)), today, until);
    }

    @Override
    public int needAll(Instant at) {
        return needed("""
            select distinct l.phone_e164 number, cast(:at as timestamptz) at
              from lead l join client c on c.client_id = l.client_id and c.mode = 'live'
             where l.deleted_at is null and l.phone_e164 ~ {washable} and cast(:today as date) is not null
            """, LocalDate.EPOCH, at);
    }

    private static int needed(String asked, LocalDate today, Instant at) {
        return Db.query("""
            with asked as ({asked}), put as (
                insert into phone_wash as w (phone_e164, needed_at)
                select number, at from asked order by number
                on conflict (phone_e164) do update
                   set needed_at = least(w.needed_at, excluded.needed_at), updated_at = now(),
                       row_version = w.row_version + 1
                 where w.needed_at is null or w.needed_at > excluded.needed_at
                returning phone_e164)
            select count(*) from put
              left join phone_wash before on before.phone_e164 = put.phone_e164
             where before.needed_at is null
            """.replace("{asked}", asked).replace("{washable}", WASHABLE))
                .bind("today", today)
                .bind("at", at)
                .mapTo(Integer.class)
                .one();
    }

    @Override
    public List<PhoneWash> due(LocalDate today, int limit) {
        return Db.query("""
            select * from phone_wash
             where needed_at is not null and out_in is null and phone_e164 ~ {washable}
               and (invalid_until is null or invalid_until <= :today)
             order by needed_at, phone_e164 limit :limit for update skip locked
            """.replace("{washable}", WASHABLE))
                .bind("today", today)
                .bind("limit", limit)
                .map((row, context) -> read(row))
                .list();
    }

    @Override
    public void send(Wash wash, Collection<PhoneNumber> numbers) {
        Db.update("""
            insert into phone_wash_batch (id, state, numbers, sent_at) values (:id, :state, :numbers, :sent)
            """)
                .bind("id", wash.id())
                .bind("state", wash.state())
                .bind("numbers", wash.numbers())
                .bind("sent", wash.sentAt())
                .execute();
        Db.update("""
            update phone_wash set out_in = :id, updated_at = now(), row_version = row_version + 1
             where phone_e164 = any (:numbers)
            """).bind("id", wash.id()).bind("numbers", texts(numbers)).execute();
    }

    @Override
    public Optional<Wash> wash(String id) {
        return Db.query("select * from phone_wash_batch where id = :id for update")
                .bind("id", id)
                .map((row, context) -> readWash(row))
                .findOne();
    }

    @Override
    public List<PhoneWash> carriedBy(String washId) {
        return Db.query("select * from phone_wash where out_in = :id order by phone_e164 for update")
                .bind("id", washId)
                .map((row, context) -> read(row))
                .list();
    }

    @Override
    public void settle(Wash wash, Collection<PhoneWash> numbers) {
        Db.update("""
            update phone_wash_batch
               set state = :state, washed_at = :washed, clean = :clean, listed = :listed, updated_at = now(),
                   row_version = row_version + 1
             where id = :id
            """)
                .bind("id", wash.id())
                .bind("state", wash.state())
                .bindByType("washed", wash.washedAt(), Instant.class)
                .bind("clean", wash.clean())
                .bind("listed", wash.listed())
                .execute();
        Db.update("""
            with r as (select * from jsonb_to_recordset(:rows) as r(phone text, state text, washed_on date, wash_id text,
                           needed_at timestamptz, out_in text, failures smallint, invalid_until date)),
                 kept as (
                update phone_wash w
                   set state = r.state, washed_on = r.washed_on, wash_id = r.wash_id, needed_at = r.needed_at,
                       out_in = r.out_in, failures = r.failures, invalid_until = r.invalid_until, updated_at = now(),
                       row_version = w.row_version + 1
                  from r where w.phone_e164 = r.phone
                returning w.phone_e164)
            insert into phone_wash_event (phone_e164, wash_id, state, washed_on)
            select r.phone, r.wash_id, r.state, r.washed_on
              from r join kept on kept.phone_e164 = r.phone
             where r.wash_id = :id
            on conflict (phone_e164, wash_id) do nothing
            """).bind("id", wash.id()).bind("rows", rows(numbers)).execute();
    }

    private static Json rows(Collection<PhoneWash> numbers) {
        RowSet rows = new RowSet();
        numbers.forEach(one -> {
            rows.row()
                    .set("phone", one.number().e164())
                    .set("state", one.state())
                    .set("needed_at", one.neededAt())
                    .set("out_in", one.outIn())
                    .set("failures", one.failures())
                    .set("invalid_until", one.invalidUntil());
            switch (one.standing()) {
                case DoNotCallStanding.Unknown unknown -> rows.set("wash_id", null);
                case DoNotCallStanding.Clean(LocalDate on, String id) ->
                    rows.set("washed_on", on).set("wash_id", id);
                case DoNotCallStanding.Listed(LocalDate on, String id) ->
                    rows.set("washed_on", on).set("wash_id", id);
            }
        });
        return rows.json();
    }

    @Override
    public List<Wash> lostSince(Instant sentBefore) {
        return Db.query("""
            select * from phone_wash_batch where state = :open and sent_at < :before order by sent_at for update
            """)
                .bind("open", Wash.State.SUBMITTED)
                .bind("before", sentBefore)
                .map((row, context) -> readWash(row))
                .list();
    }

    @Override
    public int missed(Instant neededBefore) {
        return Db.update("""
            update phone_wash set failures = failures + 1, updated_at = now(), row_version = row_version + 1
             where needed_at < :before and failures < {most}
            """.replace("{most}", String.valueOf(PhoneWash.MOST_FAILURES)))
                .bind("before", neededBefore)
                .execute();
    }

    @Override
    public Waiting waiting(LocalDate today, Instant now) {
        return Db.query("""
            select count(*) filter (where out_in is null) due, count(*) filter (where needed_at <= :now) overdue,
                   count(*) filter (where out_in is not null) carried
              from phone_wash
             where needed_at is not null and phone_e164 ~ {washable}
               and (invalid_until is null or invalid_until <= :today)
            """.replace("{washable}", WASHABLE))
                .bind("today", today)
                .bind("now", now)
                .map((row, context) -> new Waiting(row.getInt("due"), row.getInt("overdue"), row.getInt("carried")))
                .one();
    }

    @Override
    public List<Wash> newest(int limit) {
        return Db.query("select * from phone_wash_batch order by sent_at desc, id desc limit :limit")
                .bind("limit", limit)
                .map((row, context) -> readWash(row))
                .list();
    }

    private static String[] texts(Collection<PhoneNumber> numbers) {
        return numbers.stream().map(PhoneNumber::e164).toArray(String[]::new);
    }

    private static PhoneWash read(ResultSet row) throws SQLException {
        return new PhoneWash(
                new PhoneNumber(Rows.text(row, "phone_e164")),
                standing(row),
                Rows.instantOrNull(row, "needed_at"),
                row.getString("out_in"),
                row.getInt("failures"),
                row.getObject("invalid_until", LocalDate.class));
    }

    private static DoNotCallStanding standing(ResultSet row) throws SQLException {
        DncrState state = Rows.word(row, "state", DncrState.class);
        if (state == DncrState.UNKNOWN) {
            return new DoNotCallStanding.Unknown();
        }
        LocalDate on = row.getObject("washed_on", LocalDate.class);
        String id = Rows.text(row, "wash_id");
        return state == DncrState.CLEAN ? new DoNotCallStanding.Clean(on, id) : new DoNotCallStanding.Listed(on, id);
    }

    private static Wash readWash(ResultSet row) throws SQLException {
        return new Wash(
                Rows.text(row, "id"),
                Rows.word(row, "state", Wash.State.class),
                row.getInt("numbers"),
                Rows.instant(row, "sent_at"),
                Rows.instantOrNull(row, "washed_at"),
                row.getInt("clean"),
                row.getInt("listed"));
    }
}
