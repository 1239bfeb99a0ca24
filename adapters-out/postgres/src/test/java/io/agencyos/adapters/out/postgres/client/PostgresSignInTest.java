package io.agencyos.adapters.out.postgres.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.adapters.out.postgres.testing.FreshDatabase;
import io.agencyos.application.client.identity.IdentityStores;
import io.agencyos.application.client.identity.SignInContract;
import io.agencyos.application.client.identity.session.Principal;
import io.agencyos.application.shared.Presence;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.client.Client;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.client.identity.User;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresSignInTest extends SignInContract {

    @RegisterExtension
    static final FreshDatabase database = new FreshDatabase();

    @Override
    protected IdentityStores stores() {
        return PostgresIdentity.on(database.unitOfWork());
    }

    @Test // api 3: role changes act on the next request; api 4: the tenant is set in the same transaction
    void the_first_question_of_a_reading_unit_confirms_who_asks_and_the_next_need_not() {
        Client client = client("Northlight");
        User user = member(client, "sam", Role.VIEWER);
        Principal known = authenticate(user);
        TenantScope scope = known.scopeIn(client.id()).orElseThrow();
        Presence presence = presence(known);

        List<String> seen = presence.within(() -> units().reading(scope, () -> {
            assertThat(presence.confirmed()).isFalse();
            String first = told();
            assertThat(presence.confirmed()).isTrue();
            return List.of(first, told());
        }));

        assertThat(seen).containsOnly(client.id().text() + " viewer on");
        onPlatform(() -> sessions().revokeAll(user.id(), now.get()));
        Presence over = presence(known);
        assertThatThrownBy(() -> over.within(() -> units().reading(scope, PostgresSignInTest::told)))
                .isInstanceOf(Presence.Lost.class);
        assertThat(over.confirmed()).isFalse();
        assertThatThrownBy(() -> presence(known).within(() -> units().<String>inTenant(scope, () -> told())))
                .isInstanceOf(Presence.Lost.class);
    }

    @Test // api 4: what one person confirmed says nothing of another
    void somebody_elses_unit_neither_asks_nor_confirms() {
        Client client = client("Northlight");
        Principal known = authenticate(member(client, "sam", Role.VIEWER));
        Presence presence = presence(known);

        presence.within(() -> units().reading(TenantScope.worker(client.id()), PostgresSignInTest::told));
        presence.within(() -> units().readingPlatform(PostgresSignInTest::told));

        assertThat(presence.confirmed()).isFalse();
    }

    private Principal authenticate(User user) {
        return identity()
                .authenticateRequest()
                .authenticate(signedIn(user).accessToken())
                .orElseThrow();
    }

    private Presence presence(Principal known) {
        return new Presence(known.userId(), known.family(), now.get());
    }

    /** What the server holds of the unit while it answers. */
    private static String told() {
        return Db.query("""
            select concat_ws(' ', current_setting('app.client_id', true), current_setting('app.member_role', true),
                   current_setting('transaction_read_only'))
            """).mapTo(String.class).one();
    }
}
