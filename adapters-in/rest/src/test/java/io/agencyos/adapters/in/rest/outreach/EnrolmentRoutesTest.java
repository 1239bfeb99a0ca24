package io.agencyos.adapters.in.rest.outreach;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.adapters.in.http.json.Json;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class EnrolmentRoutesTest {

    @Test // api 9.6: refusal{code, class, until, until_event, what_to_do} and checks[{check, code, class, until}]
    void what_a_refusal_does_has_the_same_name_wherever_one_is_shown() {
        JsonNode next = Json.MAPPER.valueToTree(EnrolmentRoutes.NextShown.EXAMPLE);
        JsonNode status = Json.MAPPER.valueToTree(OutlookRoutes.RefusalShown.EXAMPLE);

        assertThat(next.at("/refusal/class").asString()).isEqualTo("defer");
        assertThat(next.at("/checks/0/class").asString()).isEqualTo("defer");
        assertThat(status.at("/class").asString()).isEqualTo("hold");
    }
}
