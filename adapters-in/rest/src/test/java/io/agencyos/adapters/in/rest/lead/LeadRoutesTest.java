package io.agencyos.adapters.in.rest.lead;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.adapters.in.http.testing.Answer;
import io.agencyos.adapters.in.http.testing.ApiUnderTest;
import io.agencyos.adapters.in.http.testing.Caller;
import io.agencyos.adapters.in.rest.testing.AllRoutes;
import io.agencyos.application.testing.Leadbook;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.lead.Suppression;
import io.agencyos.domain.lead.SuppressionKeyType;
import io.agencyos.domain.lead.SuppressionReason;
import io.agencyos.domain.lead.SuppressionSource;
import io.agencyos.domain.shared.id.SuppressionId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LeadRoutesTest {

    private static final String CSV = """
        email,first_name,last_name,title,phone
        priya@harbourlane.example,Priya,Raman,Head of Growth,0491 570 006
        priya@harbourlane.example,Priya,Raman,Head of Growth,
        ,Nobody,,,
        """;

    private final ApiUnderTest api = ApiUnderTest.with(AllRoutes::on);

    @AfterEach
    void stop() {
        api.close();
    }

    @Test // api 9.6: row results; 9.6 undo; a second undo is 200 and a no-op
    void a_file_is_imported_looked_at_and_taken_back() {
        Caller member = api.as(Role.MEMBER);
        Answer ordered = member.upload("/leads/imports", "C:\\lists\\leads.csv", CSV, Map.of());
        assertThat(ordered.status()).as(ordered.text()).isEqualTo(202);
        assertThat(ordered.at("/kind")).isEqualTo("lead_import");
        assertThat(ordered.at("/status")).isEqualTo("queued");
        assertThat(member.get("/leads").json().path("items").isEmpty()).isTrue();

        api.world().work.run();

        Answer job = member.get(ordered.header("Location").orElseThrow());
        assertThat(job.at("/status")).as("one row was refused").isEqualTo("partial");
        assertThat(job.json().at("/progress/items/total").intValue()).isEqualTo(3);
        assertThat(job.json().at("/result/created").intValue()).isEqualTo(1);
        String run = job.at("/notes/import_id");
        Answer imported = member.get("/leads/imports/" + run);
        assertThat(imported.at("/file_name")).isEqualTo("leads.csv");
        assertThat(imported.json().at("/rows_total").intValue()).isEqualTo(3);
        assertThat(imported.json().at("/created").intValue()).isEqualTo(1);
        assertThat(imported.json().at("/duplicates").intValue()).isEqualTo(1);
        assertThat(imported.json().at("/invalid").intValue()).isEqualTo(1);
        assertThat(member.get("/leads/imports/" + run + "/rows?result=invalid").at("/items/0/errors/0/code"))
                .isEqualTo("identity_required");

        Answer leads = member.get("/leads");
        assertThat(leads.at("/items/0/name")).isEqualTo("Priya Raman");
        assertThat(leads.at("/items/0/phone")).isEqualTo("+61491570006");
        assertThat(leads.json().at("/items/0/als").isNull()).isTrue();
        assertThat(leads.at("/items/0/import_id")).isEqualTo(run);
        assertThat(member.get("/leads/imports").at("/items/0/id")).isEqualTo(run);
        assertThat(member.get("/leads/imports/" + run).at("/status")).isEqualTo("done");
        assertThat(member.pages("/leads/imports/" + run + "/rows?limit=2")).hasSize(2);
        assertThat(member.get("/leads/imports/" + run + "/rows?result=invalid").at("/items/0/row"))
                .as("the header is row 1")
                .isEqualTo("4");

        String undo = "/leads/imports/" + run + "/undo";
        assertThat(member.post(undo).code()).isEqualTo("role_required");
        Answer undone = api.as(Role.ADMIN).post(undo);
        assertThat(undone.json().path("removed").intValue()).isEqualTo(1);
        assertThat(undone.at("/run/status")).isEqualTo("undone");
        assertThat(undone.at("/run/undone_by/name")).isNotBlank();
        assertThat(member.get("/leads/imports").at("/items/0/undone_by/id")).isEqualTo(undone.at("/run/undone_by/id"));
        assertThat(api.as(Role.ADMIN).post(undo).json().path("removed").intValue())
                .isZero();
        assertThat(member.get("/leads").json().path("items").isEmpty()).isTrue();
        assertThat(member.get("/leads/" + leads.at("/items/0/id")).status()).isEqualTo(410);
    }

    @Test // api 1.5: the same order again imports nothing again
    void the_same_upload_with_the_same_key_is_one_import() {
        Caller member = api.as(Role.MEMBER).with("Idempotency-Key", "upload-1");
        Answer first = member.upload("/leads/imports", "leads.csv", CSV, Map.of());
        Answer again = member.upload("/leads/imports", "leads.csv", CSV, Map.of());

        assertThat(again.text()).isEqualTo(first.text());
        assertThat(again.header("Idempotent-Replayed")).contains("true");
        api.world().work.run();
        assertThat(member.get("/leads/imports").json().path("items").size()).isEqualTo(1);
        assertThat(member.upload("/leads/imports", "leads.csv", CSV + "x@y.example,,,,\n", Map.of())
                        .code())
                .isEqualTo("idempotency_key_reused");
    }

    @Test // api 9.6: dry_run needs no key, answers what would come of the file, and writes nothing
    void a_trial_tells_what_a_file_would_do() {
        Caller member = api.as(Role.MEMBER);
        Answer tried =
                member.with("Idempotency-Key", " ").upload("/leads/imports?dry_run=true", "l.csv", CSV, Map.of());

        assertThat(tried.status()).as(tried.text()).isEqualTo(200);
        assertThat(tried.at("/column_map/first_name")).isEqualTo("first_name");
        assertThat(tried.at("/rows/0/email")).isEqualTo("priya@harbourlane.example");
        assertThat(tried.json().at("/counts/created").intValue()).isEqualTo(1);
        assertThat(tried.json().at("/counts/duplicate_in_file").intValue()).isEqualTo(1);
        assertThat(tried.json().path("rejected").values())
                .extracting(row ->
                        row.path("row").intValue() + " " + row.path("result").stringValue())
                .containsExactly("3 duplicate_in_file", "4 invalid");
        assertThat(member.get("/leads/imports").json().path("items").isEmpty()).isTrue();
        assertThat(member.get("/jobs").json().path("items").isEmpty()).isTrue();
    }

    @Test // api 9.6: JSON {campaign_id?, leads[1..1000]} → 200 Import with per-row results
    void a_list_is_imported_at_once_and_every_row_is_told() {
        Caller member = api.as(Role.MEMBER);
        String list = "{'leads':[{'email':'priya@harbourlane.example','first_name':'Priya','external_id':'crm-17',"
                + "'metadata':{'list':'expo'},'organization':{'employee_count':25}},"
                + "{'email':'PRIYA@harbourlane.example'},{'first_name':'Nobody'}]}";
        Answer imported = member.post("/leads/imports", list);

        assertThat(imported.status()).as(imported.text()).isEqualTo(200);
        assertThat(imported.at("/run/source")).isEqualTo("api");
        assertThat(imported.json().path("rows").values())
                .extracting(row -> row.path("result").stringValue())
                .containsExactly("created", "duplicate_in_file", "invalid");
        Answer lead = member.get("/leads?external_id=crm-17");
        assertThat(lead.at("/items/0/metadata/list")).isEqualTo("expo");
        assertThat(lead.json().at("/items/0/organization/employee_count").intValue())
                .isEqualTo(25);
        assertThat(member.post("/leads/imports", list).json().at("/run/created").intValue())
                .as("the same list again")
                .isZero();
        assertThat(member.post("/leads/imports", "{'leads':[]}").at("/errors/0/pointer"))
                .isEqualTo("/leads");
        assertThat(member.post("/leads/imports", "{'leads':[{'mail':'x'}]}").at("/errors/0/code"))
                .isEqualTo("unknown_field");
        assertThat(member.post("/leads/imports", "{}").at("/errors/0/pointer")).isEqualTo("/file");
        assertThat(member.post("/leads/imports?dry_run=true", list).at("/errors/0/pointer"))
                .isEqualTo("query:dry_run");
        assertThat(api.as(Role.VIEWER).post("/leads/imports", list).code()).isEqualTo("role_required");
    }

    @Test // api 1.7: at most one unfinished job of a kind
    void a_second_file_waits_until_the_first_is_in() {
        Caller member = api.as(Role.MEMBER);
        Answer first = member.upload("/leads/imports", "a.csv", CSV, Map.of());
        Answer second = member.upload("/leads/imports", "b.csv", CSV, Map.of());

        assertThat(second.code()).isEqualTo("already_running");
        assertThat(second.at("/job_id")).isEqualTo(first.at("/id"));
        api.world().work.run();
        assertThat(member.upload("/leads/imports", "b.csv", CSV, Map.of()).status())
                .isEqualTo(202);
    }

    @Test // api 9.6
    void a_file_that_cannot_be_taken_says_why() {
        Caller member = api.as(Role.MEMBER);

        assertThat(errors(member.upload("/leads/imports", "x.csv", "a,b\n1,2\n", Map.of())))
                .containsExactly("/file identity_required");
        assertThat(errors(
                        member.upload("/leads/imports", "x.csv", CSV, Map.of("column_map", "{\"nothing\":\"email\"}"))))
                .containsExactly("/column_map unknown_column");
        assertThat(errors(member.upload("/leads/imports", "x.csv", CSV, Map.of("column_map", "nonsense"))))
                .containsExactly("/column_map malformed");
        assertThat(errors(member.upload("/leads/imports", "x.csv", CSV, Map.of("campaign_id", "x"))))
                .containsExactly("/campaign_id invalid_id");
        assertThat(errors(member.upload(
                        "/leads/imports",
                        "x.csv",
                        CSV,
                        Map.of("campaign_id", UUID.randomUUID().toString()))))
                .containsExactly("/campaign_id campaign_not_found");
        assertThat(errors(member.upload("/leads/imports", "x.csv", CSV, Map.of("campaign", "x"))))
                .containsExactly("/campaign unknown_field");
        assertThat(member.upload("/leads/imports", "x.csv", "", Map.of()).at("/errors/0/pointer"))
                .isEqualTo("/file");
    }

    private static List<String> errors(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(422);
        return answer.json().path("errors").values().stream()
                .map(error -> error.path("pointer").stringValue() + " "
                        + error.path("code").stringValue())
                .toList();
    }

    @Test // api 9.6, 1.4
    void leads_are_filtered_sorted_and_paged() {
        seed(1, 2, 3, 4, 5);
        Caller viewer = api.as(Role.VIEWER);

        assertThat(viewer.pages("/leads?limit=2")).hasSize(3);
        assertThat(names(viewer.get("/leads?sort=created_at&limit=2"))).containsExactly("p1", "p2");
        assertThat(names(viewer.get("/leads?email=P3%2Bnews@harbourlane.example")))
                .containsExactly("p3");
        assertThat(names(viewer.get("/leads?external_id=crm-4"))).containsExactly("p4");
        assertThat(names(viewer.get("/leads?status=new&status=scored&q=p5@"))).containsExactly("p5");
        assertThat(names(viewer.get("/leads?tier=hot"))).isEmpty();
        assertThat(names(viewer.get("/leads?updated_from=2026-03-01T23:00:04Z")))
                .containsExactly("p5", "p4");
        assertThat(viewer.get("/leads?email=nonsense").at("/errors/0/pointer")).isEqualTo("query:email");
        assertThat(names(viewer.get("/leads?linkedin_url=https://au.linkedin.com/in/P2/")))
                .containsExactly("p2");
        assertThat(viewer.get("/leads?linkedin_url=nonsense").at("/errors/0/pointer"))
                .isEqualTo("query:linkedin_url");
        assertThat(names(viewer.get("/leads?suppressed=false&limit=2"))).containsExactly("p5", "p4");
        assertThat(viewer.pages("/leads?suppressed=false&limit=2")).hasSize(3);
        assertThat(names(viewer.get("/leads?suppressed=true"))).isEmpty();
        assertThat(names(viewer.get("/leads?sort=-company&limit=1"))).containsExactly("p5");
        assertThat(viewer.pages("/leads?sort=last_contacted_at&limit=2")).hasSize(3);
        assertThat(names(viewer.get("/leads?last_contacted_from=2026-03-01T00:00:00Z")))
                .isEmpty();
    }

    @Test // api 1.6, 4
    void a_lead_has_a_tag_and_belongs_to_its_client() {
        seed(1);
        Caller viewer = api.as(Role.VIEWER);
        String lead = "/leads/" + new UUID(1, 1);

        assertThat(viewer.get(lead).header("ETag")).contains("\"v0\"");
        assertThat(viewer.with("If-None-Match", "\"v0\"").get(lead).status()).isEqualTo(304);
        assertThat(viewer.get("/leads/" + new UUID(1, 2)).status()).isEqualTo(404);
        Caller stranger = api.stranger();
        String own = stranger.get("/api/v1/clients").at("/items/0/id");
        assertThat(stranger.get("/api/v1/clients/" + own + lead).status()).isEqualTo(404);
    }

    @Test // api 8 Lead: suppressed, dncr
    void a_lead_shows_what_stands_on_lists_about_it() {
        seed(1, 2);
        Caller viewer = api.as(Role.VIEWER);
        String lead = "/leads/" + new UUID(1, 1);
        Answer free = viewer.get(lead);
        assertThat(free.json().path("suppressed").toString()).isEqualTo("""
            {"is":false,"reason":null,"level":null}\
            """);
        assertThat(free.json().path("dncr").toString()).isEqualTo("""
            {"checked_at":null,"listed":null}\
            """);

        SuppressionId id = new SuppressionId(new UUID(3, 1));
        Suppression competitor = new Suppression(
                id,
                api.client(),
                SuppressionKeyType.EMAIL,
                "p1@harbourlane.example",
                SuppressionReason.COMPETITOR,
                SuppressionSource.MANUAL,
                id,
                null,
                Leadbook.MONDAY,
                null,
                0);
        api.world().units.inTenant(api.world().worker(api.client()), () -> {
            api.world().suppressions.add(List.of(competitor));
            return null;
        });

        assertThat(viewer.get(lead).json().path("suppressed").toString()).isEqualTo("""
            {"is":true,"reason":"competitor","level":"client"}\
            """);
        assertThat(viewer.get("/leads?sort=created_at").json().path("items").values().stream()
                        .map(item -> item.at("/suppressed/is").booleanValue()))
                .containsExactly(true, false);
    }

    private void seed(int... numbers) {
        api.world().units.inTenant(api.world().worker(api.client()), () -> {
            for (int number : numbers) {
                Lead lead = Leadbook.lead(api.client(), number, "p" + number);
                Instant at = Leadbook.MONDAY.plusSeconds(number);
                api.world()
                        .leads
                        .insertAll(List.of(Lead.begun(lead.id(), lead.clientId(), lead.source(), at)
                                .contact(lead.contact())
                                .person(lead.person())
                                .company(lead.company())
                                .roleStart(lead.roleStart())
                                .timezone(lead.timezone())
                                .externalId(lead.externalId())
                                .lead()));
            }
        });
    }

    private static List<String> names(Answer answer) {
        return answer.json().path("items").values().stream()
                .map(item -> item.path("email").stringValue().split("@")[0])
                .toList();
    }
}
