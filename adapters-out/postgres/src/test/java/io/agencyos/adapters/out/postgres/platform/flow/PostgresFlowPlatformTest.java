package io.agencyos.adapters.out.postgres.platform.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.adapters.out.postgres.client.PostgresClients;
import io.agencyos.adapters.out.postgres.client.PostgresCredits;
import io.agencyos.adapters.out.postgres.testing.FreshDatabase;
import io.agencyos.application.client.ClientUseCases;
import io.agencyos.application.client.OpenClient;
import io.agencyos.application.platform.flow.FlowClients;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.client.SubscriptionStatus;
import io.agencyos.domain.shared.ClientId;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresFlowPlatformTest {

    @RegisterExtension
    static final FreshDatabase database = new FreshDatabase();

    private final PostgresFlowClients clients = new PostgresFlowClients();

    @Test // flows 3 partition_keep: create ahead
    void partitions_are_made_for_a_year_that_had_none_and_not_twice() {
        LocalDate later = LocalDate.now().plusYears(1);
        PostgresPartitions partitions = new PostgresPartitions();

        int made = database.unitOfWork().<Integer>onPlatform(() -> partitions.createAhead(later));
        int again = database.unitOfWork().<Integer>onPlatform(() -> partitions.createAhead(later));

        assertThat(made).isGreaterThan(20);
        assertThat(again).isZero();
    }

    @Test // flows 2, common guards
    void clients_are_eligible_while_they_live_and_their_subscription_is_active() throws SQLException {
        ClientId active = opened("Northlight");
        ClientId gone = opened("Southlight");
        ClientId late = opened("Westlight");
        superuser("update client set deleted_at = now() where client_id = '" + gone.text() + "'");
        superuser("update subscription set status = 'past_due' where client_id = '" + late.text() + "'");

        assertThat(database.unitOfWork().onPlatform(() -> clients.eligible(null, 500)))
                .contains(active)
                .doesNotContain(gone, late);
        assertThat(database.unitOfWork().onPlatform(() -> clients.eligible(active, 500)))
                .doesNotContain(active);
        assertThat(database.unitOfWork().inTenant(TenantScope.worker(late), () -> clients.standing(late)))
                .hasValueSatisfying(standing -> {
                    assertThat(standing.subscription()).isEqualTo(SubscriptionStatus.PAST_DUE);
                    assertThat(standing.pause()).isNull();
                    assertThat(standing.credits()).isPositive();
                });
        assertThat(database.unitOfWork().inTenant(TenantScope.worker(gone), () -> clients.standing(gone)))
                .isEmpty();
    }

    @Test // flows 1.7 client_pause
    void a_paused_client_says_why() throws SQLException {
        ClientId paused = opened("Eastlight");
        superuser("update client set paused_at = now(), pause_reason = 'a complaint' where client_id = '"
                + paused.text() + "'");

        assertThat(database.unitOfWork().inTenant(TenantScope.worker(paused), () -> clients.standing(paused)))
                .map(FlowClients.Standing::pause)
                .contains("a complaint");
    }

    private static ClientId opened(String name) {
        OpenClient open = new ClientUseCases(
                        new PostgresClients(UUID::randomUUID),
                        new PostgresCredits(UUID::randomUUID),
                        database.unitOfWork(),
                        () -> Instant.parse("2026-03-02T01:00:00Z"),
                        UUID::randomUUID)
                .openClient();
        if (open.open(name + " " + UUID.randomUUID()) instanceof OpenClient.Outcome.Opened opened) {
            return opened.client().id();
        }
        throw new AssertionError("no client");
    }

    private static void superuser(String sql) throws SQLException {
        try (Connection connection = database.superuser();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
