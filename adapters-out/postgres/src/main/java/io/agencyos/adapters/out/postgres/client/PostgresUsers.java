package io.agencyos.adapters.out.postgres.client;

import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.adapters.out.postgres.kernel.Rows;
import io.agencyos.application.client.identity.store.Users;
import io.agencyos.application.shared.ConcurrentUpdate;
import io.agencyos.domain.client.ClientMode;
import io.agencyos.domain.client.identity.ClientAccess;
import io.agencyos.domain.client.identity.Member;
import io.agencyos.domain.client.identity.Membership;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.client.identity.User;
import io.agencyos.domain.shared.contact.EmailAddress;
import io.agencyos.domain.shared.contact.EmailKey;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** People in {@code app_user}, their roles in {@code membership}. */
public final class PostgresUsers implements Users {

    private static final String SUSPENDED = "suspended";

    @Override
    public Optional<User> find(UserId id) {
        return Db.query("select * from app_user where user_id = :id and deleted_at is null")
                .bind("id", id)
                .map((row, context) -> read(row))
                .findOne();
    }

    @Override
    public Optional<User> findForUpdate(UserId id) {
        return Db.query("select * from app_user where user_id = :id and deleted_at is null for no key update")
                .bind("id", id)
                .map((row, context) -> read(row))
                .findOne();
    }

    @Override
    public Optional<User> findByEmail(EmailKey email) {
        return Db.query("select * from app_user where email_key = :key and password_hash is not null and deleted_at is"
                        + " null")
                .bind("key", email.value())
                .map((row, context) -> read(row))
                .findOne();
    }

    @Override
    public void insert(User user) {
        Db.update("""
            insert into app_user (user_id, email, email_key, full_name, password_hash, is_platform_admin, status, created_at,
                   updated_at)
            values (:id, :email, :key, :name, :hash, :admin, :status, :at, :at)
            """)
                .bind("id", user.id())
                .bind("email", user.email().value())
                .bind("key", user.email().key().value())
                .bind("name", user.fullName())
                .bind("hash", user.passwordHash())
                .bind("admin", user.platformAdmin())
                .bind("status", status(user))
                .bind("at", user.createdAt())
                .execute();
    }

    @Override
    public User update(User user) {
        return Db.query("""
            update app_user
               set full_name = :name, password_hash = :hash, status = :status, row_version = row_version + 1
             where user_id = :id and row_version = :version and deleted_at is null
            returning *
            """)
                .bind("id", user.id())
                .bind("version", user.version())
                .bind("name", user.fullName())
                .bind("hash", user.passwordHash())
                .bind("status", status(user))
                .map((row, context) -> read(row))
                .findOne()
                .orElseThrow(() -> new ConcurrentUpdate("user " + user.id()));
    }

    @Override
    public User changeEmail(UserId id, EmailAddress email) {
        return Db.query("""
            update app_user set email = :email, email_key = :key, row_version = row_version + 1
             where user_id = :id and deleted_at is null
            returning *
            """)
                .bind("id", id)
                .bind("email", email.value())
                .bind("key", email.key().value())
                .map((row, context) -> read(row))
                .one();
    }

    @Override
    public boolean staffExists() {
        return Db.query("select exists (select from app_user where is_platform_admin and deleted_at is null)")
                .mapTo(Boolean.class)
                .one();
    }

    @Override
    public int platformAdmins() {
        return Db.query("select count(*) from app_user where is_platform_admin and status = 'active'")
                .mapTo(Integer.class)
                .one();
    }

    @Override
    public void signedIn(UserId id, Instant at) {
        Db.update("update app_user set last_login_at = :at where user_id = :id")
                .bind("id", id)
                .bind("at", at)
                .execute();
    }

    @Override
    public List<ClientAccess> access(UserId id) {
        return Db.query("select * from clients_of_user(:id)")
                .bind("id", id)
                .map((row, context) -> new ClientAccess(
                        Rows.id(row, "client_id", ClientId::new),
                        Rows.text(row, "name"),
                        Rows.text(row, "slug"),
                        Rows.word(row, "mode", ClientMode.class),
                        Rows.idOrNull(row, "twin_of", ClientId::new),
                        Rows.word(row, "role", Role.class),
                        row.getBoolean("require_mfa")))
                .list();
    }

    @Override
    public List<Member> members(ClientId client) {
        return Db.query("""
            select u.*, m.client_id, m.role, m.accepted_at, m.row_version as membership_version
              from membership m join app_user u on u.user_id = m.user_id
             where m.client_id = :client and m.deleted_at is null and u.deleted_at is null
             order by u.email_key collate "C"
            """)
                .bind("client", client)
                .map((row, context) -> new Member(read(row), membership(row)))
                .list();
    }

    @Override
    public Optional<Membership> membership(ClientId client, UserId user) {
        return Db.query("""
            select m.*, m.row_version as membership_version from membership m
             where m.client_id = :client and m.user_id = :user and m.deleted_at is null
            """)
                .bind("client", client)
                .bind("user", user)
                .map((row, context) -> membership(row))
                .findOne();
    }

    @Override
    public void putMembership(Membership membership) {
        Db.update("""
            insert into membership as m (client_id, user_id, role, accepted_at)
            values (:client, :user, :role, :at)
            on conflict (client_id, user_id) do update
               set role = excluded.role, accepted_at = excluded.accepted_at, deleted_at = null, deleted_by = null,
                   row_version = m.row_version + 1
            """)
                .bind("client", membership.clientId())
                .bind("user", membership.userId())
                .bind("role", membership.role())
                .bind("at", membership.acceptedAt())
                .execute();
    }

    @Override
    public void endMembership(ClientId client, UserId user, Instant at) {
        Db.update("""
            update membership set deleted_at = :at, updated_at = :at, row_version = row_version + 1
             where client_id = :client and user_id = :user and deleted_at is null
            """).bind("client", client).bind("user", user).bind("at", at).execute();
    }

    static String status(User user) {
        return user.suspended() ? SUSPENDED : "active";
    }

    private static Membership membership(ResultSet row) throws SQLException {
        return new Membership(
                Rows.id(row, "client_id", ClientId::new),
                Rows.id(row, "user_id", UserId::new),
                Rows.word(row, "role", Role.class),
                Rows.instant(row, "accepted_at"),
                row.getInt("membership_version"));
    }

    static User read(ResultSet row) throws SQLException {
        return new User(
                Rows.id(row, "user_id", UserId::new),
                new EmailAddress(Rows.text(row, "email")),
                Rows.text(row, "full_name"),
                row.getString("password_hash"),
                row.getBoolean("is_platform_admin"),
                SUSPENDED.equals(row.getString("status")),
                Rows.instant(row, "created_at"),
                row.getInt("row_version"));
    }
}
