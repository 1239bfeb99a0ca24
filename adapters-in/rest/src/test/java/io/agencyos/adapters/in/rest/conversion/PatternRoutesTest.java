package io.agencyos.adapters.in.rest.conversion;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.adapters.in.http.testing.Answer;
import io.agencyos.adapters.in.http.testing.ApiUnderTest;
import io.agencyos.adapters.in.http.testing.Caller;
import io.agencyos.adapters.in.rest.testing.DeskWorld;
import io.agencyos.application.conversion.learning.store.LearnedPattern;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.conversion.PatternStatus;
import io.agencyos.domain.conversion.detect.Detected;
import io.agencyos.domain.conversion.detect.Dimension;
import io.agencyos.domain.conversion.detect.How;
import io.agencyos.domain.conversion.detect.Priors;
import io.agencyos.domain.conversion.detect.Sample;
import io.agencyos.domain.conversion.detect.Timing;
import io.agencyos.domain.conversion.detect.When;
import io.agencyos.domain.conversion.detect.Who;
import io.agencyos.domain.conversion.kernel.Bars;
import io.agencyos.domain.conversion.kernel.Cell;
import io.agencyos.domain.conversion.pattern.Node;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class PatternRoutesTest {

    private final AtomicReference<DeskWorld> desk = new AtomicReference<>();

    private ApiUnderTest api() {
        return ApiUnderTest.with(world -> {
            desk.set(new DeskWorld(world));
            return desk.get().routes();
        });
    }

    /** The titles of CIS E-3, learned at this instant and eight weeks before it. */
    private void learned(ApiUnderTest api, Instant at) {
        Sample sample = new Sample(
                1_000,
                60,
                90,
                List.of(Dimension.complete(
                        Who.TITLE,
                        List.of(
                                Cell.of("CEO", 200, 22),
                                Cell.of("Owner / Founder", 150, 12),
                                Cell.of("Marketing Director", 100, 9),
                                Cell.of("Coordinator", 144, 5),
                                Cell.of("Manager", 400, 10),
                                Cell.of("Principal Consultant", 6, 2)),
                        Bars.LEADS)));
        Detected detected = Who.detect(
                        sample, Optional.of(sample), Priors.NONE, Node.members().done())
                .orElseThrow();
        published(api, detected, at);
    }

    private void published(ApiUnderTest api, Detected detected, Instant at) {
        LearnedPattern pattern = new LearnedPattern(
                api.world().ids.next(),
                api.client(),
                detected.type(),
                1,
                detected.members(),
                detected.units(),
                detected.conversions(),
                detected.confidence(),
                detected.label(),
                at.minus(Duration.ofDays(120)),
                at.minus(Duration.ofDays(30)),
                at,
                "settings",
                at,
                PatternStatus.ACTIVE);
        api.world()
                .units
                .<LearnedPattern>inTenant(
                        TenantScope.worker(api.client()),
                        () -> desk.get().patterns.publish(pattern));
    }

    @Test // CIS 20: one pattern; never computed and unknown types are not found
    void a_pattern_is_shown_with_its_document() {
        try (ApiUnderTest api = api()) {
            assertThat(api.as(Role.VIEWER).get("/patterns/who").status()).isEqualTo(404);
            learned(api, api.world().clock.now());
            Caller viewer = api.as(Role.VIEWER);
            Answer who = viewer.get("/patterns/who");
            assertThat(who.status()).isEqualTo(200);
            assertThat(who.at("/patterns/title_rankings/0/title")).isEqualTo("CEO");
            assertThat(who.at("/patterns/title_rankings/0/ci_low")).isEqualTo("0.0688");
            assertThat(who.at("/sample_size")).isEqualTo("1000");
            assertThat(who.at("/is_expired")).isEqualTo("false");
            assertThat(who.at("/source")).isEqualTo("learned");
            assertThat(who.at("/recommended_weights/source")).isEqualTo("default");
            assertThat(who.at("/recommended_weights/weights/authority")).isEqualTo("0.2500");
            assertThat(viewer.get("/patterns/nonsense").status()).isEqualTo(404);
            assertThat(viewer.get("/patterns/history?type=who").at("/items/0/pattern_version"))
                    .isEqualTo("1");
            assertThat(viewer.get("/patterns/history?type=how").at("/items/0/pattern_version"))
                    .isEmpty();
        }
    }

    @Test // CIS 6.2: the default shape is served with its source and what is missing, and stored nowhere
    void a_type_of_which_too_little_is_known_has_the_shape_of_one_that_is() {
        try (ApiUnderTest api = api()) {
            learned(api, api.world().clock.now());
            Caller viewer = api.as(Role.VIEWER);
            Answer when = viewer.get("/patterns/when");
            assertThat(when.status()).isEqualTo(200);
            assertThat(when.at("/source")).isEqualTo("default");
            assertThat(when.at("/id")).isEmpty();
            assertThat(when.at("/patterns/note"))
                    .isEqualTo("required: 30 units with 5 converted and 5 not; available: 0 units, 0 converted");
            assertThat(when.at("/patterns/for_use/best_days/0")).isEqualTo("1");
            assertThat(viewer.get("/patterns/funnel").at("/patterns/show_rate/note"))
                    .isEqualTo("required: 20 units with 5 of each outcome");
            assertThat(viewer.get("/patterns").at("/total")).isEqualTo("1");
        }
    }

    @Test // CIS 20, 23.3: the report says what it waits for, and how far what was confirmed lasted
    void the_report_tells_what_is_missing_and_how_much_of_it_lasts() {
        try (ApiUnderTest api = api()) {
            Instant now = api.world().clock.now();
            learned(api, now.minus(Duration.ofDays(28)));
            learned(api, now);
            Answer report = api.as(Role.VIEWER).get("/pattern-report");
            assertThat(report.at("/missing/0/pattern_type")).isEqualTo("what");
            assertThat(report.at("/missing/0/required")).isEqualTo("20");
            assertThat(report.at("/missing/0/sentence"))
                    .startsWith("Learning begins with 20 leads that booked")
                    .endsWith("so far it is 0");
            assertThat(report.at("/persistence/confirmed_then")).isEqualTo("2");
            assertThat(report.at("/persistence/still_confirmed")).isEqualTo("2");
            assertThat(report.at("/persistence/share")).isEqualTo("1.0000");
            assertThat(report.at("/campaign_health/active")).isEqualTo("0");
            assertThat(report.at("/campaign_health/score")).isEmpty();
        }
    }

    @Test // CIS 20: every finding with n, k, lift, interval, evidence and a sentence; leads still needed
    void the_report_tells_findings_in_plain_words() {
        try (ApiUnderTest api = api()) {
            learned(api, api.world().clock.now());
            Answer report = api.as(Role.VIEWER).get("/pattern-report");
            assertThat(report.at("/total")).isEqualTo("3");
            assertThat(report.at("/findings/0/key")).isEqualTo("CEO");
            assertThat(report.at("/findings/0/sentence"))
                    .isEqualTo("Leads, title CEO: 22 of 200; like for like 10.37 % (95 % credible interval 6.88 % to"
                            + " 15.04 %) against 6.00 % of all compared; associated with more conversions,"
                            + " repeated after eight weeks");
            assertThat(report.at("/findings/0/automatic")).isEqualTo("true");
            assertThat(report.at("/findings/0/leads_needed")).isEmpty();
            assertThat(report.at("/findings/1/key")).isEqualTo("Coordinator");
            assertThat(report.at("/findings/1/leads_needed")).matches("\\d+");
            assertThat(report.at("/findings/1/sentence"))
                    .matches(".*perhaps fewer, not yet certain: about [\\d,]+ such are needed to tell");
            assertThat(report.at("/narrative/0"))
                    .startsWith("Who: 60 of 1000 leads booked a meeting (6.00 %). Repeated after eight weeks and acted"
                            + " upon: title CEO (more), title Manager (fewer).");
            assertThat(report.at("/weights/source")).isEqualTo("default");
            assertThat(report.at("/weights/measured")).isEmpty();
            // CIS 11.2: required and available
            assertThat(report.at("/weights/missing/1/sentence")).isEqualTo("50 conversions are needed; so far it is 0");
            assertThat(report.at("/caveats/1")).contains("one claim in ten");
        }
    }

    @Test // CIS 13: expired ones on request only
    void what_has_run_out_is_shown_on_request() {
        try (ApiUnderTest api = api()) {
            learned(api, api.world().clock.now().minus(Duration.ofDays(15)));
            Caller viewer = api.as(Role.VIEWER);
            assertThat(viewer.get("/patterns").at("/total")).isEqualTo("0");
            assertThat(viewer.get("/patterns?include_expired=true").at("/patterns/0/is_expired"))
                    .isEqualTo("true");
            assertThat(viewer.get("/pattern-report").at("/total")).isEqualTo("0");
            assertThat(api.stranger().get("/patterns").status()).isEqualTo(404);
        }
    }

    @Test // CIS 20: always answered
    void without_patterns_the_defaults_are_recommended() {
        try (ApiUnderTest api = api()) {
            Answer timing = api.as(Role.VIEWER).get("/recommendations/timing");
            assertThat(timing.at("/has_patterns")).isEqualTo("false");
            assertThat(timing.at("/best_days/0/day")).isEqualTo("tuesday");
            assertThat(timing.at("/best_days/0/day_index")).isEqualTo("1");
            assertThat(timing.at("/best_days/0/automatic")).isEqualTo("false");
            assertThat(timing.at("/best_hours/3/hour")).isEqualTo("15");
            assertThat(timing.at("/optimal_gaps/touch_5_to_6/days")).isEqualTo("7");
            assertThat(timing.at("/source")).isEqualTo("default");
            Answer channels = api.as(Role.VIEWER).get("/recommendations/channels?tier=hot");
            assertThat(channels.status()).isEqualTo(200);
            assertThat(channels.at("/source")).isEqualTo("default");
        }
    }

    @Test // CIS 5.6, 8: learned values are those in use
    void what_repeated_is_recommended_before_the_defaults() {
        Sample days = new Sample(
                19_000,
                660,
                90,
                List.of(Dimension.complete(
                        When.DAY,
                        List.of(Cell.of("0", 5_000, 300), Cell.of("1", 5_000, 100), Cell.of("4", 9_000, 260)),
                        Bars.TOUCHES)));
        Sample plans = new Sample(
                4_000,
                280,
                90,
                List.of(Dimension.complete(
                        How.TIER_FIRST + ":hot",
                        List.of(Cell.of("email", 2_000, 80), Cell.of("linkedin", 2_000, 200)),
                        Bars.LEADS)));
        try (ApiUnderTest api = api()) {
            Instant now = api.world().clock.now();
            published(
                    api,
                    When.detect(days, Optional.of(days), Priors.NONE, Timing.NONE)
                            .orElseThrow(),
                    now);
            published(
                    api,
                    How.detect(plans, Optional.of(plans), Priors.NONE, Map.of()).orElseThrow(),
                    now);
            Answer timing = api.as(Role.VIEWER).get("/recommendations/timing");
            assertThat(timing.at("/source")).isEqualTo("learned");
            assertThat(timing.at("/best_days/0/day_index")).isEqualTo("0");
            assertThat(timing.at("/best_days/0/automatic")).isEqualTo("true");
            assertThat(timing.at("/best_days/1/day_index")).isEqualTo("2");
            assertThat(timing.at("/best_days/1/automatic")).isEqualTo("false");
            assertThat(timing.at("/confidence")).isEqualTo("0.9500");
            Answer hot = api.as(Role.VIEWER).get("/recommendations/channels?tier=hot");
            assertThat(hot.at("/source")).isEqualTo("learned");
            assertThat(hot.at("/tier_specific_channels/0/automatic")).isEqualTo("true");
            assertThat(hot.at("/tier_specific_channels/0/channel")).isEqualTo("linkedin");
            assertThat(hot.at("/tier_specific_channels/0/status")).isEqualTo("confirmed_positive");
            assertThat(hot.at("/tier_specific_channels/1/status")).isEqualTo("confirmed_negative");
            Answer cool = api.as(Role.VIEWER).get("/recommendations/channels?tier=cool");
            assertThat(cool.at("/tier_specific_channels/0/channel")).isEmpty();
            assertThat(cool.at("/has_patterns")).isEqualTo("true");
            assertThat(cool.at("/source")).as("nothing of it is in use").isEqualTo("default");
        }
    }

    @Test // CIS 14.2, 25: switchable, each share within its range, 0 with a warning
    void an_admin_says_how_far_learning_acts() {
        try (ApiUnderTest api = api()) {
            assertThat(api.as(Role.VIEWER).get("/learning-settings").at("/settings/explore/sends"))
                    .isEqualTo("10");
            String body = """
                {"uses": {"content": true, "timing": false, "sequences": true, "channels": true},
                 "explore": {"assignments": 5, "sends": %d, "channels": 10, "sourcing": 20},
                 "horizons": {"horizon_days": 45, "attribution_days": %d}, "refinement": true, "locked_fields": ["titles"]}\
                """;
            assertThat(api.as(Role.MEMBER)
                            .put("/learning-settings", body.formatted(0, 21))
                            .status())
                    .isEqualTo(403);
            Answer none = api.as(Role.ADMIN).put("/learning-settings", body.formatted(0, 21));
            assertThat(none.at("/warning")).contains("slow down");
            assertThat(none.at("/settings/uses/timing")).isEqualTo("false");
            assertThat(api.as(Role.ADMIN)
                            .put("/learning-settings", body.formatted(21, 21))
                            .status())
                    .isEqualTo(422);
            // CIS 21: out of range is 422 with a pointer
            Answer long31 = api.as(Role.ADMIN).put("/learning-settings", body.formatted(0, 31));
            assertThat(long31.status()).isEqualTo(422);
            assertThat(long31.text()).contains("/horizons").doesNotContain("/explore");
            assertThat(api.as(Role.VIEWER).get("/learning-settings").at("/settings/horizons/horizon_days"))
                    .isEqualTo("45");
            assertThat(api.as(Role.VIEWER).get("/learning-settings").at("/settings/locked_fields/0"))
                    .isEqualTo("titles");
            assertThat(api.world()
                            .units
                            .inTenant(
                                    api.world().worker(api.client()),
                                    () -> api.world().audit.newest(api.client(), 100)))
                    .filteredOn(entry -> entry.resourceType().equals("learning_settings"))
                    .as("api 6: who changed what, and what was refused changed nothing")
                    .singleElement()
                    .satisfies(entry -> assertThat(entry.changes())
                            .containsOnlyKeys("uses", "explore", "horizons", "locked_fields"));
        }
    }

    @Test // CIS 13, 20: what changed since the version before
    void the_history_tells_what_changed() {
        try (ApiUnderTest api = api()) {
            learned(api, api.world().clock.now().minus(Duration.ofDays(7)));
            learned(api, api.world().clock.now());
            Answer history = api.as(Role.VIEWER).get("/patterns/history?type=who");
            assertThat(history.at("/items/0/superseded_at")).isEmpty();
            assertThat(history.at("/items/0/changes/0")).isEmpty();
            assertThat(history.at("/items/1/superseded_at")).isNotEmpty();
            // CIS 20: limit; a page goes on where the last one ended
            Answer first = api.as(Role.VIEWER).get("/patterns/history?limit=1");
            assertThat(first.at("/items/0/pattern_version")).isEqualTo("2");
            assertThat(first.at("/items/1")).isEmpty();
            Answer second =
                    api.as(Role.VIEWER).get("/patterns/history?limit=1&cursor=" + first.at("/page/next_cursor"));
            assertThat(second.at("/items/0/pattern_version")).isEqualTo("1");
            assertThat(second.at("/page/has_more")).isEqualTo("false");
        }
    }

    @Test // CIS 19.2: what is amiss stands beside the findings
    void the_report_warns_of_a_pattern_that_ran_out() {
        try (ApiUnderTest api = api()) {
            learned(api, api.world().clock.now().minus(Duration.ofDays(15)));
            Answer report = api.as(Role.VIEWER).get("/pattern-report");
            assertThat(report.at("/warnings/0/code")).isEqualTo("expired");
            assertThat(report.at("/warnings/0/severity")).isEqualTo("high");
            assertThat(report.at("/warnings/0/pattern_type")).isEqualTo("who");
        }
    }
}
