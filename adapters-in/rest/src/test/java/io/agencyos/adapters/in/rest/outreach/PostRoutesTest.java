package io.agencyos.adapters.in.rest.outreach;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.adapters.in.http.testing.Answer;
import io.agencyos.adapters.in.http.testing.ApiUnderTest;
import io.agencyos.adapters.in.http.testing.Caller;
import io.agencyos.adapters.in.rest.testing.AllRoutes;
import io.agencyos.domain.client.identity.Role;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PostRoutesTest {

    private static final String HOUSE = "{'line1':'%s','line2':null,'suburb':'Sydney','state':'%s','postcode':'%s'}";

    private final ApiUnderTest api = ApiUnderTest.with(AllRoutes::on);

    @AfterEach
    void stop() {
        api.close();
    }

    private static String house(String line1, String state, String postcode) {
        return HOUSE.formatted(line1, state, postcode);
    }

    private static String wish(String house, boolean confirmed) {
        return "{'address':" + house + ",'confirmed':" + confirmed + "}";
    }

    private static String lead(Caller member) {
        return "/leads/"
                + member.post("/leads", "{'email':'priya@harbourlane.example'}").at("/id");
    }

    @Test // outreach 12: off by default, client setting mail_enabled; budget and return address are an admin's
    void letters_are_off_until_an_admin_says_otherwise() {
        Caller admin = api.as(Role.ADMIN);
        Answer before = admin.get("/post");
        assertThat(before.json().path("enabled").booleanValue()).isFalse();
        assertThat(before.json().path("connected").booleanValue()).isTrue();
        String wish = "{'enabled':true,'monthly_budget_cents':13000,'return_address':"
                + house("PO Box 9", "nsw", "2001") + "}";
        assertThat(api.as(Role.MEMBER).put("/post", wish).code()).isEqualTo("role_required");

        assertThat(admin.put("/post", wish).status()).isEqualTo(200);
        Answer after = api.as(Role.VIEWER).get("/post");
        assertThat(after.json().path("enabled").booleanValue()).isTrue();
        assertThat(after.json().path("monthly_budget_cents").intValue()).isEqualTo(13_000);
        assertThat(after.at("/return_address/state")).isEqualTo("nsw");
        assertThat(after.json().path("letter_cents").intValue()).isEqualTo(250);
    }

    @Test // outreach 12
    void letters_need_somewhere_to_come_back_to() {
        Caller admin = api.as(Role.ADMIN);
        assertThat(admin.put("/post", "{'enabled':true}").at("/errors/0/code")).isEqualTo("required");
        assertThat(admin.put("/post", "{'enabled':true,'return_address':" + house("PO Box 9", "nsw", "3001") + "}")
                        .at("/errors/0/code"))
                .isEqualTo("address_invalid");
    }

    @Test // vendors/direct-mail 1: result stored 90 days; a mismatch unless a person confirms it, which is recorded
    void an_address_is_looked_at_and_good_for_ninety_days() {
        Caller member = api.as(Role.MEMBER);
        String at = lead(member) + "/postal-address";
        assertThat(member.get(at).status()).isEqualTo(404);
        Answer kept = member.put(at, wish(house("12 Example Street", "nsw", "2000"), false));

        assertThat(kept.status()).as(kept.text()).isEqualTo(200);
        Answer shown = api.as(Role.VIEWER).get(at);
        assertThat(shown.json().path("fit").booleanValue()).isTrue();
        assertThat(shown.at("/address/line1")).isEqualTo("12 Example Street");
        assertThat(member.put(at, wish(house("12 Example Street", "nsw", "3690"), false))
                        .at("/errors/0/code"))
                .isEqualTo("address_invalid");
        assertThat(member.put(at, wish(house("12 Example Street", "nsw", "3690"), true))
                        .json()
                        .path("confirmed")
                        .booleanValue())
                .isTrue();
        assertThat(api.as(Role.VIEWER)
                        .put(at, wish(house("1 Example Street", "nsw", "2000"), false))
                        .code())
                .isEqualTo("role_required");
        assertThat(member.put(
                                "/leads/" + new UUID(0, 9) + "/postal-address",
                                wish(house("1 Example Street", "nsw", "2000"), false))
                        .status())
                .isEqualTo(404);
    }

    @Test // vendors/direct-mail 1: failed → address_invalid; corrected is shown for acceptance
    void the_post_knows_better_or_knows_no_such_house() {
        Caller member = api.as(Role.MEMBER);
        String at = lead(member) + "/postal-address";
        assertThat(member.put(at, wish(house("1 Nowhere Lane", "nsw", "2000"), true))
                        .at("/errors/0/code"))
                .isEqualTo("address_invalid");
        Answer better = member.put(at, wish(house("12 Example St", "nsw", "2000"), false));
        assertThat(better.status()).isEqualTo(422);
        assertThat(better.at("/errors/0/code")).isEqualTo("address_corrected");
        assertThat(better.at("/errors/0/params/corrected/line1")).isEqualTo("12 Example Street");
        assertThat(member.get(at).status())
                .as("nothing is kept until somebody decides")
                .isEqualTo(404);

        assertThat(member.put(at, wish(house("12 Example St", "nsw", "2000"), true))
                        .status())
                .isEqualTo(200);
    }

    @Test // outreach 12 footer: how to stop mail; 3.3 check 21: channel-only
    void who_wants_no_more_letters_gets_none_at_any_address() {
        Caller member = api.as(Role.MEMBER);
        String at = lead(member) + "/postal-address";
        assertThat(member.post(at + "/opt-out", "{}").status()).isEqualTo(404);
        member.put(at, wish(house("12 Example Street", "nsw", "2000"), false));

        Answer out = member.post(at + "/opt-out", "{}");
        assertThat(out.status()).as(out.text()).isEqualTo(200);
        assertThat(out.at("/address_state")).isEqualTo("opted_out");
        member.put(at, wish(house("99 Example Street", "nsw", "2000"), false));
        Answer moved = member.get(at);
        assertThat(moved.at("/address_state")).isEqualTo("opted_out");
        assertThat(moved.json().path("fit").booleanValue()).isFalse();
    }

    @Test // outreach 12 states
    void nothing_was_ordered_yet() {
        assertThat(api.as(Role.VIEWER).get("/letters").json().path("items")).isEmpty();
    }
}
