package io.agencyos.adapters.out.postgres.client;

import io.agencyos.adapters.out.postgres.kernel.Criteria;
import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.adapters.out.postgres.kernel.Rows;
import io.agencyos.application.client.staff.PeopleBook;
import io.agencyos.application.client.staff.Person;
import io.agencyos.application.shared.ConcurrentUpdate;
import io.agencyos.domain.client.ClientMode;
import io.agencyos.domain.client.identity.ClientAccess;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.client.identity.User;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Everybody in {@code app_user}; the memberships of a page are read in one question. */
public final class PostgresPeopleBook implements PeopleBook {

    private static final String PEOPLE = """
        select u.*, exists (select from user_second_factor f where f.user_id = u.user_id and f.confirmed_at is not null)
                    as second_factor
          from app_user u where u.deleted_at is null\
        """;

    private record Found(User user, @Nullable Instant lastSignIn, boolean secondFactor) {}

    private record Held(UserId user, ClientAccess access) {}

    @Override
    public List<Person> page(Filter filter, @Nullable After after, int limit) {
        Criteria people = new Criteria(PEOPLE)
                .and("u.is_platform_admin = :staff", "staff", filter.staff())
                .and("(u.status = 'suspended') = :suspended", "suspended", filter.suspended())
                .and(
                        "exists (select from membership m where m.user_id = u.user_id and m.deleted_at is null"
                                + " and m.client_id = any (:clients))",
                        "clients",
                        filter.clients().isEmpty() ? null : Db.uuids(filter.clients()))
                .containing("u.full_name || ' ' || u.email", filter.q());
        if (after != null) {
            people.and("(u.created_at, u.user_id) < (:at, :last)")
                    .with("at", after.createdAt())
                    .with("last", after.id());
        }
        return people(people.first(limit, "u.created_at desc, u.user_id desc")
                .map((row, context) -> found(row))
                .list());
    }

    @Override
    public Optional<Person> find(UserId id) {
        return people(Db.query(PEOPLE + " and u.user_id = :id")
                        .bind("id", id)
                        .map((row, context) -> found(row))
                        .list())
                .stream()
                .findFirst();
    }

    private static Found found(ResultSet row) throws SQLException {
        return new Found(
                PostgresUsers.read(row), Rows.instantOrNull(row, "last_login_at"), row.getBoolean("second_factor"));
    }

    private static List<Person> people(List<Found> found) {
        Map<UserId, List<ClientAccess>> held = Db.query("""
            select m.user_id, m.role, c.client_id, c.name, c.slug, c.require_mfa
              from membership m join client c on c.client_id = m.client_id
             where m.user_id = any (:users) and m.deleted_at is null and c.deleted_at is null
             order by c.name, c.client_id
            """)
                .bind(
                        "users",
                        Db.uuids(found.stream().map(one -> one.user().id()).toList()))
                .map((row, context) -> new Held(
                        Rows.id(row, "user_id", UserId::new),
                        new ClientAccess(
                                Rows.id(row, "client_id", ClientId::new),
                                Rows.text(row, "name"),
                                Rows.text(row, "slug"),
                                ClientMode.LIVE,
                                null,
                                Rows.word(row, "role", Role.class),
                                row.getBoolean("require_mfa"))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Held::user, Collectors.mapping(Held::access, Collectors.toList())));
        return found.stream()
                .map(one -> new Person(
                        one.user(),
                        one.lastSignIn(),
                        one.secondFactor(),
                        held.getOrDefault(one.user().id(), List.of())))
                .toList();
    }

    @Override
    public User standing(User user) {
        return Db.query("""
            update app_user
               set is_platform_admin = :staff, status = :status, updated_at = now(), row_version = row_version + 1
             where user_id = :id and row_version = :version and deleted_at is null
            returning *
            """)
                .bind("id", user.id())
                .bind("version", user.version())
                .bind("staff", user.platformAdmin())
                .bind("status", PostgresUsers.status(user))
                .map((row, context) -> PostgresUsers.read(row))
                .findOne()
                .orElseThrow(() -> new ConcurrentUpdate("user " + user.id()));
    }
}
