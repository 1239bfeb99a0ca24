package io.agencyos.adapters.out.postgres.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.adapters.out.postgres.testing.FreshDatabase;
import io.agencyos.application.client.Clients;
import io.agencyos.application.client.Credits;
import io.agencyos.application.client.CreditsContract;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.client.Client;
import io.agencyos.domain.shared.id.LeadId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresCreditsTest extends CreditsContract {

    @RegisterExtension
    static final FreshDatabase database = new FreshDatabase();

    @Override
    protected UnitOfWork units() {
        return database.unitOfWork();
    }

    @Override
    protected Clients clients() {
        return new PostgresClients(UUID::randomUUID);
    }

    @Override
    protected Credits credits() {
        return new PostgresCredits(UUID::randomUUID);
    }

    @Test // data model 5.2: balance = Σ amount; scoring PLAN-4
    void the_balance_is_the_sum_of_the_entries() throws SQLException {
        Client client = client();
        consume(client.id(), new LeadId(UUID.randomUUID()));
        consume(client.id(), new LeadId(UUID.randomUUID()));

        try (Connection superuser = database.superuser();
                PreparedStatement sum = superuser.prepareStatement("""
                    select sum(amount), min(balance_after), string_agg(kind, ' ' order by created_at, balance_after desc)
                      from credit_entry where client_id = ?
                    """)) {
            sum.setObject(1, client.id().value());
            try (ResultSet row = sum.executeQuery()) {
                assertThat(row.next()).isTrue();
                assertThat(row.getInt(1)).isEqualTo(balance(client.id())).isEqualTo(1_248);
                assertThat(row.getInt(2)).isEqualTo(1_248);
                assertThat(row.getString(3)).isEqualTo("grant consume consume");
            }
        }
    }
}
