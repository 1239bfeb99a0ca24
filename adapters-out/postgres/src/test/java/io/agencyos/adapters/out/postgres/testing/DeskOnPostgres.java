package io.agencyos.adapters.out.postgres.testing;

import io.agencyos.adapters.out.memory.outreach.FakeEmailSender;
import io.agencyos.adapters.out.postgres.conversation.PostgresReplies;
import io.agencyos.adapters.out.postgres.conversation.PostgresTaskBoard;
import io.agencyos.adapters.out.postgres.conversation.PostgresThreads;
import io.agencyos.adapters.out.postgres.conversation.PostgresTimeline;
import io.agencyos.adapters.out.postgres.conversion.PostgresFigures;
import io.agencyos.adapters.out.postgres.conversion.PostgresReplyFigures;
import io.agencyos.adapters.out.postgres.conversion.PostgresReports;
import io.agencyos.adapters.out.postgres.conversion.PostgresSaleFigures;
import io.agencyos.adapters.out.postgres.conversion.PostgresSearchBook;
import io.agencyos.adapters.out.postgres.deal.PostgresBookImports;
import io.agencyos.adapters.out.postgres.deal.PostgresBookingTouches;
import io.agencyos.adapters.out.postgres.deal.PostgresCustomers;
import io.agencyos.adapters.out.postgres.deal.PostgresDealOutcomes;
import io.agencyos.adapters.out.postgres.deal.PostgresDeals;
import io.agencyos.adapters.out.postgres.deal.PostgresMeetingOutcomes;
import io.agencyos.adapters.out.postgres.deal.PostgresMeetings;
import io.agencyos.adapters.out.postgres.platform.PostgresAudit;
import io.agencyos.application.testing.Desk;
import io.agencyos.domain.outreach.DeliveryStatus;
import io.agencyos.domain.platform.EventName;
import io.agencyos.domain.shared.Vocabulary;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.TouchId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/** What people's work at their desks needs, on one database. */
public final class DeskOnPostgres {

    private DeskOnPostgres() {}

    public static Desk at(FreshDatabase database, AtomicReference<Instant> clock) {
        return new Desk(
                OutreachOnPostgres.world(database, clock::get, new FakeEmailSender(clock::get)),
                new PostgresMeetings(),
                new PostgresBookingTouches(),
                new PostgresMeetingOutcomes(),
                new PostgresDeals(),
                new PostgresDealOutcomes(),
                new PostgresCustomers(),
                new PostgresBookImports(),
                new PostgresThreads(),
                new PostgresReplies(),
                new PostgresTaskBoard(),
                new PostgresTimeline(),
                new PostgresReports(),
                new PostgresFigures(),
                new PostgresSaleFigures(),
                new PostgresReplyFigures(),
                new PostgresSearchBook(),
                new PostgresAudit(),
                client -> events(database, client),
                (client, touch, status) -> delivered(database, client, touch, status));
    }

    private static List<EventName> events(FreshDatabase database, ClientId client) {
        try (Connection connection = database.superuser();
                PreparedStatement query = connection.prepareStatement(
                        "select type from app.outbox_event where client_id = ? order by created_at, id")) {
            query.setObject(1, client.value());
            List<EventName> names = new ArrayList<>();
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    names.add(
                            Vocabulary.parse(EventName.class, rows.getString(1)).orElseThrow());
                }
            }
            return names;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static void delivered(FreshDatabase database, ClientId client, TouchId touch, DeliveryStatus status) {
        try (Connection connection = database.superuser();
                PreparedStatement update = connection.prepareStatement(
                        "update app.touch set delivery_status = ? where client_id = ? and id = ?")) {
            update.setString(1, status.wire());
            update.setObject(2, client.value());
            update.setObject(3, touch.value());
            update.executeUpdate();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
