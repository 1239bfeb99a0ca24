package io.agencyos.adapters.in.rest.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.adapters.in.http.testing.Answer;
import io.agencyos.adapters.in.http.testing.ApiUnderTest;
import io.agencyos.adapters.in.http.testing.Caller;
import io.agencyos.adapters.in.http.testing.MemoryWorld;
import io.agencyos.adapters.in.rest.testing.AllRoutes;
import io.agencyos.adapters.in.rest.testing.FlowWorld;
import io.agencyos.adapters.in.rest.testing.PrivacyInMemory;
import io.agencyos.adapters.out.memory.platform.MemoryExportFiles;
import io.agencyos.application.client.billing.CompleteCheckout;
import io.agencyos.application.platform.export.Cell;
import io.agencyos.application.platform.export.ExportFiles;
import io.agencyos.application.platform.export.ExportOrder;
import io.agencyos.application.platform.export.Exporting;
import io.agencyos.application.platform.export.Sheet;
import io.agencyos.application.platform.export.SheetFormat;
import io.agencyos.application.platform.flow.StartRun;
import io.agencyos.application.platform.usage.VendorMeter;
import io.agencyos.application.platform.usage.VendorMeter.Metered;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.client.billing.Plan;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.platform.usage.MeteredUnit;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.id.RunId;
import io.agencyos.domain.shared.id.UserId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ExportRoutesTest {

    private static final String SPAN = "'from':'2026-01-01','to':'2026-01-31'";

    private final ApiUnderTest api = ApiUnderTest.with(AllRoutes::on);

    @AfterEach
    void stop() {
        api.close();
    }

    private Answer ended(Answer ordered) {
        assertThat(ordered.status()).as(ordered.text()).isEqualTo(202);
        api.world().work.run();
        return api.as(Role.VIEWER).get("/jobs/" + ordered.at("/id"));
    }

    private void lead(String address, String name) {
        Answer made = api.as(Role.MEMBER)
                .post(
                        "/leads",
                        "{'email':'" + address + "','first_name':'" + name + "','phone':'+61491570006',"
                                + "'metadata':{'list':'expo'}}");
        assertThat(made.status()).as(made.text()).isEqualTo(201);
    }

    private List<String> trail() {
        return StreamSupport.stream(
                        api.as(Role.OWNER)
                                .get("/audit-events?action=export")
                                .json()
                                .at("/items")
                                .spliterator(),
                        false)
                .map(entry -> entry.at("/metadata/sheet").asString() + " "
                        + entry.at("/metadata/rows")
                                .asString(entry.at("/metadata/step").asString()))
                .toList();
    }

    @Test // api 9.6: CSV, link valid 1 h, audited; cells starting with = + - @ are quoted
    void leads_leave_as_a_file_for_an_hour() {
        lead("ada@harbourlane.example", "=cmd()");
        lead("bo@harbourlane.example", "Bo, the second");

        Answer job = ended(api.as(Role.ADMIN).post("/leads/exports", "{}"));

        assertThat(job.at("/status")).isEqualTo("succeeded");
        assertThat(job.json().at("/result/rows").intValue()).isEqualTo(2);
        String address = job.at("/notes/url");
        Answer file = api.as(Role.ADMIN).get(address);
        assertThat(file.header("Content-Type")).contains("text/csv; charset=utf-8");
        assertThat(file.header("Content-Disposition")).contains("attachment; filename=\"leads.csv\"");
        assertThat(file.text().lines().toList()).hasSize(3);
        assertThat(file.text())
                .startsWith("id,external_id,first_name,")
                .contains(",'=cmd(),")
                .contains(",\"Bo, the second\",")
                .contains(",'+61491570006,")
                .contains(",list=expo\r\n");
        assertThat(trail()).containsExactly("leads fetched", "leads 2");

        api.world().clock.advance(Duration.ofHours(1));
        assertThat(api.as(Role.ADMIN).get(address).code()).isEqualTo("link_expired");
    }

    @Test // api 9.14: whoever is erased leaves in no file
    void an_erasure_takes_back_the_files_that_wait() {
        lead("ada@harbourlane.example", "Ada");
        String address = ended(api.as(Role.ADMIN).post("/leads/exports", "{}")).at("/notes/url");
        assertThat(api.as(Role.ADMIN).get(address).status()).isEqualTo(200);

        ended(api.as(Role.ADMIN).post("/privacy-requests", "{'kind':'erase','email':'" + PrivacyInMemory.HELD + "'}"));

        assertThat(api.as(Role.ADMIN).get(address).status()).isEqualTo(404);
    }

    @Test // api 9.14: what was read before an erasure is not in a file that is finished after it
    void a_file_that_is_taken_back_while_it_is_made_is_made_anew() {
        MemoryWorld world = api.world();
        ExportFiles files = new MemoryExportFiles(world.units);
        List<String> read = new ArrayList<>();
        Sheet.Rows rows = (scope, place, ordered) -> {
            String from = place == null ? "first" : place;
            read.add(from);
            if (read.size() == 2) {
                world.units.inTenant(scope, () -> files.withdraw(scope.clientId()));
            }
            List<List<Cell>> row = List.of(List.of(Cell.of(from + read.size())));
            return new Sheet.Part(row, from.equals("first") ? Optional.of("last") : Optional.empty());
        };
        ExportOrder order = new ExportOrder(new Sheet("odd", List.of("row"), rows), SheetFormat.CSV);
        Exporting exporting = new Exporting(new Exporting.Means(files, world.audit, world.units, world.ids));
        FlowWorld flows =
                new FlowWorld(world, List.of(exporting.flow("odd_export", Role.ADMIN, params -> Result.ok(order))));
        TenantScope admin = new TenantScope(api.client(), new UserId(UUID.randomUUID()), Role.ADMIN);

        StartRun.Outcome started =
                flows.engine.startRun().start(admin, StartRun.Request.ofItself("odd_export", Map.of(), "one"));
        world.work.run();

        assertThat(read).containsExactly("first", "last", "first", "last");
        RunId file = ((StartRun.Outcome.Started) started).run().id();
        assertThat(world.units.inTenant(TenantScope.worker(api.client()), () -> files.part(api.client(), file, 1)))
                .hasValueSatisfying(part ->
                        assertThat(new String(part, StandardCharsets.UTF_8)).isEqualTo("first3\r\n"));
    }

    @Test // api 9.6: the filter of the list
    void chosen_leads_leave_alone() {
        lead("ada@harbourlane.example", "Ada");
        lead("bo@tidewater.example", "Bo");

        Answer job = ended(api.as(Role.ADMIN).post("/leads/exports", "{'filter':{'q':'tidewater','status':['new']}}"));

        assertThat(api.as(Role.ADMIN).get(job.at("/notes/url")).text())
                .contains("bo@tidewater.example")
                .doesNotContain("ada@");
        assertThat(api.as(Role.ADMIN)
                        .post("/leads/exports", "{'filter':{'email':'nobody'}}")
                        .at("/errors/0/pointer"))
                .isEqualTo("/filter/email");
    }

    @Test // api 2: never by key; 3: export of personal data A; 4: nobody else's
    void a_file_of_people_is_for_admins() {
        lead("ada@harbourlane.example", "Ada");
        String address = ended(api.as(Role.ADMIN).post("/leads/exports", "{}")).at("/notes/url");

        assertThat(api.as(Role.MEMBER).post("/leads/exports", "{}").code()).isEqualTo("role_required");
        assertThat(api.as(Role.MEMBER).get(address).code()).isEqualTo("role_required");
        assertThat(api.as(Role.VIEWER).get(address).code()).isEqualTo("role_required");
        String secret = api.as(Role.OWNER)
                .post("/api-keys", "{'name':'all','scopes':['read','leads:write'],'role_cap':'admin'}")
                .at("/secret");
        assertThat(api.bearer(secret).post("/leads/exports", "{}").status()).isEqualTo(403);
        assertThat(api.bearer(secret).get(address).status()).isEqualTo(403);
        assertThat(api.stranger().get(address).status()).isEqualTo(404);
    }

    @Test // api 9.9: M; activities and audit A; csv|xlsx
    void reports_leave_as_tables() {
        Caller member = api.as(Role.MEMBER);

        Answer daily = ended(member.post("/reports/exports", "{'report':'daily','format':'csv'," + SPAN + "}"));
        assertThat(member.get(daily.at("/notes/url")).text().lines().toList())
                .hasSize(32)
                .startsWith("day,sent,delivered,replies,meetings_booked", "2026-01-01,0,0,0,0");
        Answer book = ended(member.post("/reports/exports", "{'report':'summary','format':'xlsx'," + SPAN + "}"));
        assertThat(member.get(book.at("/notes/url")).header("Content-Disposition"))
                .contains("attachment; filename=\"summary.xlsx\"");
        assertThat(member.post("/reports/exports", "{'report':'audit','format':'csv'," + SPAN + "}")
                        .code())
                .isEqualTo("role_required");
        Answer audit = ended(api.as(Role.ADMIN)
                .post("/reports/exports", "{'report':'audit','format':'csv','from':'2026-01-01','to':'2026-12-31'}"));
        assertThat(api.as(Role.ADMIN).get(audit.at("/notes/url")).text())
                .contains(",export,ok,export,")
                .contains("sheet=daily");
        assertThat(member.get(audit.at("/notes/url")).code()).isEqualTo("role_required");
    }

    @Test // every report of the list makes a table
    void every_report_can_be_taken_out() {
        for (String report : List.of(
                "summary",
                "campaigns",
                "daily",
                "channels",
                "funnel",
                "attribution",
                "replies",
                "deals",
                "activities",
                "audit")) {
            api.world().clock.advance(Duration.ofMinutes(5));
            Answer job = ended(api.as(Role.ADMIN)
                    .post("/reports/exports", "{'report':'" + report + "','format':'csv'," + SPAN + "}"));
            assertThat(job.at("/status")).as(report).isEqualTo("succeeded");
            assertThat(api.as(Role.ADMIN).get(job.at("/notes/url")).text())
                    .as(report)
                    .contains(",");
        }
    }

    @Test // api 1.7: one unfinished job of a subject; another order is another subject
    void the_same_order_twice_is_one_job_another_is_its_own() {
        Caller admin = api.as(Role.ADMIN);
        Answer first = admin.with("Idempotency-Key", "a").post("/leads/exports", "{}");

        Answer again = admin.with("Idempotency-Key", "b").post("/leads/exports", "{}");
        assertThat(again.code()).isEqualTo("already_running");
        assertThat(again.at("/job_id")).isEqualTo(first.at("/id"));
        api.world().clock.advance(Duration.ofMinutes(5));
        assertThat(admin.with("Idempotency-Key", "c")
                        .post("/leads/exports", "{'filter':{'q':'tide'}}")
                        .status())
                .isEqualTo(202);
    }

    @Test
    void a_span_that_ends_before_it_begins_is_refused_at_once() {
        assertThat(api.as(Role.MEMBER)
                        .post(
                                "/reports/exports",
                                "{'report':'daily','format':'csv','from':'2026-02-01','to':'2026-01-01'}")
                        .at("/errors/0/code"))
                .isEqualTo("invalid_date_range");
    }

    @Test // api 9.17: P/exports list revenue|transactions|clients|waitlist|audit, csv|xlsx; PA, never by anybody else
    void staff_takes_its_lists_out_as_files() {
        Caller staff = api.staff();
        api.world().open("Southlight");
        assertThat(api.anonymous()
                        .post("/api/v1/public/waitlist", "{'email':'kim@waits.example','agency_name':'Kim & Co'}")
                        .status())
                .isEqualTo(202);

        String clients = taken(staff, "{'list':'clients','format':'csv'}");
        assertThat(clients.lines().toList()).hasSize(3);
        assertThat(clients)
                .startsWith("client_id,name,")
                .contains(",Northlight,")
                .contains(",Southlight,");
        assertThat(taken(
                        staff,
                        "{'list':'clients','format':'csv','filter':{'client_id':'"
                                + api.client().text() + "'}}"))
                .contains(",Northlight,")
                .doesNotContain("Southlight");
        assertThat(taken(staff, "{'list':'waitlist','format':'csv'}")).contains("kim@waits.example,Kim & Co,");
        api.world().clock.advance(Duration.ofSeconds(1));
        assertThat(taken(staff, "{'list':'audit','format':'csv'}")).contains(",export,ok,export,");

        assertThat(staff.post(
                                "/api/v1/admin/exports",
                                "{'list':'waitlist','format':'csv','filter':{'client_id':'"
                                        + api.client().text() + "'}}")
                        .at("/errors/0/pointer"))
                .isEqualTo("/filter/client_id");
        api.world()
                .billing
                .completeCheckout()
                .complete(new CompleteCheckout.Order("checkout-1", api.client(), Plan.IGNITION, false));
        assertThat(taken(staff, "{'list':'revenue','format':'csv'}"))
                .startsWith("month,plan,mrr_cents,")
                .contains(",all,250000,1,0,250000,0,0,0,250000,,");
        api.world().clock.advance(Duration.ofSeconds(1));
        assertThat(taken(staff, "{'list':'transactions','format':'csv'}"))
                .contains(",Northlight,started,ignition,250000,250000,,");
        api.world().units.inTenant(TenantScope.worker(api.client()), () -> {
            VendorMeter meter = new VendorMeter(api.world().vendorUsage);
            Instant now = api.world().clock.now();
            meter.expect(api.client(), UUID.randomUUID(), "post", Metered.usual(MeteredUnit.PIECE, 2, true), now);
            return now;
        });
        assertThat(taken(staff, "{'list':'costs','format':'csv'}"))
                .startsWith("day,client_id,category,name,unit,units,cost_micros,")
                .contains("," + api.client().text() + ",letters,post,piece,2,5000000,5000000");
        assertThat(staff.post("/api/v1/admin/exports", "{'list':'wages','format':'csv'}")
                        .at("/errors/0/code"))
                .isEqualTo("unknown_word");
        assertThat(api.as(Role.OWNER)
                        .post("/api/v1/admin/exports", "{'list':'clients','format':'csv'}")
                        .code())
                .isEqualTo("platform_admin_required");
        assertThat(api.as(Role.OWNER)
                        .post("/flows/staff_export/runs", "{'params':{'list':'clients'}}")
                        .code())
                .isEqualTo("role_required");
    }

    private String taken(Caller staff, String order) {
        Answer job = staff.post("/api/v1/admin/exports", order);
        assertThat(job.status()).as(job.text()).isEqualTo(202);
        String file = job.header("Location").orElseThrow();
        assertThat(staff.get(file).status()).as("not yet").isEqualTo(404);
        api.world().work.run();
        Answer made = staff.get(file);
        assertThat(made.status()).as(made.text()).isEqualTo(200);
        return made.text();
    }
}
