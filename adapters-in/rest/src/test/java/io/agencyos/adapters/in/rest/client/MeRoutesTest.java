package io.agencyos.adapters.in.rest.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.adapters.in.http.testing.Answer;
import io.agencyos.adapters.in.http.testing.ApiUnderTest;
import io.agencyos.adapters.in.http.testing.Caller;
import io.agencyos.adapters.in.rest.testing.AllRoutes;
import io.agencyos.domain.client.identity.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** People and what they say of themselves. Source: api 2, {@code /me}. */
class MeRoutesTest {

    private static final ApiUnderTest API = ApiUnderTest.with(AllRoutes::on);
    private static final String ME = "/api/v1/me";

    private final Caller sam = API.as(Role.VIEWER);

    @AfterAll
    static void stop() {
        API.close();
    }

    private Answer change(String etag, String body) {
        return sam.with("If-Match", etag).patch(ME, body);
    }

    @Test
    void a_person_changes_what_is_mentioned_and_nothing_else() {
        Answer me = sam.get(ME);
        assertThat(me.at("/timezone")).isEqualTo("Australia/Sydney");
        assertThat(me.at("/preferences/theme")).isEqualTo("system");
        assertThat(me.json().path("preferences").path("shortcuts_enabled").booleanValue())
                .isTrue();
        String first = me.header("ETag").orElseThrow();

        Answer changed = change(first, """
            {'full_name':'Sam O’Dea','phone':'0491 570 156','avatar_url':'https://pictures.agency.example/sam.png',
             'preferences':{'theme':'dark','list_columns':{'leads':['name','tier']}}}\
            """);
        assertThat(changed.status()).as(changed.text()).isEqualTo(200);
        assertThat(changed.at("/phone")).isEqualTo("+61491570156");
        assertThat(changed.at("/preferences/theme")).isEqualTo("dark");
        assertThat(changed.at("/preferences/density")).isEqualTo("auto");
        assertThat(changed.at("/preferences/list_columns/leads/1")).isEqualTo("tier");

        Answer again = change(changed.header("ETag").orElseThrow(), "{'phone':null,'timezone':'Australia/Perth'}");
        assertThat(again.json().path("phone").isNull()).isTrue();
        assertThat(again.at("/timezone")).isEqualTo("Australia/Perth");
        assertThat(again.at("/full_name")).isEqualTo("Sam O’Dea");
        assertThat(again.at("/preferences/theme")).isEqualTo("dark");
        assertThat(sam.get(ME).text()).isEqualTo(again.text());
    }

    @Test // api 1.6, 1.3: 428 without, 412 with an old one; all errors at once; unknown members named
    void a_change_needs_the_version_that_was_read_and_says_all_that_is_wrong() {
        String first = sam.get(ME).header("ETag").orElseThrow();
        assertThat(sam.patch(ME, "{'full_name':'Sam'}").code()).isEqualTo("precondition_required");
        assertThat(change(first, "{'full_name':'Sam'}").status()).isEqualTo(200);
        assertThat(change(first, "{'full_name':'Kim'}").code()).isEqualTo("version_conflict");

        String now = sam.get(ME).header("ETag").orElseThrow();
        Answer wrong = change(now, "{'phone':'12','avatar_url':'http://plain.example/x'}");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.json().path("errors"))
                .extracting(error -> error.path("pointer").stringValue())
                .containsExactlyInAnyOrder("/phone", "/avatar_url");
        assertThat(change(now, "{'is_platform_admin':true}").at("/errors/0/code"))
                .isEqualTo("unknown_field");
        assertThat(change(now, "{'preferences':{'theme':'pink'}}").at("/errors/0/pointer"))
                .isEqualTo("/preferences/theme");
        assertThat(change(now, "{'full_name':null}").at("/errors/0/pointer")).isEqualTo("/full_name");
    }
}
