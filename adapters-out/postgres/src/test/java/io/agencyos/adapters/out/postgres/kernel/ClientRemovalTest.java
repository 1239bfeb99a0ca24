package io.agencyos.adapters.out.postgres.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agencyos.adapters.out.postgres.client.PostgresClientRemoval;
import io.agencyos.adapters.out.postgres.testing.FreshDatabase;
import io.agencyos.application.client.ClientRemoval;
import io.agencyos.application.client.RemoveClients;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.shared.id.ClientId;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Everything of a client that left is removed, table by table as the catalogue lists them, and nothing of anybody else.
 * Source: api 9.2, data model 15 (zero-count proof).
 */
class ClientRemovalTest {

    private static final Instant NOW = Instant.parse("2026-03-02T02:00:00Z");

    @RegisterExtension
    static final FreshDatabase database = new FreshDatabase();

    private static int tenants;

    private final UUID leaves = UUID.randomUUID();
    private final UUID stays = UUID.randomUUID();
    private final ClientRemoval removal = new PostgresClientRemoval(UUID::randomUUID);
    private final List<ClientId> givenBack = new ArrayList<>();

    private UnitOfWork units() {
        return database.unitOfWork();
    }

    private RemoveClients removing(Instant now) {
        return new RemoveClients(removal, givenBack::add, twin -> true, units(), () -> now);
    }

    @BeforeEach
    void one_row_of_two_clients_in_every_table() throws SQLException {
        try (Connection superuser = database.superuser()) {
            RowSeeder seeder = new RowSeeder(superuser);
            seeder.seed(leaves, ++tenants);
            seeder.seed(stays, ++tenants);
            try (Statement statement = superuser.createStatement()) {
                statement.execute("update app.client set purge_after = null");
                statement.execute("update app.client set purge_after = timestamptz '2026-03-02T01:45:00Z'"
                        + " where client_id = '" + leaves + "'");
                // rows that refer to each other in a circle
                statement.execute("update app.suppression set customer_id = id where client_id = '" + leaves + "'");
                statement.execute(
                        "update app.client_customer set suppression_id = id where client_id = '" + leaves + "'");
                statement.execute("update app.lead set referred_by_lead_id = id where client_id = '" + leaves + "'");
            }
        }
    }

    /** Every row of every table that names the client anywhere, by table. */
    private static Map<String, String> naming(UUID client) throws SQLException {
        Map<String, String> rows = new TreeMap<>();
        try (Connection superuser = database.superuser()) {
            Catalogue catalogue = new Catalogue(superuser);
            String everywhere = catalogue.tables().stream()
                    .map(table -> "select '" + table + "|' || string_agg(t::text, '|' order by t::text) from " + table
                            + " t where t::text like '%" + client + "%' having count(*) > 0")
                    .collect(Collectors.joining(" union all "));
            catalogue.strings(everywhere).forEach(found -> {
                String[] parts = found.split("\\|", 2);
                rows.put(parts[0], parts[1]);
            });
        }
        return rows;
    }

    private static String proof(UUID client, String column) throws SQLException {
        try (Connection superuser = database.superuser()) {
            return new Catalogue(superuser)
                    .strings("select " + column + " from app.client_removal where removed_client = '" + client + "'")
                    .getFirst();
        }
    }

    @Test
    void nothing_of_the_client_is_left_but_the_proof_and_nothing_of_another_is_touched() throws SQLException {
        Map<String, String> others = naming(stays);
        assertThat(naming(leaves)).hasSizeGreaterThan(100);

        RemoveClients.Round round = removing(NOW).run();

        Map<String, String> left = naming(leaves);
        // what people did stands with the people: who was invited where is theirs
        left.keySet().removeAll(List.of("app.app_user", "app.user_session"));
        assertThat(left).containsOnlyKeys("app.client_removal");
        assertThat(naming(stays)).isEqualTo(others);
        assertThat(round.clients()).isEqualTo(1);
        assertThat(round.rows()).isGreaterThan(100);
        assertThat(givenBack).containsExactly(new ClientId(leaves));
        assertThat(proof(leaves, "removed ->> 'app.lead'")).isEqualTo("1");
        assertThat(proof(leaves, "finished_at::text")).isNotNull();
        assertThat(removing(NOW).run()).isEqualTo(new RemoveClients.Round(0, 0));
    }

    @Test // api 7: the keys first, so that nobody reads what is left; resumable
    void a_removal_that_broke_off_goes_on_where_it_stopped() throws SQLException {
        ClientId client = new ClientId(leaves);
        units().onPlatform(() -> removal.begin(new ClientRemoval.Leaving(client, null), NOW));

        assertThat(removeOne(client)).isEqualTo(1);
        assertThat(naming(leaves)).containsKeys("app.lead", "app.activity").doesNotContainKey("app.data_key");
        assertThat(removeOne(client)).isEqualTo(1);
        assertThat(naming(leaves)).containsKey("app.lead").doesNotContainKey("app.activity");
        assertThat(proof(leaves, "finished_at::text")).isNull();

        removing(NOW).run();

        assertThat(naming(leaves)).doesNotContainKeys("app.lead", "app.client");
        assertThat(proof(leaves, "removed ->> 'app.data_key'")).isEqualTo("1");
    }

    private int removeOne(ClientId client) {
        return units().inTenant(TenantScope.worker(client), () -> removal.removeSome(client, 1, NOW));
    }

    @Test
    void a_client_whose_time_has_not_come_loses_nothing() throws SQLException {
        Map<String, String> before = naming(leaves);

        assertThat(removing(Instant.parse("2026-03-02T01:44:59Z")).run()).isEqualTo(new RemoveClients.Round(0, 0));

        assertThat(naming(leaves)).isEqualTo(before);
    }

    @Test
    void a_client_that_stays_cannot_be_removed_by_anybody() {
        ClientId client = new ClientId(stays);

        assertThatThrownBy(
                        () -> units().inTenant(TenantScope.worker(client), () -> removal.removeSome(client, 100, NOW)))
                .hasMessageContaining("is not leaving");
        assertThatThrownBy(() -> units().onPlatform(() -> removal.removeSome(client, 100, NOW)))
                .hasMessageContaining("permission denied");
    }
}
