package io.agencyos.adapters.out.postgres.outreach;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.adapters.out.postgres.campaign.PostgresCampaigns;
import io.agencyos.adapters.out.postgres.client.PostgresClients;
import io.agencyos.adapters.out.postgres.client.PostgresCredits;
import io.agencyos.adapters.out.postgres.lead.PostgresLeads;
import io.agencyos.adapters.out.postgres.testing.FreshDatabase;
import io.agencyos.adapters.out.postgres.testing.OutreachOnPostgres;
import io.agencyos.application.campaign.store.Campaigns;
import io.agencyos.application.client.Clients;
import io.agencyos.application.client.Credits;
import io.agencyos.application.lead.store.Leads;
import io.agencyos.application.outreach.OutreachStoresContract;
import io.agencyos.application.outreach.store.OutreachStores;
import io.agencyos.application.outreach.store.SentLog;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.application.testing.Leadbook;
import io.agencyos.application.testing.Outreachbook;
import io.agencyos.domain.campaign.enrolment.Enrolment;
import io.agencyos.domain.outreach.calendar.Holidays;
import io.agencyos.domain.outreach.touch.Touch;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.contact.Country;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.TouchId;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresOutreachStoresTest extends OutreachStoresContract {

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

    @Override
    protected Campaigns campaigns() {
        return new PostgresCampaigns(UUID::randomUUID);
    }

    @Override
    protected Leads leads() {
        return new PostgresLeads();
    }

    @Override
    protected OutreachStores stores() {
        return OutreachOnPostgres.stores();
    }

    @Override
    protected void declare(ClientId client, CampaignId campaign) {
        OutreachOnPostgres.declare(database, client, campaign);
    }

    @Override
    protected void consent(ClientId client, LeadId lead, Channel channel, @Nullable Instant expiresAt) {
        OutreachOnPostgres.consent(database, client, lead, channel, expiresAt);
    }

    @Override
    protected void bounced(ClientId client, TouchId touch) {
        OutreachOnPostgres.bounced(database, touch);
    }

    @Test // data model 5.7: message_ref, content 4.8: positions
    void two_processes_that_record_for_one_lead_share_its_thread_and_give_every_message_its_own_place()
            throws Exception {
        Enrolment enrolment = enrolled();
        List<Touch> touches = new ArrayList<>();
        for (int attempt = 1; attempt <= 12; attempt++) {
            touches.add(stored(Outreachbook.touch(enrolment)
                    .attempt(attempt)
                    .sent(Leadbook.MONDAY.plusSeconds(attempt), "ref-" + UUID.randomUUID())));
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Callable<Object>> records = new ArrayList<>();
            touches.forEach(touch -> records.add(Executors.callable(() ->
                    run(() -> stores().sentLog().record(List.of(sent(touch), sent(touch)))))));
            for (Future<Object> done : threads.invokeAll(records)) {
                done.get();
            }
        }
        String lead = "lead_id = '" + enrolment.leadId().value() + "'";
        assertThat(rows("select messages || ' ' || ours || ' ' || status from app.conversation_thread where " + lead))
                .containsExactly("12 12 active");
        assertThat(rows("select m.position::text from app.message m where " + lead + " order by m.position"))
                .containsExactly("1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12");
        assertThat(rows("select provider || ' ' || count(*) from app.message_ref where " + lead
                        + " and touch_id is not null and thread_id is not null group by provider order by provider"))
                .containsExactly("fake 12", "message-id 12");
    }

    private static SentLog.Sent sent(Touch touch) {
        Instant at = Objects.requireNonNull(touch.sentAt());
        return new SentLog.Sent(
                touch,
                at,
                1,
                "<" + touch.id().text() + "@x.example>",
                "Subject",
                "The whole text.",
                null,
                1,
                null,
                LocalDateTime.ofInstant(at, ZoneOffset.UTC),
                ZoneOffset.UTC,
                60,
                false);
    }

    private static List<String> rows(String sql) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection connection = database.superuser();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                rows.add(row.getString(1));
            }
        }
        return rows;
    }

    @Test // outreach 5.4: national days have no region
    void the_table_of_public_holidays_tells_national_days_from_regional_ones() {
        Holidays holidays = new PostgresHolidayCalendar(units()).read();
        Country australia = new Country("AU");

        assertThat(holidays.closedNationally(australia, LocalDate.of(2026, 12, 25)))
                .isTrue();
        assertThat(holidays.closedNationally(australia, LocalDate.of(2026, 11, 3)))
                .isFalse();
        assertThat(holidays.closed(australia, "VIC", LocalDate.of(2026, 11, 3)))
                .as("Melbourne Cup")
                .isTrue();
        assertThat(holidays.closed(australia, "NSW", LocalDate.of(2026, 11, 3))).isFalse();
    }
}
