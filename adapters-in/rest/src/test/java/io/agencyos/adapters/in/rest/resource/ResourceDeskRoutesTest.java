package io.agencyos.adapters.in.rest.resource;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.adapters.in.http.testing.Answer;
import io.agencyos.adapters.in.http.testing.ApiUnderTest;
import io.agencyos.adapters.in.http.testing.Caller;
import io.agencyos.adapters.in.rest.testing.AllRoutes;
import io.agencyos.domain.client.identity.Role;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ResourceDeskRoutesTest {

    private static final String STOCK = "/api/v1/admin/resources";

    private final ApiUnderTest api = ApiUnderTest.with(AllRoutes::on);
    private final Caller staff = api.staff();

    @AfterEach
    void stop() {
        api.close();
    }

    private String add(String body) {
        Answer answer = staff.post(STOCK, body);
        assertThat(answer.status()).isEqualTo(201);
        return answer.at("/id");
    }

    private String to(String client) {
        return "{'client_id':'" + client + "'}";
    }

    @Test // api 9.17, 9.2: what staff lend, the client sends from
    void a_domain_of_the_stock_is_lent_with_its_mailboxes_shown_and_taken_back() {
        String domain = add("{'kind':'email_domain','value':'hello-harbour.example','provider':'smtp',"
                + "'authenticated':true,'reputation':80,'warmup_started_at':'2026-01-01T00:00:00Z'}");
        add("{'kind':'mailbox','value':'sam@hello-harbour.example','provider':'smtp','parent_id':'" + domain + "'}");
        String number = add("{'kind':'phone_number','value':'+61255500100','provider':'carrier'}");
        String client = api.client().text();

        Answer lent = staff.post(STOCK + "/" + domain + "/assign", to(client));
        staff.post(STOCK + "/" + number + "/assign", to(client));

        assertThat(lent.at("/status")).isEqualTo("assigned");
        assertThat(lent.at("/clients/0")).isEqualTo(client);
        Caller viewer = api.as(Role.VIEWER);
        Answer shown = viewer.get("/resources?kind=mailbox");
        assertThat(shown.at("/items/0/value")).isEqualTo("sam@hello-harbour.example");
        assertThat(shown.at("/items/0/lent")).isEqualTo("true");
        assertThat(shown.at("/items/0/daily_limit")).isEqualTo("50");
        assertThat(shown.at("/items/0/parent_id")).isEqualTo(domain);
        assertThat(viewer.get("/resources?kind=phone_number").at("/items/0/daily_limit"))
                .as("a number's calls warm up from the day on which it is lent")
                .isEqualTo("20");
        assertThat(viewer.get("/resources").json().at("/items").size()).isEqualTo(3);
        assertThat(viewer.get("/resources?health=critical").json().at("/items").isEmpty())
                .isTrue();
        assertThat(staff.post(STOCK + "/" + domain + "/release", "{}").at("/status"))
                .isEqualTo("held");
        assertThat(viewer.get("/resources").json().at("/items").size()).isEqualTo(1);
        assertThat(staff.get(STOCK + "?status=held&kind=email_domain").at("/items/0/id"))
                .isEqualTo(domain);
    }

    @Test // api 9.17
    void what_cannot_be_done_is_said() {
        String domain = add("{'kind':'email_domain','value':'hello-harbour.example','provider':'smtp'}");
        assertThat(staff.post(STOCK, "{'kind':'email_domain','value':'hello-harbour.example','provider':'smtp'}")
                        .code())
                .isEqualTo("duplicate");
        assertThat(staff.post(STOCK, "{'kind':'mailbox','value':'sam@hello-harbour.example','provider':'smtp'}")
                        .status())
                .isEqualTo(422);
        Answer early = staff.post(STOCK + "/" + domain + "/release", "{}");
        assertThat(early.code()).isEqualTo("invalid_transition");
        assertThat(early.at("/from")).isEqualTo("available");
        assertThat(staff.post(
                                STOCK + "/" + domain + "/assign",
                                to(UUID.randomUUID().toString()))
                        .status())
                .isEqualTo(422);
        assertThat(staff.patch(STOCK + "/" + domain, "{'reputation':95,'authenticated':true}")
                        .at("/reputation"))
                .isEqualTo("95");
        assertThat(staff.post(STOCK + "/" + domain + "/retire", "{}").at("/status"))
                .isEqualTo("retired");
        assertThat(staff.post(STOCK + "/" + UUID.randomUUID() + "/retire", "{}").status())
                .isEqualTo(404);
        assertThat(api.as(Role.OWNER).get(STOCK).status()).isEqualTo(403);
    }
}
