package io.agencyos.adapters.out.postgres.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.adapters.out.postgres.client.PostgresClients;
import io.agencyos.adapters.out.postgres.lead.PostgresPersonRecords;
import io.agencyos.adapters.out.postgres.lead.PostgresPrivacyRequests;
import io.agencyos.adapters.out.postgres.lead.PostgresSuppressions;
import io.agencyos.adapters.out.postgres.platform.PostgresAudit;
import io.agencyos.adapters.out.postgres.platform.PostgresExportFiles;
import io.agencyos.adapters.out.postgres.testing.FreshDatabase;
import io.agencyos.application.lead.privacy.AnswerPrivacy;
import io.agencyos.application.lead.privacy.KeepPrivacy;
import io.agencyos.application.lead.privacy.KeepPrivacyService;
import io.agencyos.application.lead.privacy.PrivacyPorts;
import io.agencyos.application.lead.store.Suppressions;
import io.agencyos.application.platform.flow.StartRun;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.application.testing.Leadbook;
import io.agencyos.application.testing.TestSealer;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.lead.ContactPoints;
import io.agencyos.domain.lead.PrivacyRequest;
import io.agencyos.domain.lead.PrivacyRequest.Kind;
import io.agencyos.domain.lead.SuppressionReason;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.scoring.EmailStatus;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.PrivacyRequestId;
import io.agencyos.domain.shared.id.UserId;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
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
 * A person is written into every column of every table that can hold words; then erased. What is looked at is the catalogue's,
 * so a table that comes tomorrow is looked at, too. Source: api 9.14, data model 14 (erasure).
 */
class PersonErasureTest {

    private static final String NAME = "Leonora Brandtner";
    private static final String EMAIL = "leonora@brandtner.example";
    private static final String PHONE = "+61491570156";

    @RegisterExtension
    static final FreshDatabase database = new FreshDatabase();

    private static int tenants;

    private final UUID asked = UUID.randomUUID();
    private final UUID other = UUID.randomUUID();
    private final List<LeadId> ended = new ArrayList<>();
    private final TenantScope admin = new TenantScope(new ClientId(asked), new UserId(asked), Role.ADMIN);

    private UnitOfWork units() {
        return database.unitOfWork();
    }

    private PrivacyPorts ports() {
        return new PrivacyPorts(
                new PostgresPrivacyRequests(),
                new PostgresPersonRecords(),
                new PostgresSuppressions("salt"),
                (client, lead) -> ended.add(lead),
                new PostgresExportFiles(),
                new PostgresClients(UUID::randomUUID),
                new TestSealer(),
                new PostgresAudit(),
                units(),
                () -> Leadbook.MONDAY,
                UUID::randomUUID);
    }

    @BeforeEach
    void a_person_stands_everywhere() throws SQLException {
        try (Connection superuser = database.superuser();
                Statement statement = superuser.createStatement()) {
            RowSeeder seeder = new RowSeeder(superuser);
            for (UUID tenant : List.of(asked, other)) {
                seeder.seed(tenant, ++tenants);
                statement.execute("set session_replication_role = replica");
                for (String change : new Catalogue(superuser).strings("""
                    select format('update %s set %s where client_id = ', of_table, string_agg(format('%I = %s', col,
                            case type::text when 'text' then quote_literal('@name <@mail> @phone')
                                when 'jsonb' then quote_literal('{"said": "@name <@mail> @phone"}') || '::jsonb'
                                else 'array[' || quote_literal('@name <@mail> @phone') || ']' end), ', '))
                      from maint.wordy()
                     where type <> 'inet'::regtype and not keyed and not of_table = any (maint.own_people())
                       and (of_table, col) not in (('app.lead'::regclass, 'email'), ('app.lead'::regclass, 'email_key'),
                            ('app.lead'::regclass, 'phone_e164'), ('app.voice_recording'::regclass, 'hold_reason'),
                            ('app.client_slug_history'::regclass, 'slug'), ('app.rescore_request'::regclass, 'key_value'))
                     group by of_table
                    """)) {
                    statement.execute(change.replace("@name", NAME)
                                    .replace("@mail", EMAIL)
                                    .replace("@phone", PHONE) + "'" + tenant + "'");
                }
                for (String link : new Catalogue(superuser).strings("""
                    select format('update %s set lead_id = client_id where client_id = ', r.of_table) from maint.person_rows() r
                     where exists (select from pg_attribute a where a.attrelid = r.of_table and a.attname = 'lead_id')
                    """)) {
                    statement.execute(link + "'" + tenant + "'");
                }
                statement.execute(
                        "update app.lead set email = '%s', email_key = '%s', phone_e164 = '%s' where client_id = '%s'"
                                .formatted(EMAIL, EMAIL, PHONE, tenant));
                statement.execute("update app.privacy_request set status = 'done'");
                statement.execute("update app.flow_run set status = 'succeeded'");
                statement.execute("set session_replication_role = origin");
            }
        }
    }

    /** How many rows of a client there are by table, and whether they hold a text, by {@code table} and {@code holds|table}. */
    private static Map<String, Integer> rows(UUID client, String text) throws SQLException {
        Map<String, Integer> rows = new TreeMap<>();
        try (Connection superuser = database.superuser()) {
            Catalogue catalogue = new Catalogue(superuser);
            catalogue
                    .strings(catalogue.tablesWithClient().stream()
                            .map(table -> "select '" + table + "|' || count(*) from " + table + " t where client_id = '"
                                    + client + "' and t::text ilike '%" + text + "%'")
                            .collect(Collectors.joining(" union all ")))
                    .forEach(line -> rows.put(line.split("\\|")[0], Integer.valueOf(line.split("\\|")[1])));
        }
        rows.values().removeIf(count -> count == 0);
        return rows;
    }

    private PrivacyRequest answered(Kind kind) {
        ClientId client = admin.clientId();
        PrivacyRequestId id = new PrivacyRequestId(UUID.randomUUID());
        String sealed = ports().sealer().sealText(EMAIL, AnswerPrivacy.place(client, id));
        units().inTenant(
                        admin,
                        () -> ports().requests()
                                .insert(PrivacyRequest.opened(
                                        id, client, kind, sealed, admin.userId(), Leadbook.MONDAY)));
        PrivacyRequest answered = new AnswerPrivacy(ports()).answer(client, id).orElseThrow();
        assertThat(new AnswerPrivacy(ports()).answer(client, id)).as("once").isEmpty();
        return answered;
    }

    @Test
    void an_erased_person_stands_nowhere_and_what_was_counted_stays_counted() throws SQLException {
        Map<String, Integer> before = rows(asked, "");
        assertThat(rows(asked, EMAIL)).hasSizeGreaterThan(50);

        PrivacyRequest done = answered(Kind.ERASE);

        assertThat(done.leads()).containsExactly(new LeadId(asked));
        assertThat(done.subject()).isNull();
        assertThat(ended).containsExactly(new LeadId(asked));
        Map<String, Integer> after = rows(asked, "");
        after.remove("app.privacy_request");
        before.remove("app.privacy_request");
        for (String file : List.of(
                "app.voice_recording_piece", "app.voice_recording_file", "app.export_file", "app.export_part")) {
            assertThat(before.remove(file)).as(file).isPositive();
            Integer left = after.remove(file);
            assertThat(left == null ? 0 : left)
                    .as("a voice or a file goes whole: " + file)
                    .isZero();
        }
        assertThat(after).as("rows by table").isEqualTo(before);
        assertThat(rows(asked, EMAIL)).isEmpty();
        assertThat(rows(asked, PHONE.substring(1))).isEmpty();
        try (Connection superuser = database.superuser()) {
            List<String> about = new Catalogue(superuser).strings("""
                select n.nspname || '.' || c.relname from maint.person_rows() r
                  join pg_class c on c.oid = r.of_table join pg_namespace n on n.oid = c.relnamespace
                """);
            assertThat(about).hasSizeGreaterThan(30).contains("app.lead", "app.message");
            assertThat(rows(asked, NAME).keySet()).as("tables about people").doesNotContainAnyElementsOf(about);
        }
    }

    @Test // content 8: hashes kept for suppression; data model 5.11: hash only
    void an_erased_person_is_known_by_a_hash_alone_and_never_written_to_again() throws SQLException {
        answered(Kind.ERASE);

        Suppressions.Subject person = new Suppressions.Subject(
                null,
                null,
                new ContactPoints(Leadbook.email(EMAIL), EmailStatus.UNKNOWN, null, null),
                null,
                null,
                List.of());
        assertThat(units().inTenant(
                                TenantScope.worker(new ClientId(other)),
                                () -> ports().suppressions().match(new ClientId(other), person, Leadbook.MONDAY)))
                .hasValueSatisfying(entry -> {
                    assertThat(entry.clientId()).isNull();
                    assertThat(entry.reason()).isEqualTo(SuppressionReason.LEGAL);
                });
        try (Connection superuser = database.superuser()) {
            assertThat(new Catalogue(superuser).strings("select t::text from app.platform_suppression t"))
                    .isNotEmpty()
                    .noneMatch(row -> row.contains(EMAIL) || row.contains(PHONE));
        }
        assertThat(units().inTenant(
                                TenantScope.worker(admin.clientId()),
                                () -> ports().records()
                                        .held(
                                                admin.clientId(),
                                                Leadbook.email(EMAIL).key())))
                .as("found once")
                .isEmpty();
    }

    @Test // what a run was to do is erased with the person, and without it the run might do more
    void a_run_that_still_has_to_do_with_the_person_ends() throws SQLException {
        try (Connection superuser = database.superuser();
                Statement statement = superuser.createStatement()) {
            statement.execute("""
                insert into app.flow_run (client_id, id, flow, trigger, dedupe_key, concurrency_key, params, status, priority,
                    scheduled_for, lead_id)
                values ('%s', gen_random_uuid(), 'lead_enrichment', 'api', 'k', 'lead_enrichment',
                    '{"lead_id": "%1$s", "force": "true"}', 'queued', 1, now(), '%1$s')
                """.formatted(asked));
        }

        answered(Kind.ERASE);

        try (Connection superuser = database.superuser()) {
            assertThat(new Catalogue(superuser)
                            .strings(
                                    "select status || params from app.flow_run where dedupe_key = 'k' and client_id = '"
                                            + asked + "'"))
                    .containsExactly("cancelled{}");
        }
    }

    @Test
    void another_clients_rows_about_the_same_person_are_its_own() throws SQLException {
        Map<String, Integer> before = rows(other, EMAIL);

        answered(Kind.ERASE);

        assertThat(rows(other, EMAIL)).isEqualTo(before);
    }

    @Test // api 9.14: access: bundle of everything held
    void whoever_asks_is_shown_every_row_in_every_table_about_them() throws SQLException {
        PrivacyRequest done = answered(Kind.ACCESS);
        KeepPrivacy keep = new KeepPrivacyService(ports(), (scope, request) -> new StartRun.Outcome.NotFound());

        Map<String, List<Map<String, String>>> held =
                keep.show(admin, done.id(), Origin.NONE).orElseThrow().held();

        assertThat(held.get("app.lead"))
                .singleElement()
                .satisfies(lead -> assertThat(lead)
                        .containsEntry("email", EMAIL)
                        .containsEntry("first_name", NAME + " <" + EMAIL + "> " + PHONE)
                        .doesNotContainKeys("client_id", "search_text"));
        assertThat(held).containsKeys("app.message", "app.reply", "app.consent", "app.meeting", "app.content_snapshot");
        assertThat(done.rows()).containsEntry("app.message", 1);
        assertThat(held.values().stream().mapToInt(List::size).sum())
                .isEqualTo(done.rows().values().stream()
                        .mapToInt(Integer::intValue)
                        .sum());
        assertThat(rows(asked, EMAIL)).as("nothing is changed").hasSizeGreaterThan(50);
        try (Connection superuser = database.superuser()) {
            assertThat(new Catalogue(superuser)
                            .strings("select action from app.audit_log where resource_id = '"
                                    + done.id().text() + "'"))
                    .as("who looked is on record")
                    .containsExactly("export");
        }
    }

    @Test
    void an_order_whose_job_cannot_start_leaves_nothing() throws SQLException {
        KeepPrivacy keep = new KeepPrivacyService(ports(), (scope, request) -> new StartRun.Outcome.NotFound());
        Map<String, Integer> before = rows(asked, "");

        assertThat(keep.order(admin, Kind.ERASE, Leadbook.email(EMAIL), "key", Origin.NONE))
                .isEqualTo(new KeepPrivacy.Outcome.Ordered(new StartRun.Outcome.NotFound()));

        assertThat(rows(asked, "")).isEqualTo(before);
        TenantScope member = new TenantScope(admin.clientId(), admin.userId(), Role.MEMBER);
        assertThat(keep.order(member, Kind.ERASE, Leadbook.email(EMAIL), "key", Origin.NONE))
                .isEqualTo(new KeepPrivacy.Outcome.RoleRequired(Role.ADMIN));
    }
}
