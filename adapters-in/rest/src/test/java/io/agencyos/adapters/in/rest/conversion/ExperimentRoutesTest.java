package io.agencyos.adapters.in.rest.conversion;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.adapters.in.http.testing.Answer;
import io.agencyos.adapters.in.http.testing.ApiUnderTest;
import io.agencyos.adapters.in.rest.testing.AllRoutes;
import io.agencyos.domain.client.identity.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Source: api 9.10, conversion intelligence 20. */
class ExperimentRoutesTest {

    private static final ApiUnderTest API = ApiUnderTest.with(AllRoutes::on);
    private static final String ALL = "/content-experiments";

    @AfterAll
    static void stop() {
        API.close();
    }

    private static String campaign(String name) {
        return API.as(Role.MEMBER)
                .post("/campaigns", "{\"name\": \"" + name + "\"}")
                .at("/id");
    }

    private static String order(String campaign, int step, String arms) {
        return "{\"campaign_id\": \"%s\", \"step_number\": %d, \"element\": \"cta\", \"arms\": [%s]}"
                .formatted(campaign, step, arms);
    }

    private static final String PLAIN = "{\"name\": \"as it is\"}";
    private static final String IDEAS = "{\"name\": \"ideas\", \"text\": \"Shall I send two ideas for {company}?\"}";

    @Test // api 9.10: arms with n, k, mean, interval, P(best), allocation; one running per step
    void an_experiment_is_begun_read_and_stopped() {
        String campaign = campaign("Experiment");
        Answer begun = API.as(Role.MEMBER).post(ALL, order(campaign, 1, PLAIN + ", " + IDEAS));
        assertThat(begun.status()).as(begun.toString()).isEqualTo(201);
        assertThat(begun.at("/status")).isEqualTo("running");
        assertThat(begun.at("/reward")).isEqualTo("positive_reply");
        Answer listed = API.as(Role.VIEWER).get(ALL + "?campaign_id=" + campaign + "&status=running");
        assertThat(listed.at("/items/0/id")).isEqualTo(begun.at("/id"));
        assertThat(listed.at("/items/0/arms/1/allocation")).startsWith("0.5");
        assertThat(listed.at("/items/0/arms/1/n")).isEqualTo("0");
        assertThat(listed.at("/items/0/arms/1/ci_high")).isNotEmpty();
        assertThat(listed.at("/items/0/sentence")).startsWith("Nothing is known yet");
        Answer second = API.as(Role.MEMBER).post(ALL, order(campaign, 1, PLAIN + ", " + IDEAS));
        assertThat(second.status()).isEqualTo(409);
        assertThat(second.at("/code")).isEqualTo("already_running");
        String one = ALL + "/" + begun.at("/id");
        assertThat(API.as(Role.VIEWER).post(one + "/stop", "{}").status()).isEqualTo(403);
        Answer stopped = API.as(Role.MEMBER).post(one + "/stop", "{\"reason\": \"The offer changed.\"}");
        assertThat(stopped.at("/status")).isEqualTo("stopped");
        assertThat(stopped.at("/stop_reason")).isEqualTo("The offer changed.");
        assertThat(API.as(Role.MEMBER).post(one + "/stop", "{}").at("/code")).isEqualTo("invalid_transition");
    }

    @Test // CIS 7.1: 2–6 arms that differ in one element; api 1.3: every problem with its pointer
    void what_cannot_be_compared_is_refused() {
        String campaign = campaign("Refused");
        Answer one = API.as(Role.MEMBER).post(ALL, order(campaign, 1, IDEAS));
        assertThat(one.status()).isEqualTo(422);
        assertThat(one.at("/errors/0/pointer")).isEqualTo("/arms");
        Answer news = API.as(Role.MEMBER)
                .post(
                        ALL,
                        order(campaign, 1, PLAIN + ", {\"name\": \"news\", \"text\": \"Did {recent_news} matter?\"}"));
        assertThat(news.at("/errors/0/pointer")).isEqualTo("/arms/1/text");
        assertThat(news.at("/errors/0/code")).isEqualTo("variable_may_be_missing");
        assertThat(API.as(Role.MEMBER)
                        .post(ALL, order(campaign, 19, PLAIN + ", " + IDEAS))
                        .at("/errors/0/pointer"))
                .isEqualTo("/step_number");
        assertThat(API.as(Role.MEMBER)
                        .post(ALL, order("0198c0de-0000-7000-8000-0000000000ff", 1, PLAIN + ", " + IDEAS))
                        .status())
                .isEqualTo(404);
    }
}
