package io.agencyos.adapters.in.rest.deal;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.adapters.in.http.testing.Answer;
import io.agencyos.adapters.in.http.testing.ApiUnderTest;
import io.agencyos.adapters.in.http.testing.Caller;
import io.agencyos.adapters.in.rest.testing.DeskBook;
import io.agencyos.adapters.in.rest.testing.DeskWorld;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.lead.Lead;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Deals and customers over HTTP. */
class DealRoutesTest {

    private final AtomicReference<DeskWorld> desk = new AtomicReference<>();
    private final ApiUnderTest api = ApiUnderTest.with(world -> {
        desk.set(new DeskWorld(world));
        return desk.get().routes();
    });
    private final DeskBook book = new DeskBook(desk.get(), api.client());

    @AfterEach
    void stop() {
        api.close();
    }

    private static String deal(Lead lead) {
        return "{'lead_id':'%s','name':'Growth retainer','value_cents':1000000}"
                .formatted(lead.id().text());
    }

    @Test // api 9.12
    void a_deal_is_made_moved_won_and_makes_a_customer() {
        Lead lead = book.lead();
        Caller member = api.as(Role.MEMBER);

        Answer made = member.post("/deals", deal(lead));

        assertThat(made.status()).isEqualTo(201);
        assertThat(made.at("/stage")).isEqualTo("qualification");
        assertThat(made.at("/probability")).isEqualTo("20");
        assertThat(made.at("/match_status")).isEqualTo("matched");
        assertThat(made.at("/currency")).isEqualTo("AUD");
        assertThat(made.at("/lead/id")).isEqualTo(lead.id().text());
        assertThat(desk.get().stopped).contains("deal_open " + lead.id().text());
        String one = "/deals/" + made.at("/id");
        assertThat(member.post(one + "/stage", "{'stage':'negotiation'}").at("/probability"))
                .isEqualTo("60");
        assertThat(api.as(Role.VIEWER).get("/deals/pipeline").at("/items/2/weighted_value_cents"))
                .isEqualTo("600000");
        assertThat(member.post(one + "/stage", "{'stage':'closed_won'}").status())
                .isEqualTo(422);
        Answer won = member.post(one + "/win");
        assertThat(won.at("/won")).isEqualTo("true");
        Answer lost = member.post(one + "/lose", "{'lost_reason':'no_budget'}");
        assertThat(lost.status()).isEqualTo(409);
        assertThat(lost.at("/from")).isEqualTo("closed_won");
        assertThat(lost.code()).isEqualTo("invalid_transition");
        Answer customers = member.get("/customers");
        assertThat(customers.at("/items/0/company_name"))
                .isEqualTo(lead.company().name());
        assertThat(customers.at("/items/0/deal_value_cents")).isEqualTo("1000000");
        assertThat(member.post(one + "/reopen").at("/stage")).isEqualTo("negotiation");
        assertThat(api.stranger().get(one).status()).isEqualTo(404);
    }

    @Test // api 9.12, 1.3, 1.6
    void what_is_wrong_with_a_deal_is_told_at_once_and_a_lost_update_is_refused() {
        Caller member = api.as(Role.MEMBER);
        assertThat(member.post("/deals", "{'name':' ','value_cents':-1,'stage':'nowhere'}")
                        .status())
                .isEqualTo(422);
        assertThat(member.post("/deals", "{'name':'A','stage':'closed_lost'}").at("/errors/0/pointer"))
                .isEqualTo("/stage");
        Answer made = member.post("/deals", "{'name':'Somebody'}");
        assertThat(made.at("/match_status")).isEqualTo("unmatched");
        String one = "/deals/" + made.at("/id");
        assertThat(member.with("If-Match", "\"v7\"").patch(one, "{'name':'B'}").status())
                .isEqualTo(412);
        Lead lead = book.lead();
        Answer edited = member.with("If-Match", "\"v0\"")
                .patch(
                        one,
                        "{'lead_id':'%s','value_cents':5,'expected_close_date':'2026-05-01'}"
                                .formatted(lead.id().text()));
        assertThat(edited.status()).isEqualTo(200);
        assertThat(edited.at("/lead/id")).isEqualTo(lead.id().text());
        assertThat(member.get("/deals?expected_close_from=2026-05-01&q=some").at("/items/0/value_cents"))
                .isEqualTo("5");
        assertThat(member.get("/deals?expected_close_from=May").status()).isEqualTo(422);
        assertThat(member.get("/deals?match_status=unmatched")
                        .json()
                        .at("/items")
                        .size())
                .isZero();
    }

    @Test // api 1.4
    void deals_are_listed_page_by_page_in_the_order_asked_for() {
        Caller member = api.as(Role.MEMBER);
        for (int value = 1; value <= 5; value++) {
            member.post("/deals", "{'name':'Deal %d','value_cents':%d}".formatted(value, value % 3));
        }
        assertThat(member.pages("/deals?limit=2&sort=-value_cents"))
                .flatExtracting(page -> page.json().at("/items").findValuesAsString("value_cents"))
                .containsExactly("2", "2", "1", "1", "0");
        assertThat(member.pages("/deals?limit=2"))
                .flatExtracting(page -> page.json().at("/items").findValuesAsString("name"))
                .containsExactly("Deal 5", "Deal 4", "Deal 3", "Deal 2", "Deal 1");
    }

    @Test // api 9.12 outcome: create_deal; 8 Meeting: deal_id
    void a_good_meeting_may_end_in_a_deal_once() {
        Lead lead = book.lead();
        Caller member = api.as(Role.MEMBER);
        String meeting = "/meetings/"
                + member.post(
                                "/meetings",
                                "{'lead_id':'%s','scheduled_at':'2026-03-05T02:00:00Z','type':'discovery'}"
                                        .formatted(lead.id().text()))
                        .at("/id");
        String ended = "{'outcome':'good','create_deal':{'name':'Retainer','value_cents':250000}}";

        Answer first = member.post(meeting + "/outcome", ended);
        Answer second = member.post(meeting + "/outcome", ended);

        assertThat(first.status()).isEqualTo(200);
        assertThat(member.get("/deals/" + first.at("/deal_id")).at("/meeting_id"))
                .isEqualTo(first.at("/id"));
        assertThat(second.at("/deal_id")).isEqualTo(first.at("/deal_id"));
        assertThat(member.get("/deals").json().at("/items").size()).isEqualTo(1);
    }

    @Test // api 9.14
    void a_customer_is_added_once_changed_and_taken_away() {
        Caller member = api.as(Role.MEMBER);

        Answer added = member.post(
                "/customers", "{'domain':'https://www.tern.example/about','contact':{'email':'kim@tern.example'}}");

        assertThat(added.status()).isEqualTo(201);
        assertThat(added.at("/domain")).isEqualTo("tern.example");
        assertThat(added.at("/company_name")).isEqualTo("tern.example");
        assertThat(member.get("/suppressions").at("/items/0/reason")).isEqualTo("existing_customer");
        Answer again = member.post("/customers", "{'domain':'tern.example'}");
        assertThat(again.code()).isEqualTo("duplicate");
        assertThat(again.at("/existing_id")).isEqualTo(added.at("/id"));
        String one = "/customers/" + added.at("/id");
        Answer edited = member.with("If-Match", "\"v0\"")
                .patch(one, "{'company_name':'Tern','status':'churned','reference':{'allowed':true}}");
        assertThat(edited.at("/reference/allowed")).isEqualTo("true");
        assertThat(edited.at("/contact/email")).isEqualTo("kim@tern.example");
        assertThat(member.with("If-Match", "\"v1\"")
                        .patch(one, "{'contact':{'email':'nobody'}}")
                        .at("/errors/0/pointer"))
                .isEqualTo("/contact/email");
        assertThat(member.get("/customers?q=TERN&status=churned").at("/items/0/id"))
                .isEqualTo(added.at("/id"));
        assertThat(member.delete(one).status()).isEqualTo(403);
        assertThat(api.as(Role.ADMIN).delete(one + "?remove_suppression=true").status())
                .isEqualTo(204);
        assertThat(member.get("/suppressions").json().at("/items").size()).isZero();
        assertThat(member.get(one).status()).isEqualTo(404);
    }
}
