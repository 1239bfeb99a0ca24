package io.agencyos.adapters.in.rest.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.adapters.in.http.testing.Answer;
import io.agencyos.adapters.in.http.testing.ApiUnderTest;
import io.agencyos.adapters.in.http.testing.Caller;
import io.agencyos.adapters.in.rest.testing.AllRoutes;
import io.agencyos.domain.client.identity.Role;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PersonaRoutesTest {

    private final ApiUnderTest api = ApiUnderTest.with(AllRoutes::on);

    @AfterEach
    void stop() {
        api.close();
    }

    @Test // api 8, 9.2
    void a_persona_is_made_shown_and_changed() {
        Caller admin = api.as(Role.ADMIN);
        String sam = "{'first_name':'Sam','last_name':'Oduya','email':'sam@northlight.example'}";

        Answer made = admin.post("/personas", sam);

        assertThat(made.status()).isEqualTo(201);
        assertThat(made.at("/display_name")).startsWith("Sam from ");
        assertThat(made.json().at("/is_default").booleanValue()).isTrue();
        assertThat(api.as(Role.MEMBER).post("/personas", sam).status()).isEqualTo(403);
        String one = "/personas/" + made.at("/id");
        Answer shown = api.as(Role.VIEWER).get(one);
        assertThat(shown.header("ETag")).contains("\"v0\"");
        assertThat(api.as(Role.VIEWER).get("/personas").at("/items/0/id")).isEqualTo(made.at("/id"));
        Answer changed = admin.with("If-Match", "\"v0\"").patch(one, "{'title':'Partner','first_name':'Samir'}");
        assertThat(changed.at("/title")).isEqualTo("Partner");
        assertThat(changed.at("/display_name")).startsWith("Samir from ");
        assertThat(changed.at("/email")).isEqualTo("sam@northlight.example");
        assertThat(changed.header("ETag")).contains("\"v1\"");
        assertThat(admin.with("If-Match", "\"v0\"").patch(one, "{'title':null}").status())
                .isEqualTo(412);
        assertThat(api.stranger().get(one).status()).isEqualTo(404);
    }

    @Test // api 8: created_at and updated_at are implied
    void a_persona_says_when_it_was_made_and_changed_in_lists_as_by_itself() {
        Caller admin = api.as(Role.ADMIN);
        Answer made = admin.post("/personas", "{'first_name':'Sam','last_name':'Oduya'}");
        assertThat(made.at("/created_at")).isEqualTo("2026-03-01T23:00:00.000Z");
        assertThat(made.at("/updated_at")).isEqualTo("2026-03-01T23:00:00.000Z");

        api.world().clock.advance(Duration.ofMinutes(3));
        admin.with("If-Match", "\"v0\"").patch("/personas/" + made.at("/id"), "{'title':'Partner'}");
        api.world().clock.advance(Duration.ofMinutes(3));

        Answer listed = admin.get("/personas");
        assertThat(listed.at("/items/0/created_at")).isEqualTo("2026-03-01T23:00:00.000Z");
        assertThat(listed.at("/items/0/updated_at")).isEqualTo("2026-03-01T23:03:00.000Z");
        assertThat(admin.get("/personas/" + made.at("/id")).at("/updated_at")).isEqualTo("2026-03-01T23:03:00.000Z");
    }

    @Test // api 8, outreach 11.1: one seat is one persona
    void a_persona_names_the_seats_that_act_for_it() {
        Caller admin = api.as(Role.ADMIN);
        String sam = admin.post("/personas", "{'first_name':'Sam','last_name':'Oduya'}")
                .at("/id");
        assertThat(admin.get("/personas/" + sam).json().at("/linkedin_seat_ids"))
                .isEmpty();

        String seat = admin.post("/linkedin/connect-sessions", "{'return_to':'settings','persona_id':'" + sam + "'}")
                .at("/seat_id");

        assertThat(admin.get("/personas/" + sam).at("/linkedin_seat_ids/0")).isEqualTo(seat);
        assertThat(admin.get("/personas").at("/items/0/linkedin_seat_ids/0")).isEqualTo(seat);
    }

    @Test // api 1.3
    void everything_wrong_with_a_persona_is_told_at_once() {
        Answer answer = api.as(Role.ADMIN)
                .post(
                        "/personas",
                        "{'first_name':'Sam','last_name':'Oduya','email':'nobody','calendar_link':'northlight'}");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text()).contains("\"pointer\":\"/email\"").contains("\"pointer\":\"/calendar_link\"");
    }

    @Test // api 9.2: the limit of the plan, and ?replacement_id= for the default
    void the_default_goes_only_for_another_one() {
        Caller admin = api.as(Role.ADMIN);
        String sam = admin.post("/personas", "{'first_name':'Sam','last_name':'Oduya'}")
                .at("/id");
        String lee = admin.post("/personas", "{'first_name':'Lee','last_name':'Oduya'}")
                .at("/id");
        admin.with("If-Match", "\"v0\"").patch("/personas/" + lee, "{'is_active':false}");
        assertThat(admin.get("/personas?is_active=true").json().at("/items")).hasSize(1);
        assertThat(admin.get("/personas?is_active=false").at("/items/0/id")).isEqualTo(lee);
        admin.with("If-Match", "\"v1\"").patch("/personas/" + lee, "{'is_active':true}");

        Answer third = admin.post("/personas", "{'first_name':'Kim','last_name':'Oduya'}");
        assertThat(third.status()).isEqualTo(409);
        assertThat(third.code()).isEqualTo("limit_reached");

        Caller seen = admin.with("If-Match", "\"v0\"");
        assertThat(seen.delete("/personas/" + sam).status()).isEqualTo(422);
        assertThat(seen.delete("/personas/" + sam + "?replacement_id=" + lee).status())
                .isEqualTo(204);

        Answer left = admin.get("/personas/" + lee);
        assertThat(left.json().at("/is_default").booleanValue()).isTrue();
        assertThat(admin.get("/personas/" + sam).status()).isEqualTo(410);
    }
}
