package io.agencyos.adapters.in.rest.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.adapters.in.http.testing.Answer;
import io.agencyos.adapters.in.http.testing.ApiUnderTest;
import io.agencyos.adapters.in.http.testing.Caller;
import io.agencyos.adapters.in.rest.testing.AllRoutes;
import io.agencyos.domain.client.identity.Role;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeletedRoutesTest {

    private static final ApiUnderTest API = ApiUnderTest.with(AllRoutes::on);

    @AfterAll
    static void stop() {
        API.close();
    }

    @ParameterizedTest // api 1.1: a deleted resource answers 410 to members of its client, 404 to others
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        campaign         | /campaigns         | {'name':'Autumn'}                                      | /sequence
        persona          | /personas          | {'first_name':'Lee','last_name':'Oduya'}               |
        customer         | /customers         | {'company_name':'Blue Door','domain':'bluedoor.example'} |
        webhook_endpoint | /webhook-endpoints | {'name':'CRM','url':'https://hooks.agency.example/in','events':['*']} | /deliveries
        lead             | /leads             | {'email':'priya@harbourlane.example','first_name':'Priya'} | /next
        """)
    void what_was_deleted_is_gone_for_members_and_never_was_for_others(
            String kind, String all, String body, String below) {
        Caller admin = API.as(Role.ADMIN);
        if (kind.equals("persona")) {
            // the first one is the default, which goes only for another one
            admin.post(all, "{'first_name':'Sam','last_name':'Oduya'}");
        }
        Answer made = admin.post(
                all, kind.equals("lead") ? body.replace("}", ",'campaign_id':'" + campaign(admin) + "'}") : body);
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        String at = made.header("Location").orElseThrow();
        String one = all + at.substring(at.lastIndexOf('/'));
        Answer read = admin.get(one);
        Answer deleted =
                admin.with("If-Match", read.header("ETag").orElseThrow()).delete(one);
        assertThat(deleted.status()).as(deleted.text()).isEqualTo(204);

        Answer gone = API.as(Role.ADMIN).get(one);
        assertThat(gone.status()).as(gone.text()).isEqualTo(410);
        assertThat(gone.code()).isEqualTo("deleted");
        if (!kind.equals("lead")) {
            assertThat(gone.at("/resource_type")).isEqualTo(kind);
        }
        if (below != null) {
            assertThat(admin.get(one + below).status()).as(one + below).isEqualTo(410);
        }
        assertThat(API.stranger().get(one).status()).isEqualTo(404);
        assertThat(admin.get(all + "/" + UUID.randomUUID()).status()).isEqualTo(404);
    }

    private static String campaign(Caller admin) {
        return admin.post("/campaigns", "{'name':'For " + UUID.randomUUID() + "'}")
                .at("/id");
    }
}
