package io.agencyos.adapters.in.rest.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.adapters.in.http.testing.Answer;
import io.agencyos.adapters.in.http.testing.ApiUnderTest;
import io.agencyos.adapters.in.http.testing.Caller;
import io.agencyos.adapters.in.rest.testing.AllRoutes;
import io.agencyos.domain.client.identity.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The senders that a campaign has chosen. Source: api 8 {@code CampaignResource}, 9.4. */
class CampaignSenderRoutesTest {

    private final ApiUnderTest api = ApiUnderTest.with(AllRoutes::on);
    private Caller member = api.anonymous();
    private String mailbox = "";
    private String resources = "";

    @BeforeEach
    void a_campaign_and_a_mailbox() {
        member = api.as(Role.MEMBER);
        mailbox = api.as(Role.ADMIN)
                .post(
                        "/mailboxes",
                        "{'address':'sam@mail.northlight.example','vendor':'smtp','authenticated':true,"
                                + "'warmup_started_at':'2025-11-01T00:00:00Z'}")
                .at("/id");
        resources =
                "/campaigns/" + member.post("/campaigns", "{'name':'Growth'}").at("/id") + "/resources";
    }

    @AfterEach
    void stop() {
        api.close();
    }

    private Answer choose(String channel, String sender, String more) {
        return member.post(
                resources, "{'channel':'" + channel + "','client_resource_id':'" + sender + "'" + more + "}");
    }

    @Test // RES-5: campaigns inherit the client's resources and follow later additions
    void without_a_choice_the_list_shows_all_that_serve_the_campaign() {
        Answer inherited = member.get(resources);
        assertThat(inherited.json().at("/items")).hasSize(1);
        assertThat(inherited.at("/items/0/name")).isEqualTo("sam@mail.northlight.example");
        assertThat(inherited.at("/items/0/client_resource_id")).isEqualTo(mailbox);
        assertThat(inherited.json().at("/items/0/id").isNull()).isTrue();
        assertThat(inherited.json().at("/items/0/is_chosen").booleanValue()).isFalse();
        assertThat(inherited.json().at("/items/0/is_available").booleanValue()).isTrue();

        api.as(Role.ADMIN)
                .post(
                        "/mailboxes",
                        "{'address':'ana@mail.northlight.example','vendor':'smtp','authenticated':true,"
                                + "'warmup_started_at':'2025-11-01T00:00:00Z'}");
        Answer first = member.get(resources + "?limit=1");
        assertThat(first.at("/items/0/name")).isEqualTo("ana@mail.northlight.example");
        assertThat(member.get(resources + "?limit=1&cursor=" + first.at("/page/next_cursor"))
                        .at("/items/0/name"))
                .isEqualTo("sam@mail.northlight.example");

        choose("email", mailbox, "");
        Answer chosen = member.get(resources);
        assertThat(chosen.json().at("/items")).as("what was chosen alone").hasSize(1);
        assertThat(chosen.json().at("/items/0/is_chosen").booleanValue()).isTrue();
    }

    @Test // api 9.4
    void a_member_chooses_changes_and_gives_up() {

        Answer chosen = choose("email", mailbox, ",'daily_limit':5");
        assertThat(chosen.status()).isEqualTo(201);
        assertThat(chosen.at("/name")).isEqualTo("sam@mail.northlight.example");
        assertThat(chosen.json().at("/remaining").intValue()).isEqualTo(5);
        assertThat(chosen.json().at("/is_available").booleanValue()).isTrue();
        String one = resources + "/" + chosen.at("/id");

        Answer aside = member.patch(one, "{'is_active':false,'daily_limit':null}");
        assertThat(aside.json().at("/is_available").booleanValue()).isFalse();
        assertThat(aside.json().at("/daily_limit").isNull()).isTrue();
        assertThat(chosen.json().at("/version").intValue()).isZero();
        assertThat(aside.json().at("/version").intValue()).isOne();
        assertThat(aside.header("ETag")).contains("\"v1\"");
        assertThat(api.as(Role.VIEWER).get(resources + "?channel=email").at("/items/0/id"))
                .isEqualTo(chosen.at("/id"));
        assertThat(member.get(resources + "?channel=sms").json().at("/items").isEmpty())
                .isTrue();

        assertThat(member.delete(one).status()).isEqualTo(204);
        assertThat(member.delete(one).status()).isEqualTo(404);
        assertThat(api.as(Role.VIEWER).delete(one).code()).isEqualTo("role_required");
    }

    @Test // api 9.4: free-text sender ids are refused; 8: exactly one, ≤ resource limit
    void only_what_is_the_clients_and_good_for_the_channel_is_chosen() {
        assertThat(choose("email", api.world().ids.next().toString(), "").at("/errors/0/code"))
                .isEqualTo("unknown_resource");
        assertThat(choose("sms", mailbox, "").at("/errors/0/code")).isEqualTo("channel_mismatch");
        assertThat(choose("email", mailbox, ",'daily_limit':9999").at("/errors/0/code"))
                .isEqualTo("above_resource_limit");
        assertThat(choose("email", mailbox, ",'seat_id':'" + mailbox + "'").at("/errors/0/code"))
                .isEqualTo("exactly_one");
        assertThat(member.post(resources, "{'channel':'email'}").at("/errors/0/code"))
                .isEqualTo("exactly_one");

        Answer chosen = choose("email", mailbox, "");
        Answer again = choose("email", mailbox, "");
        assertThat(again.code()).isEqualTo("duplicate");
        assertThat(again.at("/existing_id")).isEqualTo(chosen.at("/id"));
    }

    @Test // api 9.4: draft copy with steps and resources
    void a_copy_of_a_campaign_has_its_senders() {
        choose("email", mailbox, ",'daily_limit':5");

        Answer copy = member.post(resources.replace("/resources", "/clone"));

        assertThat(member.get("/campaigns/" + copy.at("/id") + "/resources")
                        .json()
                        .at("/items/0/daily_limit")
                        .intValue())
                .isEqualTo(5);
    }

    @Test // api 9.4 activate, no_resource_<channel>
    void a_campaign_whose_choices_are_all_put_aside_is_not_activated() {
        member.patch(resources + "/" + choose("email", mailbox, "").at("/id"), "{'is_active':false}");

        assertThat(member.post(resources.replace("/resources", "/activate")).text())
                .contains("\"no_resource_email\"");
    }
}
