package io.agencyos.adapters.out.postgres.kernel;

import io.agencyos.application.shared.Presence;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.client.identity.Role;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.statement.StatementCustomizer;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/**
 * What a unit of work tells the server before a question: whose rows it sees, whether it only reads, and whether it wants
 * to know if a person's sign-in still stands. A question of a reading unit takes all of it along outside any transaction of
 * ours: both statements travel in one trip, and for the server they are one transaction, whose settings end with it. Without
 * them nothing would be seen.
 */
final class Glance {

    private static final String TENANT = """
        set_config('app.client_id', :unit_client, true), set_config('app.user_id', :unit_user, true),
            set_config('app.member_role', :unit_role, true)\
        """;
    private static final String ONLY_READS = "set_config('transaction_read_only', 'on', true)";
    private static final String SIGN_IN = "app.sign_in_role(:unit_person, :unit_tenant, :unit_sign_in, :unit_now)";

    private static final Form PLATFORM_READS = new Form(ONLY_READS);
    private static final Form IN_TENANT = new Form(TENANT);
    private static final Form IN_TENANT_READS = new Form(TENANT + ", " + ONLY_READS);
    private static final Form OF_SIGN_IN = new Form(SIGN_IN + ", " + TENANT);
    private static final Form OF_SIGN_IN_READS = new Form(SIGN_IN + ", " + TENANT + ", " + ONLY_READS);

    private final @Nullable TenantScope scope;
    private final Optional<Presence> presence;
    private final Form form;

    /** A statement with the names of its values, and without, for plain JDBC. */
    private record Form(String named, String plain) {

        Form(String columns) {
            this("select " + columns, "select " + columns.replaceAll(":unit_[a-z_]+", "?"));
        }
    }

    /** @param scope null for a reading unit of the platform; the platform's transactions need nothing of this */
    Glance(@Nullable TenantScope scope, boolean onlyReads) {
        this.scope = scope;
        if (scope == null) {
            presence = Optional.empty();
            form = PLATFORM_READS;
        } else {
            presence = scope.role() == Role.WORKER ? Optional.empty() : Presence.toConfirm(scope);
            form = presence.isPresent()
                    ? onlyReads ? OF_SIGN_IN_READS : OF_SIGN_IN
                    : onlyReads ? IN_TENANT_READS : IN_TENANT;
        }
    }

    /** Whether it asks if a person's sign-in still stands. */
    boolean asksForPerson() {
        return presence.isPresent();
    }

    /** A question that takes this along. */
    Query before(Handle handle, String question) {
        return before(handle, question, () -> {});
    }

    /** @param told once the server has heard of it; a question that is never asked tells nothing */
    Query before(Handle handle, String question, Runnable told) {
        return carrying(handle.createQuery(form.named() + ";\n" + question), told);
    }

    /** A change of rows that takes this along. */
    Update beforeChange(Handle handle, String change, Runnable told) {
        return carrying(handle.createUpdate(form.named() + ";\n" + change), told);
    }

    private <S extends SqlStatement<S>> S carrying(S statement, Runnable told) {
        TenantScope tenant = scope;
        if (tenant != null) {
            statement
                    .bind("unit_client", tenant.clientId().text())
                    .bind("unit_user", userOf(tenant))
                    .bind("unit_role", tenant.role().wire());
            presence.ifPresent(who -> statement
                    .bind("unit_person", who.user())
                    .bind("unit_tenant", tenant.clientId())
                    .bind("unit_sign_in", who.signIn())
                    .bind("unit_now", who.now()));
        }
        return statement.addCustomizer(new Heard(told));
    }

    /**
     * For a transaction that has begun: one trip, and the BEGIN travels with it. Plain JDBC, because every transaction in
     * the house pays for it.
     */
    void at(Handle handle) {
        try (PreparedStatement statement = handle.getConnection().prepareStatement(form.plain())) {
            int at = 0;
            if (presence.isPresent() && scope != null) {
                Presence who = presence.get();
                statement.setObject(++at, who.user().value());
                statement.setObject(++at, scope.clientId().value());
                statement.setObject(++at, who.signIn().value());
                statement.setObject(++at, OffsetDateTime.ofInstant(who.now(), ZoneOffset.UTC));
            }
            if (scope != null) {
                statement.setString(++at, scope.clientId().text());
                statement.setString(++at, userOf(scope));
                statement.setString(++at, scope.role().wire());
            }
            try (ResultSet told = statement.executeQuery()) {
                judge(told);
            }
        } catch (SQLException failure) {
            throw new ConnectionException(failure);
        }
    }

    private static String userOf(TenantScope scope) {
        return scope.userId() == null ? "" : scope.userId().text();
    }

    /** Behind the first result is what was asked. */
    private final class Heard implements StatementCustomizer {

        private final Runnable then;

        Heard(Runnable then) {
            this.then = then;
        }

        @Override
        public void afterExecution(PreparedStatement statement, StatementContext context) throws SQLException {
            try (ResultSet told = statement.getResultSet()) {
                judge(told);
            }
            then.run();
            statement.getMoreResults();
        }
    }

    private void judge(ResultSet told) throws SQLException {
        if (presence.isEmpty() || scope == null) {
            return;
        }
        if (!told.next() || !scope.role().wire().equals(told.getString(1))) {
            throw new Presence.Lost();
        }
        presence.get().confirm();
    }
}
