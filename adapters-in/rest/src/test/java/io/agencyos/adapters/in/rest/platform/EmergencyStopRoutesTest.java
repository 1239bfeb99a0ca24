package io.agencyos.adapters.in.rest.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.adapters.in.http.testing.Answer;
import io.agencyos.adapters.in.http.testing.ApiUnderTest;
import io.agencyos.adapters.in.http.testing.Caller;
import io.agencyos.adapters.in.rest.testing.AllRoutes;
import io.agencyos.domain.client.identity.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EmergencyStopRoutesTest {

    private static final String STOPS = "/api/v1/admin/emergency-stops";

    private final ApiUnderTest api = ApiUnderTest.with(AllRoutes::on);

    @AfterEach
    void stop() {
        api.close();
    }

    @Test // api 9.17: repeating answers the same stop; the only admin releases at once, of two it takes both
    void staff_stops_a_channel_and_two_of_them_let_it_go() {
        Caller ana = api.staff();
        Caller ben = api.staff();
        Answer set = ana.post(STOPS, "{'scope':'channel','value':'sms','reason':'complaints at night'}");
        Answer again = ben.post(STOPS, "{'scope':'channel','value':'sms','reason':'me too'}");

        assertThat(set.status()).as(set.text()).isEqualTo(200);
        assertThat(again.at("/id")).isEqualTo(set.at("/id"));
        String release = STOPS + "/" + set.at("/id") + "/release";
        assertThat(ana.post(release).status()).isEqualTo(202);
        Answer released = ben.post(release);
        assertThat(released.status()).as(released.text()).isEqualTo(200);
        assertThat(released.json().at("/released_at").isNull()).isFalse();
        assertThat(ana.get(STOPS).json().at("/items").size()).isEqualTo(1);
    }

    @Test // api 1.3, 3: fields are named, and nobody but staff gets near it
    void what_cannot_be_stopped_is_named_and_members_are_kept_out() {
        Answer pigeon = api.staff().post(STOPS, "{'scope':'channel','value':'pigeon','reason':'why not'}");

        assertThat(pigeon.code()).isEqualTo("validation_failed");
        assertThat(pigeon.text()).contains("/value");
        assertThat(api.as(Role.OWNER)
                        .post(STOPS, "{'scope':'platform','reason':'mine'}")
                        .status())
                .isIn(403, 404);
    }
}
