package io.agencyos.adapters.in.rest.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.adapters.in.http.testing.Answer;
import io.agencyos.adapters.in.http.testing.ApiUnderTest;
import io.agencyos.adapters.in.http.testing.Caller;
import io.agencyos.adapters.in.rest.testing.AllRoutes;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Source: api 9.1, 9.17. */
class WaitlistRoutesTest {

    private static final ApiUnderTest API = ApiUnderTest.with(AllRoutes::on);
    private static final String JOIN = "/api/v1/public/waitlist";
    private static final String ALL = "/api/v1/admin/waitlist";

    @AfterAll
    static void stop() {
        API.close();
    }

    private static List<String> letters() {
        Instant now = API.world().clock.now();
        return API.world().units.onPlatform(() -> API.world().mails.take(now, now, 100)).stream()
                .map(due -> due.mail().subject())
                .toList();
    }

    @Test // 202 same body whether new or known; confirmation mail queued once; honeypot filled: 202 and dropped
    void whoever_asks_waits_once_and_is_written_to_once() {
        Answer first = API.anonymous().post(JOIN, "{'email':'kim@agency.example','agency_name':'Bright'}");
        Answer again = API.anonymous().post(JOIN, "{'email':'Kim+list@agency.example'}");
        Answer robot = API.anonymous().post(JOIN, "{'email':'robot@agency.example','website':'http://spam.example'}");
        Caller staff = API.staff();

        assertThat(first.status()).isEqualTo(202);
        assertThat(again.text()).isEqualTo(first.text()).isEqualTo(robot.text());
        assertThat(letters()).containsExactly("You are on the list");
        Answer list = staff.get(ALL);
        assertThat(list.json().path("items")).hasSize(1);
        assertThat(list.at("/items/0/agency_name")).isEqualTo("Bright");

        String invite = ALL + "/" + list.at("/items/0/id") + "/invite";
        assertThat(staff.post(invite).at("/invited_at")).isNotEmpty();
        assertThat(staff.post(invite).status()).isEqualTo(200);
        assertThat(letters()).containsExactly("You are on the list", "You may sign up");
        assertThat(staff.post(ALL + "/019baaaa-0000-7000-8000-000000000009/invite")
                        .status())
                .isEqualTo(404);
        assertThat(API.anonymous().post(JOIN, "{'email':'nobody'}").at("/errors/0/pointer"))
                .isEqualTo("/email");
    }
}
