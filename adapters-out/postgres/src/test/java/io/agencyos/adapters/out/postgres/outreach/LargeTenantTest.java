package io.agencyos.adapters.out.postgres.outreach;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.adapters.out.postgres.campaign.PostgresCampaigns;
import io.agencyos.adapters.out.postgres.client.PostgresClients;
import io.agencyos.adapters.out.postgres.client.PostgresCredits;
import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.adapters.out.postgres.lead.PostgresLeads;
import io.agencyos.adapters.out.postgres.testing.FreshDatabase;
import io.agencyos.adapters.out.postgres.testing.OutreachOnPostgres;
import io.agencyos.application.campaign.store.Campaigns;
import io.agencyos.application.client.Clients;
import io.agencyos.application.client.Credits;
import io.agencyos.application.lead.store.Leads;
import io.agencyos.application.outreach.store.OutreachStores;
import io.agencyos.application.outreach.store.RecallBook;
import io.agencyos.application.outreach.store.SentLog;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.application.testing.Leadbook;
import io.agencyos.application.testing.Outreachbook;
import io.agencyos.application.testing.StoresUnderTest;
import io.agencyos.domain.campaign.enrolment.Enrolment;
import io.agencyos.domain.campaign.enrolment.EnrolmentStep;
import io.agencyos.domain.outreach.touch.Touch;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.id.EnrolmentId;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.TouchId;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * A tenant with fifty thousand enrolments: what the loop asks again and again is answered by indexes, also once the
 * server has settled on one plan for all values. Rows are counted, not milliseconds. Source: data model 11.
 */
class LargeTenantTest extends StoresUnderTest {

    private static final int ENROLMENTS = 50_000;
    private static final int DUE = ENROLMENTS / 50;
    private static final int LIMIT = 100;
    private static final int UNTIL_THE_PLAN_IS_SETTLED = 7;
    private static final Set<String> LARGE = Set.of("enrolment", "enrolment_step", "outreach_job", "lead");
    private static final Instant NOW = Leadbook.MONDAY;
    private static final RecallBook.Since YESTERDAY =
            new RecallBook.Since(NOW.minus(Duration.ofDays(1)), NOW.minus(Duration.ofDays(1)));

    @RegisterExtension
    static final FreshDatabase database = FreshDatabase.neverUsed();

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

    @Test // data model 11: job claim, due enrolments, holds
    void no_question_of_the_send_loop_reads_a_large_table_whole() throws SQLException {
        fill();
        List<Enrolment> due = read(() -> enrolments().lockDue(a(), NOW, NOW, LIMIT));
        assertThat(due).hasSize(LIMIT);
        Map<String, Supplier<?>> questions = questions(due);

        Map<String, Long> wholeTables = new LinkedHashMap<>();
        Map<String, Long> rows = new LinkedHashMap<>();
        questions.forEach((name, question) -> {
            for (int i = 0; i < UNTIL_THE_PLAN_IS_SETTLED; i++) {
                run(() -> {
                    long whole = looked("seq_tup_read");
                    long byIndex = looked("idx_tup_fetch");
                    question.get();
                    wholeTables.merge(name, looked("seq_tup_read") - whole, Math::max);
                    rows.merge(name, looked("idx_tup_fetch") - byIndex, Math::max);
                });
            }
        });

        assertThat(rows.get("lockDue")).isGreaterThanOrEqualTo(DUE);
        assertThat(readsWhole("select count(*) from lead where title = 'Head'"))
                .as("a question without an index is noticed")
                .isGreaterThanOrEqualTo(ENROLMENTS);
        assertThat(wholeTables)
                .as("rows of large tables that were read from one end to the other")
                .allSatisfy((name, looked) -> assertThat(looked).as(name).isZero());
        assertThat(rows)
                .as("rows that were looked at; all that is due is sorted, with its lead and its campaign")
                .allSatisfy((name, looked) -> assertThat(looked).as(name).isLessThan(6L * DUE));
    }

    private Map<String, Supplier<?>> questions(List<Enrolment> due) {
        List<EnrolmentId> ids = due.stream().map(Enrolment::id).toList();
        List<LeadId> leads = due.stream().map(Enrolment::leadId).toList();
        List<Touch> some = read(() -> touches().lockClaimable(a(), NOW, LIMIT));
        assertThat(some).hasSize(LIMIT);
        List<TouchId> touchIds = some.stream().map(Touch::id).toList();
        Map<String, Supplier<?>> questions = new LinkedHashMap<>();
        questions.put("lockDue", () -> enrolments().lockDue(a(), NOW, NOW, LIMIT));
        questions.put("lockWaking", () -> enrolments().lockWaking(a(), NOW, LIMIT));
        questions.put("lockHeld", () -> enrolments().lockHeld(a(), "content_qa_failed", LIMIT));
        questions.put("followUpsDue", () -> enrolments().followUpsDue(a(), NOW));
        questions.put("startsDue", () -> enrolments().startsDue(a(), NOW));
        questions.put("newest", () -> enrolments().newest(a(), leads));
        questions.put("enrolled", () -> enrolments().enrolled(a(), leads));
        questions.put("lockLive", () -> enrolments().lockLive(a(), leads));
        questions.put("lockAll", () -> enrolments().lockAll(a(), ids));
        questions.put("steps", () -> enrolments().steps(a(), ids));
        questions.put("live", () -> enrolments().live(a(), campaign().id(), ids.getFirst(), LIMIT));
        questions.put("updateAll", () -> updated(ids));
        questions.put("settle", () -> settled(due));
        questions.put("refuseRest", () -> refused(ids));
        questions.put("withoutText", () -> touches().withoutText(a(), NOW, NOW, LIMIT));
        questions.put("due", () -> touches().due(a(), NOW, LIMIT));
        questions.put("claimable", () -> touches().lockClaimable(a(), NOW, LIMIT));
        questions.put("leaseOver", () -> touches().leaseOver(a(), NOW, LIMIT));
        questions.put("toLookUp", () -> touches().toLookUp(a(), NOW, LIMIT));
        questions.put("notBegun", () -> touches().notBegun(a(), null, LIMIT));
        questions.put("inFlight", () -> touches().inFlight(a()));
        questions.put("inFlightOf", () -> touches().inFlightOf(a(), ids));
        questions.put("touches.lockLive", () -> touches().lockLive(a(), ids));
        questions.put("touches.lockAll", () -> touches().lockAll(a(), touchIds));
        questions.put("attempts", () -> touches().attempts(a(), ids));
        questions.put("history", () -> touches().history(a(), leads, NOW));
        questions.put("earlierDispatches", () -> touches().earlierDispatches(a(), some));
        questions.put("byVendorRef", () -> touches().byVendorRef(a(), "fake", "ref-17"));
        questions.put("lastSenders", () -> touches().lastSenders(a(), Set.of(Channel.EMAIL), ids));
        questions.put("recalls.due", () -> new PostgresRecallBook().due(a(), YESTERDAY, NOW, LIMIT));
        questions.put("sentLog.earlier", () -> earlier(ids));
        return questions;
    }

    private int updated(List<EnrolmentId> ids) {
        List<Enrolment> locked = enrolments().lockAll(a(), ids);
        enrolments().updateAll(locked);
        return locked.size();
    }

    private int settled(List<Enrolment> due) {
        enrolments()
                .settle(due.stream()
                        .map(one -> Outreachbook.step(one, 1, EnrolmentStep.Outcome.SENT, null))
                        .toList());
        return due.size();
    }

    private int refused(List<EnrolmentId> ids) {
        Map<EnrolmentId, String> codes = new LinkedHashMap<>();
        ids.forEach(id -> codes.put(id, "not_assigned"));
        enrolments().refuseRest(a(), codes, NOW);
        return ids.size();
    }

    private Map<EnrolmentId, List<SentLog.Earlier>> earlier(List<EnrolmentId> ids) {
        return stores().sentLog().earlier(a(), ids);
    }

    private long readsWhole(String sql) {
        return read(() -> {
            long before = looked("seq_tup_read") + looked("idx_tup_fetch");
            Db.query(sql).mapTo(Long.class).one();
            return looked("seq_tup_read") + looked("idx_tup_fetch") - before;
        });
    }

    /** Rows of the large tables, as this connection has counted them so far. */
    private static long looked(String counter) {
        return Db.query("select coalesce(sum(" + counter
                        + "), 0) from pg_stat_xact_user_tables where relname = any (:tables)")
                .bind("tables", LARGE.toArray(String[]::new))
                .mapTo(Long.class)
                .one();
    }

    /** Of a hundred enrolments two are due, most wait for a later step, and some sleep, are held or over; a fifth was called a month ago. */
    private void fill() throws SQLException {
        String client = "'" + a().value() + "'::uuid";
        String campaign = "'" + campaign().id().value() + "'::uuid";
        String now = "timestamptz '" + NOW + "'";
        try (Connection connection = database.superuser();
                Statement statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica");
            statement.execute("create temp table n as select i, gen_random_uuid() lead, gen_random_uuid() enrolment"
                    + " from generate_series(1, " + ENROLMENTS + ") i");
            statement.execute("""
                insert into app.lead (client_id, id, source, email, email_key, als_score)
                select %s, lead, 'csv_import', i || '@harbourlane.example', i || '@harbourlane.example', i %% 101 from n
                """.formatted(client));
            statement.execute("""
                insert into app.enrolment (client_id, id, lead_id, campaign_id, sequence_version, status, next_step,
                       next_due_at, snoozed_until, ended_at, hold_code, remedy)
                select %1$s, enrolment, lead, %2$s, 1,
                       case when i %% 100 < 2 then 'pending' when i %% 100 < 62 then 'active'
                            when i %% 100 < 64 then 'snoozed' when i %% 100 < 66 then 'held'
                            when i %% 100 < 98 then 'completed'
                            when i %% 100 = 98 then 'converted' else 'stopped' end,
                       case when i %% 100 < 2 then 1 when i %% 100 < 66 then 2 end,
                       case when i %% 100 < 2 then %3$s - interval '1 hour'
                            when i %% 100 < 66 then %3$s + interval '1 day' * (1 + i %% 7) end,
                       case when i %% 100 between 62 and 63 then %3$s + interval '1 minute' * (i %% 1000 - 50) end,
                       case when i %% 100 = 99 then %3$s - interval '1 hour' end,
                       case when i %% 100 between 64 and 65 then 'content_qa_failed' end,
                       case when i %% 100 between 64 and 65 then 'Look at it.' end
                  from n
                """.formatted(client, campaign, now));
            statement.execute("""
                insert into app.enrolment_step (client_id, enrolment_id, step_no, campaign_id)
                select %s, enrolment, step, %s from n, generate_series(1, 3) step
                """.formatted(client, campaign));
            statement.execute("""
                insert into app.outreach_job (client_id, id, enrolment_id, lead_id, campaign_id, origin, channel, touch_kind,
                       step_no, status, scheduled_at, recipient, resource_id, idem_key, dispatch_count, vendor, vendor_ref,
                       lease_token, lease_until, reconcile_at, sent_at)
                select %1$s, gen_random_uuid(), enrolment, lead, %2$s, 'sequence', 'email', 'email', 1,
                       case when i %% 1000 < 990 then 'sent'
                            else (array['planned', 'ready', 'queued', 'dispatching', 'unknown'])[1 + i %% 5] end,
                       %3$s - interval '1 day', i || '@harbourlane.example', %2$s, 'k' || i, 1, 'fake', 'ref-' || i,
                       case when i %% 5 >= 3 then lead end, case when i %% 5 >= 3 then %3$s - interval '1 hour' end,
                       case when i %% 5 = 4 then %3$s - interval '1 hour' end, %3$s - interval '1 day'
                  from n where i %% 100 >= 2
                """.formatted(client, campaign, now));
            statement.execute("""
                insert into app.outreach_job (client_id, id, enrolment_id, lead_id, campaign_id, origin, channel, touch_kind,
                       step_no, status, scheduled_at, idem_key, dispatch_count, sent_at)
                select %1$s, gen_random_uuid(), enrolment, lead, %2$s, 'sequence', 'voice', 'voice', 2, 'sent',
                       %3$s - interval '30 days', 'called' || i, 1, %3$s - interval '30 days'
                  from n where i %% 5 = 2
                """.formatted(client, campaign, now));
            statement.execute("analyze app.lead, app.enrolment, app.enrolment_step, app.outreach_job");
        }
    }
}
