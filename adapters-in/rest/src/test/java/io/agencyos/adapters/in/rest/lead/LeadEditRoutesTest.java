package io.agencyos.adapters.in.rest.lead;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.adapters.in.http.testing.Answer;
import io.agencyos.adapters.in.http.testing.ApiUnderTest;
import io.agencyos.adapters.in.http.testing.Caller;
import io.agencyos.adapters.in.rest.testing.AllRoutes;
import io.agencyos.domain.client.identity.Role;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LeadEditRoutesTest {

    private static final String PRIYA = "{'email':'priya@harbourlane.example','first_name':'Priya','last_name':'Raman',"
            + "'phone':'0491 570 006','external_id':'crm-1','metadata':{'list':'expo','owner':'sam'},"
            + "'organization':{'industry':'Software','employee_count':40,'country':'Australia'}}";

    private final ApiUnderTest api = ApiUnderTest.with(AllRoutes::on);

    @AfterEach
    void stop() {
        api.close();
    }

    @Test // api 9.6, 1.6: made, read, changed with If-Match, taken away
    void a_lead_is_made_changed_and_taken_away() {
        Caller member = api.as(Role.MEMBER);
        Answer made = member.post("/leads", PRIYA);
        String lead = "/leads/" + made.at("/id");

        assertThat(made.status()).as(made.text()).isEqualTo(201);
        assertThat(made.header("Location").orElseThrow()).endsWith(lead);
        assertThat(made.at("/source")).isEqualTo("manual");
        assertThat(made.at("/phone")).isEqualTo("+61491570006");
        assertThat(made.at("/domain")).isEqualTo("harbourlane.example");
        assertThat(made.at("/organization/country")).isEqualTo("AU");
        assertThat(made.at("/metadata/owner")).isEqualTo("sam");

        String patch = "{'title':'CEO','email':'priya@newco.example','organization':{'industry':null},"
                + "'metadata':{'owner':null,'stage':'b'}}";
        assertThat(member.patch(lead, patch).code()).isEqualTo("precondition_required");
        Answer changed =
                member.with("If-Match", made.header("ETag").orElseThrow()).patch(lead, patch);
        assertThat(changed.status()).as(changed.text()).isEqualTo(200);
        assertThat(changed.at("/title")).isEqualTo("CEO");
        assertThat(changed.at("/domain")).isEqualTo("newco.example");
        assertThat(changed.json().at("/organization/industry").isNull()).isTrue();
        assertThat(changed.json().at("/organization/employee_count").intValue()).isEqualTo(40);
        assertThat(changed.json().at("/metadata").toString()).isEqualTo("{\"list\":\"expo\",\"stage\":\"b\"}");
        assertThat(member.with("If-Match", made.header("ETag").orElseThrow())
                        .patch(lead, patch)
                        .at("/current_etag"))
                .isEqualTo(changed.header("ETag").orElseThrow());

        Caller admin =
                api.as(Role.ADMIN).with("If-Match", changed.header("ETag").orElseThrow());
        assertThat(member.with("If-Match", changed.header("ETag").orElseThrow())
                        .delete(lead)
                        .code())
                .isEqualTo("role_required");
        assertThat(admin.delete(lead).status()).isEqualTo(204);
        assertThat(admin.delete(lead).code()).isEqualTo("deleted");
        assertThat(member.get(lead).status()).isEqualTo(410);
    }

    @Test // api 1.3: every error with its pointer; api 9.6: duplicate with existing_id
    void what_cannot_be_made_says_why() {
        Caller member = api.as(Role.MEMBER);
        String id = member.post("/leads", PRIYA).at("/id");

        Answer twice = member.post("/leads", "{'email':'PRIYA+x@harbourlane.example'}");
        assertThat(twice.code()).isEqualTo("duplicate");
        assertThat(twice.at("/existing_id")).isEqualTo(id);
        Answer wrong = member.post(
                "/leads",
                "{'email':'a@@b','linkedin_url':'https://www.linkedin.com/company/x',"
                        + "'organization':{'country':'Atlantis'}}");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.json().path("errors").values())
                .extracting(error -> error.path("pointer").stringValue() + " "
                        + error.path("code").stringValue())
                .containsExactlyInAnyOrder(
                        "/email invalid_email",
                        "/linkedin_url invalid_linkedin_url",
                        "/organization/country invalid_country");
        Answer nobody = member.post("/leads", "{'first_name':'Priya'}");
        assertThat(nobody.at("/errors/0/code")).isEqualTo("identity_required");
        assertThat(member.post("/leads", "{'status':'scored','email':'x@y.example'}")
                        .at("/errors/0/code"))
                .isEqualTo("unknown_field");
        assertThat(api.as(Role.VIEWER).post("/leads", PRIYA).code()).isEqualTo("role_required");
        assertThat(api.stranger()
                        .with("If-Match", "\"v0\"")
                        .patch("/leads/" + id, "{'title':'x'}")
                        .status())
                .isEqualTo(404);
    }

    @Test // api 1.5
    void the_same_order_with_the_same_key_makes_one_lead() {
        Caller member = api.as(Role.MEMBER).with("Idempotency-Key", "lead-1");

        assertThat(member.post("/leads", PRIYA).text())
                .isEqualTo(member.post("/leads", PRIYA).text());
        assertThat(member.get("/leads").json().path("items").size()).isEqualTo(1);
    }

    @Test // api 1.6: W: a key may leave If-Match out of a patch of a lead or customer; a sent one is honoured, nothing
    // else
    void a_program_changes_the_newest_version_where_it_names_none() {
        Answer key = api.as(Role.ADMIN)
                .post("/api-keys", "{'name':'Sync','scopes':['leads:write','customers:write'],'role_cap':'member'}");
        Caller program = api.bearer(key.at("/secret"));
        Answer made = program.post("/leads", PRIYA);
        String lead = "/leads/" + made.at("/id");

        assertThat(program.patch(lead, "{'title':'CEO'}").status()).isEqualTo(200);
        Answer second = program.patch(lead, "{'first_name':'Pria'}");
        assertThat(second.at("/title")).isEqualTo("CEO");
        assertThat(second.at("/first_name")).isEqualTo("Pria");
        assertThat(program.with("If-Match", made.header("ETag").orElseThrow())
                        .patch(lead, "{'title':'CFO'}")
                        .code())
                .isEqualTo("version_conflict");
        assertThat(program.with("If-Match", "*").patch(lead, "{'title':'CFO'}").code())
                .isEqualTo("precondition_required");
        assertThat(api.as(Role.MEMBER).patch(lead, "{'title':'CFO'}").code()).isEqualTo("precondition_required");

        Answer customer = program.post("/customers", "{'company_name':'Harbour','domain':'harbour.example'}");
        assertThat(program.patch("/customers/" + customer.at("/id"), "{'company_name':'Harbour Lane'}")
                        .at("/company_name"))
                .isEqualTo("Harbour Lane");
        assertThat(api.as(Role.MEMBER)
                        .patch("/customers/" + customer.at("/id"), "{'company_name':'Harbour'}")
                        .code())
                .isEqualTo("precondition_required");
    }

    @Test // api 1.4: metadata[key]=value filters leads; keys and cursors are as strict as other filters
    void leads_are_listed_by_their_metadata() {
        Caller member = api.as(Role.MEMBER);
        for (String list : List.of("one", "two", "two")) {
            member.post(
                    "/leads",
                    "{'email':'" + UUID.randomUUID() + "@pairs.example','metadata':{'list':'" + list
                            + "','of':'pairs'}}");
        }

        assertThat(member.get("/leads?metadata%5Blist%5D=two&metadata%5Bof%5D=pairs")
                        .json()
                        .at("/items"))
                .hasSize(2);
        Answer first = member.get("/leads?metadata%5Bof%5D=pairs&limit=2");
        assertThat(member.get("/leads?metadata%5Bof%5D=pairs&limit=2&cursor=" + first.at("/page/next_cursor"))
                        .json()
                        .at("/items"))
                .hasSize(1);
        assertThat(member.get("/leads?metadata%5Bof%5D=other&limit=2&cursor=" + first.at("/page/next_cursor"))
                        .code())
                .isEqualTo("cursor_mismatch");
        for (String wrong : List.of("metadata=two", "metadata%5BList%5D=two", "metadata%5B%5D=two", "q%5Bx%5D=two")) {
            assertThat(member.get("/leads?" + wrong).at("/errors/0/code"))
                    .as(wrong)
                    .isEqualTo("unknown_parameter");
        }
        assertThat(member.get("/leads?metadata%5Blist%5D=").at("/errors/0/code"))
                .isEqualTo("blank");
    }
}
