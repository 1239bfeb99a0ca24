package io.agencyos.adapters.in.rest.conversion;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.adapters.in.rest.testing.Answer;
import io.agencyos.adapters.in.rest.testing.ApiUnderTest;
import io.agencyos.adapters.in.rest.testing.Caller;
import io.agencyos.adapters.in.rest.testing.DeskWorld;
import io.agencyos.application.conversion.learning.LearnedPattern;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.client.Role;
import io.agencyos.domain.conversion.PatternStatus;
import io.agencyos.domain.conversion.PatternType;
import io.agencyos.domain.conversion.detect.Detected;
import io.agencyos.domain.conversion.detect.Dimension;
import io.agencyos.domain.conversion.detect.Priors;
import io.agencyos.domain.conversion.detect.Sample;
import io.agencyos.domain.conversion.detect.Who;
import io.agencyos.domain.conversion.kernel.Bars;
import io.agencyos.domain.conversion.kernel.Cell;
import io.agencyos.domain.conversion.pattern.Node;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
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
        LearnedPattern pattern = new LearnedPattern(
                api.world().ids.next(),
                api.client(),
                PatternType.WHO,
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
                        TenantScope.worker(api.client()), () -> desk.get().patterns.publish(pattern));
    }

    @Test // CIS 20: one pattern; never computed and unknown types are not found
    void a_pattern_is_shown_with_its_document() {
        try (ApiUnderTest api = api()) {
            learned(api, api.world().clock.now());
            Caller viewer = api.as(Role.VIEWER);
            Answer who = viewer.get("/patterns/who");
            assertThat(who.status()).isEqualTo(200);
            assertThat(who.at("/patterns/title_rankings/0/title")).isEqualTo("CEO");
            assertThat(who.at("/patterns/title_rankings/0/ci_low")).isEqualTo("0.0688");
            assertThat(who.at("/sample_size")).isEqualTo("1000");
            assertThat(who.at("/is_expired")).isEqualTo("false");
            assertThat(viewer.get("/patterns/when").status()).isEqualTo(404);
            assertThat(viewer.get("/patterns/nonsense").status()).isEqualTo(404);
            assertThat(viewer.get("/patterns/history?type=who").at("/total")).isEqualTo("1");
            assertThat(viewer.get("/patterns/history?type=how").at("/total")).isEqualTo("0");
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
                    .isEqualTo(
                            "Leads, title CEO: 10.37 % (95 % credible interval 6.88 % to 15.04 %) against 6.00 % overall;"
                                    + " 22 of 200; associated with more conversions, repeated after eight weeks");
            assertThat(report.at("/findings/0/automatic")).isEqualTo("true");
            assertThat(report.at("/findings/0/units_needed")).isEmpty();
            assertThat(report.at("/findings/1/key")).isEqualTo("Coordinator");
            assertThat(report.at("/findings/1/units_needed")).matches("\\d+");
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
}
