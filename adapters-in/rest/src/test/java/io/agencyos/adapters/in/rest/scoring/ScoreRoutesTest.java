package io.agencyos.adapters.in.rest.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.adapters.in.http.testing.Answer;
import io.agencyos.adapters.in.http.testing.ApiUnderTest;
import io.agencyos.adapters.in.rest.testing.PoolWorld;
import io.agencyos.application.allocation.AllocationScenario;
import io.agencyos.application.allocation.AllocationScenario.Asking;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.lead.LeadStatus;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ScoreRoutesTest {

    private @Nullable AllocationScenario scenario;
    private @Nullable Asking asking;
    private @Nullable ApiUnderTest server;

    @BeforeEach
    void start() {
        ApiUnderTest started = ApiUnderTest.with(world -> {
            scenario = PoolWorld.on(world);
            return List.of(new ScoreRoutes(scenario.scoring()));
        });
        server = started;
        asking = scenario().asking(started.client(), UnaryOperator.identity());
    }

    @AfterEach
    void stop() {
        api().close();
    }

    @Test // api 9.6, scoring ALS-14
    void the_rows_of_an_explanation_add_up_to_the_score() {
        Lead lead = scenario().lead(asking());

        Answer scored = api().as(Role.MEMBER).post(path(lead, "/score"));
        Answer explained = api().as(Role.VIEWER).get(path(lead, "/score-explanation"));

        assertThat(scored.status()).isEqualTo(200);
        assertThat(explained.status()).isEqualTo(200);
        BigDecimal sum = BigDecimal.ZERO;
        for (JsonNode row : explained.json().at("/rows")) {
            sum = sum.add(row.at("/points").decimalValue());
            assertThat(row.at("/text").asString()).endsWith(".");
        }
        assertThat(sum).isEqualByComparingTo(explained.json().at("/total").decimalValue());
        assertThat(explained.json().at("/total").asInt())
                .isEqualTo(scored.json().at("/score").asInt());
        assertThat(explained.at("/rows/0/signal")).isEqualTo("email");
        assertThat(explained.at("/rows/0/text")).isEqualTo("E-mail address (verified): 8 of 8 points.");
        assertThat(explained.json().at("/missing").size()).isBetween(1, 3);
        assertThat(explained.at("/missing/0/signal")).isEqualTo("phone");
    }

    @Test // api 9.6: newest first, page by page
    void the_scores_of_a_lead_are_listed() {
        Lead lead = scenario().lead(asking());
        api().as(Role.MEMBER).post(path(lead, "/score"));
        api().as(Role.MEMBER).post(path(lead, "/score"));

        Answer list = api().as(Role.VIEWER).get(path(lead, "/scores"));

        assertThat(list.json().at("/items").size())
                .as("the same result is one score")
                .isEqualTo(1);
        assertThat(list.at("/items/0/cause")).isEqualTo("manual");
        assertThat(api().as(Role.VIEWER)
                        .get("/leads/" + UUID.randomUUID() + "/scores")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void what_has_no_score_or_gets_none_is_said() {
        Lead fresh = scenario().lead(asking());
        Lead ended = scenario().lead(asking(), scenario().person(), LeadStatus.NOT_INTERESTED, null);

        assertThat(api().as(Role.VIEWER).get(path(fresh, "/score-explanation")).code())
                .isEqualTo("not_eligible");
        assertThat(api().as(Role.MEMBER).post(path(ended, "/score")).code()).isEqualTo("not_eligible");
        assertThat(api().as(Role.VIEWER).post(path(fresh, "/score")).status()).isEqualTo(403);
        assertThat(api().stranger().get(path(fresh, "/score-explanation")).status())
                .isEqualTo(404);
    }

    private AllocationScenario scenario() {
        return Objects.requireNonNull(scenario);
    }

    private Asking asking() {
        return Objects.requireNonNull(asking);
    }

    private ApiUnderTest api() {
        return Objects.requireNonNull(server);
    }

    private static String path(Lead lead, String rest) {
        return "/leads/" + lead.id().text() + rest;
    }
}
