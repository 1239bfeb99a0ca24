package io.agencyos.adapters.out.postgres.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agencyos.adapters.out.postgres.testing.FreshDatabase;
import io.agencyos.application.shared.ScopeViolation;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.UserId;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The table of examples of data model 2, and what may be asked before a tenant is known. */
class SecurityExamplesTest {

    @RegisterExtension
    static final FreshDatabase database = new FreshDatabase();

    private static final ClientId A = new ClientId(new UUID(0xA, 0xA));
    private static final ClientId B = new ClientId(new UUID(0xB, 0xB));
    private static final ClientId TWIN_OF_A = new ClientId(new UUID(0xAA, 0xAA));
    private static final UserId USER_A = new UserId(A.value());
    private static final UserId USER_B = new UserId(B.value());

    @BeforeAll
    static void two_tenants_and_the_twin_of_one() throws SQLException {
        try (Connection superuser = database.superuser();
                Statement statement = superuser.createStatement()) {
            RowSeeder seeder = new RowSeeder(superuser);
            seeder.seed(A.value(), 1);
            seeder.seed(B.value(), 2);
            statement.execute("insert into client (client_id, name, slug, mode, twin_of) values ('" + TWIN_OF_A.text()
                    + "', 'Twin', 'test-tenant_1', 'test', '" + A.text() + "')");
            statement.execute("update client set slug = 'new-name' where client_id = '" + A.text() + "'");
            statement.execute("insert into client_slug_history (slug, client_id, replaced_at, free_at) values"
                    + " ('old-name', '" + A.text() + "', '2026-03-01', '2026-05-30')");
            statement.execute("update membership set role = 'admin' where client_id = '" + A.text() + "'");
            statement.execute("insert into pool_person (id, email, vendor_ref) values ('" + A.text()
                    + "', 'claimed@example.com', 'x'), ('" + B.text() + "', 'other@example.com', 'y')");
        }
    }

    private static UnitOfWork units() {
        return database.unitOfWork();
    }

    private static TenantScope as(ClientId client, Role role) {
        return new TenantScope(client, null, role);
    }

    private static long count(String from) {
        return Db.query("select count(*) from " + from).mapTo(Long.class).one();
    }

    @Test
    void without_a_context_no_lead_is_seen() throws SQLException {
        try (Connection connection = database.as(DatabaseRole.APP);
                Statement statement = connection.createStatement()) {
            assertThat(new Catalogue(connection).strings("select count(*) from lead"))
                    .containsExactly("0");
            assertThatThrownBy(() -> statement.execute("insert into lead (client_id, id, source, email_key) values"
                            + " (gen_random_uuid(), gen_random_uuid(), 'api', 'x@example.com')"))
                    .hasMessageContaining("row-level security");
        }
    }

    @Test
    void a_lead_with_another_client_is_refused_and_nothing_written() {
        assertThatThrownBy(() -> units().inTenant(as(A, Role.MEMBER), () -> insertLead(B)))
                .isInstanceOf(ScopeViolation.class);
        assertThat(units().<Long>onPlatform(() -> count("lead"))).isEqualTo(2);
    }

    private static int insertLead(ClientId client) {
        return Db.update(
                        "insert into lead (client_id, id, source, email_key) values (:client, gen_random_uuid(), 'api',"
                                + " 'planted@example.com')")
                .bind("client", client)
                .execute();
    }

    @Test
    void a_viewers_update_of_a_lead_changes_no_row() {
        assertThat(units().<Integer>inTenant(
                                as(A, Role.VIEWER),
                                () -> Db.update("update lead set title = 'x'").execute()))
                .isZero();
    }

    @Test
    void a_meeting_with_another_tenants_lead_violates_the_foreign_key() {
        assertThatThrownBy(() -> units().inTenant(
                                as(A, Role.MEMBER),
                                () -> Db.update("insert into meeting (client_id, id, lead_id, booked_at, booked_by,"
                                                + " method, scheduled_at) values (:a, gen_random_uuid(), :leadOfB,"
                                                + " now(), 'human', 'direct', now())")
                                        .bind("a", A)
                                        .bind("leadOfB", B)
                                        .execute()))
                .hasMessageContaining("violates foreign key constraint");
    }

    @Test
    void an_admin_cannot_give_a_lead_to_another_client() {
        assertThatThrownBy(() -> units().inTenant(
                                as(A, Role.ADMIN),
                                () -> Db.update("update lead set client_id = :b")
                                        .bind("b", B)
                                        .execute()))
                .isInstanceOf(ScopeViolation.class);
    }

    @Test
    void a_setting_named_scope_changes_nothing() {
        assertThat(units().<Long>inTenant(as(A, Role.OWNER), () -> {
                    Db.handle().execute("set local app.scope = 'platform'");
                    return count("lead");
                }))
                .isEqualTo(1);
    }

    @Test
    void the_worker_writes_a_message_reference_and_a_touch_at_once_and_a_member_no_reference() {
        String reference = "insert into message_ref (provider, external_id, client_id, lead_id) values"
                + " ('mail', gen_random_uuid()::text, :a, :a)";
        units().inTenant(TenantScope.worker(A), () -> {
            Db.update(reference).bind("a", A).execute();
            Db.update("insert into touch (client_id, id, sent_at, lead_id, campaign_id, origin, step_no,"
                            + " attempt_no, channel, kind, touch_no, provider) values (:a, gen_random_uuid(),"
                            + " now(), :a, :a, 'sequence', 1, 1, 'email', 'email', 1, 'mail')")
                    .bind("a", A)
                    .execute();
        });

        assertThatThrownBy(() -> units().inTenant(
                                as(A, Role.OWNER),
                                () -> Db.update(reference).bind("a", A).execute()))
                .isInstanceOf(ScopeViolation.class);
    }

    @Test
    void a_person_sees_the_own_memberships_while_no_client_is_chosen() throws SQLException {
        try (Connection connection = database.as(DatabaseRole.APP);
                Statement statement = connection.createStatement()) {
            statement.execute("set app.user_id = '" + USER_A.text() + "'");
            try {
                assertThat(new Catalogue(connection).strings("select client_id::text from membership"))
                        .containsExactly(A.text());
            } finally {
                statement.execute("reset app.user_id");
            }
        }
    }

    @Test
    void a_viewer_marks_the_own_notice_read_and_no_other_and_changes_no_title() {
        TenantScope viewer = new TenantScope(A, USER_A, Role.VIEWER);
        TenantScope other = new TenantScope(A, USER_B, Role.VIEWER);

        assertThat(units().<Integer>inTenant(viewer, SecurityExamplesTest::markRead))
                .isEqualTo(1);
        assertThat(units().<Integer>inTenant(other, SecurityExamplesTest::markRead))
                .isZero();
        assertThatThrownBy(() -> units().inTenant(
                                viewer,
                                () -> Db.update("update notification set title = 'x'")
                                        .execute()))
                .isInstanceOf(ScopeViolation.class);
    }

    private static int markRead() {
        return Db.update("update notification set read_at = now()").execute();
    }

    @Test
    void the_twin_sees_no_lead_of_its_client() {
        assertThat(units().<Long>inTenant(as(TWIN_OF_A, Role.OWNER), () -> count("lead")))
                .isZero();
    }

    @Test
    void a_member_writes_the_event_and_the_audit_line_of_its_own_change() {
        // decision in docs/decisions/database.md: both belong to the transaction of the change
        units().inTenant(as(A, Role.MEMBER), () -> {
            Db.update("insert into outbox_event (client_id, id, aggregate, aggregate_id, type, payload) values"
                            + " (:a, gen_random_uuid(), 'lead', :a, 'lead.created', '{}')")
                    .bind("a", A)
                    .execute();
            Db.update("insert into audit_log (client_id, id, at, actor_kind, action, outcome, resource_type) values"
                            + " (:a, gen_random_uuid(), now(), 'user', 'lead.create', 'ok', 'lead')")
                    .bind("a", A)
                    .execute();
        });

        assertThat(units().<Long>inTenant(as(A, Role.MEMBER), () -> count("audit_log")))
                .isZero();
        assertThat(units().<Long>inTenant(as(A, Role.ADMIN), () -> count("audit_log")))
                .isEqualTo(2);
        assertThat(units().<Integer>inTenant(
                                as(A, Role.OWNER),
                                () -> Db.update("update outbox_event set published_at = now()")
                                        .execute()))
                .isZero();
    }

    @Test
    void the_platform_reads_leads_and_does_not_write_them() {
        assertThat(units().<Long>onPlatform(() -> count("lead"))).isEqualTo(2);
        assertThatThrownBy(() -> units().onPlatform(() -> insertLead(A))).isInstanceOf(ScopeViolation.class);
    }

    @Test
    void no_application_role_deletes_a_lead() {
        for (TenantScope scope : List.of(as(A, Role.OWNER), TenantScope.worker(A))) {
            assertThatThrownBy(() -> units().inTenant(
                                    scope, () -> Db.update("delete from lead").execute()))
                    .isInstanceOf(ScopeViolation.class);
        }
    }

    @Test
    void co_members_read_a_persons_card_and_nobody_reads_the_password_or_makes_staff() {
        TenantScope member = new TenantScope(A, USER_A, Role.OWNER);

        assertThat(units().<List<String>>inTenant(
                                member,
                                () -> Db.query("select email from app_user")
                                        .mapTo(String.class)
                                        .list()))
                .containsExactly("tenant_1");
        assertThatThrownBy(() -> units().inTenant(
                                member,
                                () -> Db.query("select password_hash from app_user")
                                        .mapTo(String.class)
                                        .list()))
                .isInstanceOf(ScopeViolation.class);
        assertThatThrownBy(() -> units().inTenant(
                                member,
                                () -> Db.update("update app_user set is_platform_admin = true")
                                        .execute()))
                .isInstanceOf(ScopeViolation.class);
    }

    @Test
    void who_is_a_member_of_a_client_is_one_of_its_twin_with_the_same_role() {
        // data model 5.1
        assertThat(clientsOf(USER_A))
                .containsExactlyInAnyOrder(A.text() + " live admin", TWIN_OF_A.text() + " test admin");
        assertThat(clientsOf(USER_B)).hasSize(1);
    }

    private static List<String> clientsOf(UserId user) {
        return units().<List<String>>onPlatform(
                        () -> Db.query("select client_id || ' ' || mode || ' ' || role from app.clients_of_user(:user)")
                                .bind("user", user)
                                .mapTo(String.class)
                                .list());
    }

    @Test
    void a_former_slug_leads_to_its_client_for_ninety_days() {
        assertThat(clientBySlug("new-name", "2026-04-01")).isEqualTo(A.text());
        assertThat(clientBySlug("old-name", "2026-05-29")).isEqualTo(A.text());
        assertThat(clientBySlug("old-name", "2026-05-31")).isEqualTo("none");
    }

    private static String clientBySlug(String slug, String at) {
        return units().<String>onPlatform(() -> Db.query(
                        "select coalesce(app.find_client_by_slug(:slug, cast(:at as timestamptz))::text, 'none')")
                .bind("slug", slug)
                .bind("at", at)
                .mapTo(String.class)
                .one());
    }

    @Test
    void before_a_tenant_is_known_the_api_asks_narrow_functions_only() {
        TenantScope nobody = as(new ClientId(new UUID(9, 9)), Role.VIEWER);

        assertThat(units().<List<String>>inTenant(
                                nobody,
                                () -> Db.query("select user_id::text from app.find_login('tenant_1')")
                                        .mapTo(String.class)
                                        .list()))
                .containsExactly(A.text());
        assertThat(units().<List<String>>inTenant(
                                nobody,
                                () -> Db.query("select client_id::text from app.find_hook('tenant_2')")
                                        .mapTo(String.class)
                                        .list()))
                .containsExactly(B.text());
        assertThat(units().<List<String>>inTenant(
                                nobody,
                                () -> Db.query("select user_id::text from app.find_session(decode(md5('tenant_1'),"
                                                + " 'hex'))")
                                        .mapTo(String.class)
                                        .list()))
                .containsExactly(A.text());
        assertThat(units().<Long>inTenant(nobody, () -> count("app_user"))).isZero();
    }

    @Test
    void of_the_pool_a_tenant_sees_the_persons_that_it_has_claimed() {
        assertThat(units().<List<String>>inTenant(
                                as(A, Role.MEMBER),
                                () -> Db.query("select email from own_pool_person")
                                        .mapTo(String.class)
                                        .list()))
                .containsExactly("claimed@example.com");
        assertThatThrownBy(() -> units().inTenant(as(A, Role.MEMBER), () -> count("pool_person")))
                .isInstanceOf(ScopeViolation.class);
    }
}
