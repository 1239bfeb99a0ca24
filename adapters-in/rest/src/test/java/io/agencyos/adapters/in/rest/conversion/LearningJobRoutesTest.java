package io.agencyos.adapters.in.rest.conversion;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.adapters.in.http.testing.Answer;
import io.agencyos.adapters.in.http.testing.ApiUnderTest;
import io.agencyos.adapters.in.rest.testing.FlowWorld;
import io.agencyos.application.conversion.learning.CheckLearning;
import io.agencyos.application.conversion.learning.LearnPatterns;
import io.agencyos.application.conversion.learning.PatternLearning;
import io.agencyos.application.conversion.suggest.CampaignEvolution;
import io.agencyos.application.conversion.suggest.SuggestCampaigns;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.conversion.evolve.CampaignHealth;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class LearningJobRoutesTest {

    private static ApiUnderTest api(CheckLearning.Standing standing) {
        return api(standing, true);
    }

    private static ApiUnderTest api(CheckLearning.Standing standing, boolean suggestible) {
        return ApiUnderTest.with(world -> {
            FlowWorld flows = new FlowWorld(
                    world,
                    List.of(
                            PatternLearning.flow(
                                    (client, cutOff, run) -> new LearnPatterns.Outcome.InsufficientData(20, 0)),
                            CampaignEvolution.flow(
                                    client -> new SuggestCampaigns.Outcome.Suggested(0, 0, 0),
                                    scope -> new CampaignHealth(0, List.of()))));
            return List.of(new LearningJobRoutes(scope -> standing, scope -> suggestible, flows.engine.startRun()));
        });
    }

    private static final String PLAIN = "{}";
    private static final String FORCED = "{\"force\": true}";

    @Test // CIS 20: 409 insufficient_data {required, available}
    void with_too_little_it_is_told_what_is_missing() {
        try (ApiUnderTest api = api(new CheckLearning.Standing(20, 3, false))) {
            Answer refused = api.as(Role.ADMIN).post("/pattern-learning-jobs", PLAIN);
            assertThat(refused.status()).isEqualTo(409);
            assertThat(refused.at("/code")).isEqualTo("insufficient_data");
            assertThat(refused.at("/required")).isEqualTo("20");
            assertThat(refused.at("/available")).isEqualTo("3");
        }
    }

    @Test // CIS 20: 409 patterns_still_valid, unless forced; an admin's
    void valid_patterns_are_learned_anew_only_where_it_is_forced() {
        try (ApiUnderTest api = api(new CheckLearning.Standing(20, 25, true))) {
            Answer refused = api.as(Role.ADMIN).post("/pattern-learning-jobs", PLAIN);
            assertThat(refused.status()).isEqualTo(409);
            assertThat(refused.at("/code")).isEqualTo("patterns_still_valid");
            assertThat(api.as(Role.MEMBER)
                            .post("/pattern-learning-jobs", FORCED)
                            .status())
                    .isEqualTo(403);
            Answer started = api.as(Role.ADMIN).post("/pattern-learning-jobs", FORCED);
            assertThat(started.status()).isEqualTo(202);
            assertThat(api.as(Role.MEMBER).post("/campaign-suggestion-runs").status())
                    .isEqualTo(202);
        }
    }

    @Test // CIS 17.1: neither industries nor titles in the profile: 409 insufficient_data
    void suggestions_need_something_to_go_by() {
        try (ApiUnderTest api = api(new CheckLearning.Standing(20, 0, false), false)) {
            Answer refused = api.as(Role.MEMBER).post("/campaign-suggestion-runs");
            assertThat(refused.status()).isEqualTo(409);
            assertThat(refused.at("/code")).isEqualTo("insufficient_data");
        }
    }

    @Test // CIS 20, api 9.10: at most one per hour and client
    void learning_is_asked_for_once_an_hour_at_most() {
        try (ApiUnderTest api = api(new CheckLearning.Standing(20, 25, true, Duration.ofMinutes(20)))) {
            Answer refused = api.as(Role.ADMIN).post("/pattern-learning-jobs", FORCED);
            assertThat(refused.status()).isEqualTo(429);
            assertThat(refused.at("/code")).isEqualTo("rate_limited");
        }
    }
}
