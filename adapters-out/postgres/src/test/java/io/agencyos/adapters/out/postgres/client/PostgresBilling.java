package io.agencyos.adapters.out.postgres.client;

import io.agencyos.adapters.out.postgres.platform.PostgresAlerts;
import io.agencyos.adapters.out.postgres.platform.PostgresAudit;
import io.agencyos.adapters.out.postgres.platform.PostgresEvents;
import io.agencyos.adapters.out.postgres.platform.flow.PostgresBreakers;
import io.agencyos.adapters.out.postgres.testing.FreshDatabase;
import io.agencyos.application.client.billing.BillingPorts;
import io.agencyos.application.client.billing.BillingStand;
import io.agencyos.application.client.billing.PauseSurplusCampaigns;
import io.agencyos.application.platform.flow.store.Breakers;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.TimeOrderedIds;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.application.testing.Leadbook;
import io.agencyos.application.testing.TestChance;
import io.agencyos.domain.client.identity.User;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.UserId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The stores of subscriptions in PostgreSQL, and a look at their rows that no policy narrows. */
final class PostgresBilling implements BillingStand {

    private final FreshDatabase database;

    PostgresBilling(FreshDatabase database) {
        this.database = database;
        freeSpots();
    }

    @Override
    public UnitOfWork units() {
        return database.unitOfWork();
    }

    @Override
    public BillingPorts ports(ClockPort clock, PauseSurplusCampaigns surplus) {
        // chance of its own: the rows of the tests before are still there
        TestChance chance = new TestChance(UUID.randomUUID().getLeastSignificantBits());
        return new BillingPorts(
                new PostgresClients(UUID::randomUUID),
                new PostgresCredits(new TimeOrderedIds(clock, chance), clock),
                new PostgresFoundingSpots(),
                new PostgresRevenueLedger(),
                surplus,
                new PostgresHeldUpDays(),
                new PostgresAlerts(UUID::randomUUID),
                new PostgresEvents(),
                new PostgresAudit());
    }

    private void freeSpots() {
        database.execute("delete from checkout");
        database.execute("delete from revenue_entry");
        database.execute(
                "update founding_spot set client_id = null, claimed_at = null, held_by = null, held_until = null");
    }

    @Override
    public Breakers breakers() {
        return new PostgresBreakers();
    }

    @Override
    public void tamper(ClientId client, int balance) {
        database.execute(
                "update credit_account set balance = " + balance + " where client_id = '" + client.text() + "'");
    }

    @Override
    public List<String> events(ClientId client) {
        try (Connection superuser = database.superuser();
                PreparedStatement statement = superuser.prepareStatement(
                        "select type from outbox_event where client_id = ? order by created_at, id")) {
            statement.setObject(1, client.value());
            List<String> types = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    types.add(row.getString(1));
                }
            }
            return types;
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Override
    public UserId person() {
        UserId id = new UserId(UUID.randomUUID());
        User user = new User(
                id, Leadbook.email("u" + id.text() + "@northlight.example"), "", "x", false, false, Leadbook.MONDAY, 0);
        database.unitOfWork().onPlatform(() -> new PostgresUsers().insert(user));
        return id;
    }
}
