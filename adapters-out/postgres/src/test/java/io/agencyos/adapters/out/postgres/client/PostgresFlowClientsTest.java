package io.agencyos.adapters.out.postgres.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.adapters.out.postgres.platform.flow.PostgresFlowClients;
import io.agencyos.adapters.out.postgres.testing.FreshDatabase;
import io.agencyos.application.client.billing.BillingStand;
import io.agencyos.application.client.billing.FlowClientsContract;
import io.agencyos.application.platform.flow.store.FlowClients;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.shared.id.ClientId;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresFlowClientsTest extends FlowClientsContract {

    @RegisterExtension
    static final FreshDatabase database = new FreshDatabase();

    private final BillingStand stand = new PostgresBilling(database);

    @Override
    protected BillingStand stand() {
        return stand;
    }

    @Override
    protected FlowClients flowClients() {
        return new PostgresFlowClients();
    }

    @Test // flows 2, common guards: client not deleted
    void a_client_that_was_deleted_is_gone() throws SQLException {
        ClientId gone = signUp().id();
        try (Connection connection = database.superuser();
                Statement statement = connection.createStatement()) {
            statement.execute("update client set deleted_at = now() where client_id = '" + gone.text() + "'");
        }

        assertThat(database.unitOfWork().onPlatform(() -> flowClients().eligible(null, 1_000)))
                .doesNotContain(gone);
        assertThat(database.unitOfWork()
                        .inTenant(TenantScope.worker(gone), () -> flowClients().standing(gone)))
                .isEmpty();
    }

    @Test // flows 1.7: "All outreach paused by {user}: {reason}"; whoever is no member is not named
    void a_pause_names_the_member_who_ordered_it() throws SQLException {
        ClientId client = signUp().id();
        UUID member = UUID.randomUUID();
        UUID stranger = UUID.randomUUID();
        try (Connection connection = database.superuser();
                Statement statement = connection.createStatement()) {
            statement.execute("insert into app_user (user_id, email, email_key, full_name) values ('" + member
                    + "', 'ann@" + member + ".example', 'ann@" + member + ".example', 'Ann Ray'), ('" + stranger
                    + "', 'bo@" + stranger + ".example', 'bo@" + stranger + ".example', 'Bo Staff')");
            statement.execute("insert into membership (client_id, user_id, role, accepted_at) values ('" + client.text()
                    + "', '" + member + "', 'admin', now())");
            statement.execute("update client set paused_at = now(), pause_reason = 'a complaint', paused_by = '"
                    + member + "' where client_id = '" + client.text() + "'");
            assertThat(who(client)).isEqualTo("Ann Ray");
            statement.execute(
                    "update client set paused_by = '" + stranger + "' where client_id = '" + client.text() + "'");
            assertThat(who(client)).isNull();
        }
    }

    private @Nullable String who(ClientId client) {
        return database.unitOfWork()
                .inTenant(TenantScope.worker(client), () -> flowClients().standing(client))
                .orElseThrow()
                .pause()
                .who();
    }
}
