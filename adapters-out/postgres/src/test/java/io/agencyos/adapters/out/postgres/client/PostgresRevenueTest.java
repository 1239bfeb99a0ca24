package io.agencyos.adapters.out.postgres.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.agencyos.adapters.out.postgres.testing.FreshDatabase;
import io.agencyos.application.client.RemoveClients;
import io.agencyos.application.client.billing.BillingStand;
import io.agencyos.application.client.billing.RevenueContract;
import io.agencyos.application.client.billing.RevenueLedger;
import io.agencyos.domain.client.billing.Plan;
import io.agencyos.domain.client.billing.RevenueEntry;
import io.agencyos.domain.shared.Money;
import io.agencyos.domain.shared.id.ClientId;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresRevenueTest extends RevenueContract {

    @RegisterExtension
    static final FreshDatabase database = new FreshDatabase();

    private final BillingStand stand = new PostgresBilling(database);

    @Override
    protected BillingStand stand() {
        return stand;
    }

    @Test // api 9.2, 9.17: what was paid stays in the books when the client is removed
    void the_lines_of_a_removed_client_stay_without_its_name() throws SQLException {
        ClientId client = paying(Plan.VELOCITY).id();
        billing().endSubscription().end(client);
        try (Connection superuser = database.superuser();
                Statement statement = superuser.createStatement()) {
            statement.execute("update app.client set purge_after = timestamptz '2026-01-01Z' where '" + client.text()
                    + "' in (client_id, twin_of)");
        }

        new RemoveClients(
                        new PostgresClientRemoval(UUID::randomUUID),
                        any -> {},
                        any -> true,
                        database.unitOfWork(),
                        this::now)
                .run();

        assertThat(billing().readRevenue().transactions(ALL, null, 10))
                .extracting(
                        line -> line.entry().kind().wire(),
                        line -> line.entry().client(),
                        RevenueLedger.Line::clientName)
                .containsExactly(tuple("cancelled", null, null), tuple("started", null, null));
        assertThat(billing()
                        .readRevenue()
                        .months(null, 1)
                        .getFirst()
                        .total()
                        .orElseThrow()
                        .monthly())
                .isEqualTo(Money.ZERO);
    }

    @Test // what was booked before there was a ledger is where it begins
    void the_migration_opens_the_ledger_with_what_is_booked() throws Exception {
        ClientId client = paying(Plan.VELOCITY).id();
        String migration = new String(
                Objects.requireNonNull(getClass().getResourceAsStream("/db/migration/V345__revenue.sql"))
                        .readAllBytes(),
                StandardCharsets.UTF_8);
        try (Connection superuser = database.superuser();
                Statement statement = superuser.createStatement()) {
            statement.execute("delete from app.revenue_entry");
            statement.execute("set role aos_migrate");
            // by the owner of the tables, whom row-level security binds like everybody
            statement.execute("grant insert on app.revenue_entry to aos_migrate");
            statement.execute(migration.substring(migration.indexOf("insert into app.revenue_entry")));
        }

        assertThat(billing()
                        .readRevenue()
                        .transactions(new RevenueLedger.Filter(Set.of(client), Set.of(), null, null), null, 10))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.entry().kind()).isEqualTo(RevenueEntry.Kind.OPENING);
                    assertThat(line.entry().monthly()).isEqualTo(Money.dollars(5_000));
                });
    }
}
