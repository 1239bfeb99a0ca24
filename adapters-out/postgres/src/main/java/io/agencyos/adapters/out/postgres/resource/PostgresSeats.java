package io.agencyos.adapters.out.postgres.resource;

import io.agencyos.adapters.out.postgres.kernel.Criteria;
import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.adapters.out.postgres.kernel.Rows;
import io.agencyos.application.resource.seat.Seats;
import io.agencyos.application.shared.ConcurrentUpdate;
import io.agencyos.domain.resource.seat.HandWork;
import io.agencyos.domain.resource.seat.Seat;
import io.agencyos.domain.resource.seat.SeatAccount;
import io.agencyos.domain.resource.seat.SeatLink;
import io.agencyos.domain.resource.seat.SeatStanding;
import io.agencyos.domain.resource.seat.SeatState;
import io.agencyos.domain.shared.contact.LinkedInUrl;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.PersonaId;
import io.agencyos.domain.shared.id.SeatId;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/** Seats in {@code linkedin_seat}. */
public final class PostgresSeats implements Seats {

    private static final String LIVE = "select * from linkedin_seat where deleted_at is null";

    @Override
    public List<Seat> ofClient(ClientId client) {
        return all(Db.query(LIVE + " and client_id = :client order by id").bind("client", client));
    }

    @Override
    public Optional<Seat> find(ClientId client, SeatId id) {
        return first(Db.query(LIVE + " and client_id = :client and id = :id")
                .bind("client", client)
                .bind("id", id));
    }

    @Override
    public Optional<Seat> anywhere(SeatId id) {
        return first(Db.query(LIVE + " and id = :id").bind("id", id));
    }

    @Override
    public List<Seat> withAccount(String accountRef) {
        return all(Db.query(LIVE + " and provider_account_id = :account order by id")
                .bind("account", accountRef));
    }

    @Override
    public List<Seat> ofAll(@Nullable ClientId client, @Nullable SeatId after, int limit) {
        return all(new Criteria(LIVE)
                .and("client_id = :client", "client", client)
                .and("id > :after", "after", after)
                .first(limit, "id"));
    }

    @Override
    public void insert(Seat seat) {
        bind(Db.stamping("""
            insert into linkedin_seat (client_id, id, persona_id, provider_account_id, account_name, profile_key, timezone,
                   status, activated_at, warmup_completed_at, down_since, link_expires_at, health_limit,
                   accept_rate_7d, accept_rate_30d, pending_count, checked_at, last_error, created_at, updated_at, row_version,
                   by_hand_on, by_hand, by_hand_before)
            values (:client, :id, :persona, :account, :name, :profile, :zone, :state, :activated, :warm, :down,
                   :until, :limit, :week, :month, :pending, :checked, :error, :created, :moment, :version,
                   :handDay, :hand, :handBefore)
            """), seat)
                .bind("zone", seat.zone().getId())
                .bind("created", seat.createdAt())
                .execute();
    }

    @Override
    public Seat update(Seat seat) {
        return written(seat, bind(Db.stamping("""
            update linkedin_seat
               set persona_id = :persona, provider_account_id = :account, account_name = :name, profile_key = :profile,
                   status = :state, activated_at = :activated, warmup_completed_at = :warm, down_since = :down,
                   link_expires_at = :until, health_limit = :limit, accept_rate_7d = :week, accept_rate_30d = :month,
                   pending_count = :pending, checked_at = :checked, last_error = :error, by_hand_on = :handDay,
                   by_hand = :hand, by_hand_before = :handBefore, updated_at = :moment, row_version = row_version + 1
             where client_id = :client and id = :id and row_version = :version and deleted_at is null
            """), seat).execute());
    }

    private static Seat written(Seat seat, int rows) {
        if (rows == 0) {
            throw new ConcurrentUpdate("seat " + seat.id());
        }
        return seat.atVersion(seat.version() + 1);
    }

    @Override
    public void remove(Seat seat) {
        Db.stamping("""
            update linkedin_seat
               set deleted_at = :moment, updated_at = :moment, row_version = row_version + 1
             where client_id = :client and id = :id and provider_account_id is null
            """).bind("client", seat.clientId()).bind("id", seat.id()).execute();
    }

    @Override
    public void owesRemoval(Seat seat, boolean owes) {
        Db.stamping("update linkedin_seat set removal_due = :owes, updated_at = :moment where client_id = :client"
                        + " and id = :id")
                .bind("client", seat.clientId())
                .bind("id", seat.id())
                .bind("owes", owes)
                .execute();
    }

    @Override
    public List<Seat> owingRemoval(ClientId client) {
        return all(Db.query(LIVE + " and client_id = :client and removal_due and status = 'disconnected' order by id")
                .bind("client", client));
    }

    private static <S extends SqlStatement<S>> S bind(S statement, Seat seat) {
        SeatLink link = seat.link();
        SeatAccount account = link.account();
        SeatStanding standing = seat.standing();
        return statement
                .bind("client", seat.clientId())
                .bind("id", seat.id())
                .bindByType("persona", seat.personaId(), PersonaId.class)
                .bind("account", account == null ? null : account.ref())
                .bind("name", account == null ? null : account.name())
                .bind(
                        "profile",
                        account == null || account.profile() == null
                                ? null
                                : account.profile().key())
                .bind("state", seat.state())
                .bindByType("activated", link.activatedAt(), Instant.class)
                .bindByType("warm", seat.warmAt(), Instant.class)
                .bindByType("down", link.downSince(), Instant.class)
                .bindByType("until", link.offeredUntil(), Instant.class)
                .bind("limit", standing.limit())
                .bindByType("week", standing.week(), BigDecimal.class)
                .bindByType("month", standing.month(), BigDecimal.class)
                .bind("pending", standing.pending())
                .bindByType("checked", standing.checkedAt(), Instant.class)
                .bind("error", link.error())
                .bindByType("handDay", standing.byHand().day(), LocalDate.class)
                .bind("hand", standing.byHand().count())
                .bind("handBefore", standing.byHand().before().toArray(Integer[]::new))
                .bind("version", seat.version());
    }

    private static Optional<Seat> first(Query query) {
        return query.map((row, context) -> read(row)).findFirst();
    }

    private static List<Seat> all(Query query) {
        return query.map((row, context) -> read(row)).list();
    }

    private static Seat read(ResultSet row) throws SQLException {
        return new Seat(
                Rows.id(row, "id", SeatId::new),
                Rows.id(row, "client_id", ClientId::new),
                Rows.idOrNull(row, "persona_id", PersonaId::new),
                ZoneId.of(Rows.text(row, "timezone")),
                Rows.word(row, "status", SeatState.class),
                new SeatLink(
                        account(row),
                        Rows.instantOrNull(row, "activated_at"),
                        Rows.instantOrNull(row, "down_since"),
                        Rows.instantOrNull(row, "link_expires_at"),
                        row.getString("last_error")),
                new SeatStanding(
                        row.getInt("health_limit"),
                        row.getBigDecimal("accept_rate_7d"),
                        row.getBigDecimal("accept_rate_30d"),
                        row.getInt("pending_count"),
                        Rows.instantOrNull(row, "checked_at"),
                        new HandWork(
                                row.getObject("by_hand_on", LocalDate.class), row.getInt("by_hand"), List.of((Integer[])
                                        row.getArray("by_hand_before").getArray()))),
                Rows.instant(row, "created_at"),
                row.getInt("row_version"));
    }

    private static @Nullable SeatAccount account(ResultSet row) throws SQLException {
        String ref = row.getString("provider_account_id");
        String profile = row.getString("profile_key");
        return ref == null
                ? null
                : new SeatAccount(
                        ref,
                        Rows.text(row, "account_name"),
                        profile == null ? null : LinkedInUrl.ofKey(profile).orElseThrow());
    }
}
