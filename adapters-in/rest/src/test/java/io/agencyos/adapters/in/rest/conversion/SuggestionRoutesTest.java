package io.agencyos.adapters.in.rest.conversion;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.adapters.in.http.testing.Answer;
import io.agencyos.adapters.in.http.testing.ApiUnderTest;
import io.agencyos.adapters.in.rest.testing.DeskWorld;
import io.agencyos.application.conversion.suggest.Suggestion;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.conversion.evolve.Candidate;
import io.agencyos.domain.conversion.evolve.SuggestionStatus;
import io.agencyos.domain.conversion.evolve.SuggestionType;
import io.agencyos.domain.conversion.pattern.Node;
import io.agencyos.domain.shared.id.CampaignId;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Source: api 9.10 suggestions, conversion intelligence 16. */
class SuggestionRoutesTest {

    private final AtomicReference<DeskWorld> desk = new AtomicReference<>();

    private ApiUnderTest api() {
        return ApiUnderTest.with(world -> {
            desk.set(new DeskWorld(world));
            return desk.get().routes();
        });
    }

    private Suggestion made(
            ApiUnderTest api, SuggestionType type, int priority, @Nullable CampaignId campaign, Node.Members action) {
        Instant now = api.world().clock.now();
        Suggestion made = new Suggestion(
                UUID.randomUUID(),
                api.client(),
                campaign,
                type,
                SuggestionStatus.PENDING,
                "Suggestion of priority " + priority,
                "title CEO is associated with 1.73 times the conversions.",
                action,
                Node.members().with("effect", Node.rounded(1.73, 2)).done(),
                Node.members().done(),
                new BigDecimal("0.89"),
                priority,
                Candidate.Risk.LOW,
                "key-" + priority,
                now,
                now.plus(Suggestion.OPEN),
                null,
                null,
                null,
                null,
                null,
                Suggestion.Metrics.NONE,
                0);
        api.world()
                .units
                .inTenant(
                        api.world().worker(api.client()),
                        () -> desk.get().suggestions.insert(made));
        return made;
    }

    private static Node.Members nothing() {
        return Node.members().done();
    }

    @Test // api 9.10: the most urgent first, narrowed by type and status; every number with its name
    void suggestions_are_listed_the_most_urgent_first_and_read_one_by_one() {
        try (ApiUnderTest api = api()) {
            made(api, SuggestionType.ADJUST_TIMING, 40, null, nothing());
            Suggestion urgent = made(api, SuggestionType.UPDATE_CONTENT, 70, null, nothing());

            Answer all = api.as(Role.VIEWER).get("/campaign-suggestions");
            assertThat(all.at("/items/0/id"))
                    .as(all.text())
                    .isEqualTo(urgent.id().toString());
            assertThat(all.at("/items/1/priority")).isEqualTo("40");
            Answer timing = api.as(Role.VIEWER).get("/campaign-suggestions?type=adjust_timing&status=pending");
            assertThat(timing.json().at("/items").size()).isEqualTo(1);
            assertThat(timing.at("/items/0/type")).isEqualTo("adjust_timing");
            assertThat(api.as(Role.VIEWER)
                            .get("/campaign-suggestions?status=rejected")
                            .json()
                            .at("/items")
                            .size())
                    .isZero();
            Answer one = api.as(Role.VIEWER).get("/campaign-suggestions/" + urgent.id());
            assertThat(one.at("/projected_improvement/conversions_times")).isEqualTo("1.73");
            assertThat(one.at("/projected_improvement/causal")).isEqualTo("false");
            assertThat(one.json().at("/current_metrics").isNull()).isTrue();
            assertThat(one.at("/risk_level")).isEqualTo("low");
            assertThat(api.as(Role.VIEWER)
                            .get("/campaign-suggestions/" + UUID.randomUUID())
                            .status())
                    .isEqualTo(404);
        }
    }

    @Test // api 9.5, 9.21, 1.4: of one campaign; by urgency or by when they were made, page by page
    void suggestions_are_narrowed_to_a_campaign_and_walked_in_either_order() {
        try (ApiUnderTest api = api()) {
            CampaignId campaign = new CampaignId(UUID.randomUUID());
            made(api, SuggestionType.UPDATE_CONTENT, 70, null, nothing());
            api.world().clock.advance(Duration.ofSeconds(1));
            made(api, SuggestionType.PAUSE_CAMPAIGN, 90, campaign, nothing());
            api.world().clock.advance(Duration.ofMillis(120));
            made(api, SuggestionType.ADJUST_TIMING, 9, null, nothing());
            api.world().clock.advance(Duration.ofSeconds(1));
            made(api, SuggestionType.CHANGE_CHANNEL_MIX, 71, campaign, nothing());

            assertThat(priorities(api, "")).containsExactly("90", "71", "70", "9");
            assertThat(priorities(api, "&sort=-created_at")).containsExactly("71", "9", "90", "70");
            assertThat(priorities(api, "&sort=created_at")).containsExactly("70", "90", "9", "71");
            assertThat(priorities(api, "&sort=created_at&campaign_id=" + campaign.value()))
                    .containsExactly("90", "71");
            assertThat(priorities(api, "&campaign_id=" + UUID.randomUUID())).isEmpty();
            assertThat(api.as(Role.VIEWER)
                            .get("/campaign-suggestions?campaign_id=none")
                            .status())
                    .isEqualTo(422);
        }
    }

    /** Those of all pages of one row. */
    private static List<String> priorities(ApiUnderTest api, String query) {
        List<String> told = new ArrayList<>();
        String cursor = "";
        do {
            Answer page = api.as(Role.VIEWER).get("/campaign-suggestions?limit=1" + query + cursor);
            page.json()
                    .at("/items")
                    .forEach(item -> told.add(item.path("priority").asString()));
            cursor = page.json().at("/page/next_cursor").isString() ? "&cursor=" + page.at("/page/next_cursor") : "";
        } while (!cursor.isEmpty());
        return told;
    }

    @Test // CIS 16: applied at once, decided once, and by members
    void a_suggestion_is_taken_up_once() {
        try (ApiUnderTest api = api()) {
            Suggestion timing = made(api, SuggestionType.ADJUST_TIMING, 40, null, nothing());
            String one = "/campaign-suggestions/" + timing.id();

            assertThat(api.as(Role.VIEWER).post(one + "/accept", "{}").status()).isEqualTo(403);
            Answer taken = api.as(Role.MEMBER).post(one + "/accept", "{}");

            assertThat(taken.status()).as(taken.text()).isEqualTo(200);
            assertThat(taken.at("/status")).isEqualTo("applied");
            assertThat(taken.at("/applied_at")).isNotEmpty();
            assertThat(api.as(Role.VIEWER).get("/learning-settings").at("/settings/uses/timing"))
                    .isEqualTo("true");
            Answer again = api.as(Role.MEMBER).post(one + "/reject", "{'reason':'too late'}");
            assertThat(again.status()).isEqualTo(409);
            assertThat(again.code()).isEqualTo("invalid_transition");
            assertThat(again.text()).contains("applied");
        }
    }

    @Test // CIS 16.2: it does not come again for 60 days; the reason is kept with it
    void a_suggestion_is_left_with_a_reason() {
        try (ApiUnderTest api = api()) {
            Suggestion content = made(api, SuggestionType.UPDATE_CONTENT, 70, null, nothing());

            Answer left = api.as(Role.MEMBER)
                    .post("/campaign-suggestions/" + content.id() + "/reject", "{'reason':'We like our words.'}");

            assertThat(left.at("/status")).as(left.text()).isEqualTo("rejected");
            assertThat(left.at("/rejection_reason")).isEqualTo("We like our words.");
            assertThat(left.json().at("/applied_at").isNull()).isTrue();
        }
    }

    @Test // CIS 16.2: what cannot be done any more is said, and changes nothing
    void what_concerns_a_campaign_that_is_gone_says_so() {
        try (ApiUnderTest api = api()) {
            Suggestion pause =
                    made(api, SuggestionType.PAUSE_CAMPAIGN, 90, new CampaignId(UUID.randomUUID()), nothing());

            Answer tried = api.as(Role.MEMBER).post("/campaign-suggestions/" + pause.id() + "/accept", "{}");

            assertThat(tried.at("/apply_error")).as(tried.text()).isEqualTo("campaign_gone");
            assertThat(tried.json().at("/applied_at").isNull()).isTrue();
        }
    }
}
