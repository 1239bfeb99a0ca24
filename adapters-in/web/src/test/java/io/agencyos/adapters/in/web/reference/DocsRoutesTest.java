package io.agencyos.adapters.in.web.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.adapters.in.http.route.ProblemCode;
import io.agencyos.adapters.in.http.testing.Answer;
import io.agencyos.adapters.in.http.testing.ApiUnderTest;
import io.agencyos.domain.campaign.activation.ActivationProblem;
import io.agencyos.domain.lead.SuppressionReason;
import io.agencyos.domain.outreach.gate.GateReason;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class DocsRoutesTest {

    private static final ApiUnderTest API = ApiUnderTest.with(world -> List.of(new DocsRoutes()));

    @AfterAll
    static void stop() {
        API.close();
    }

    @Test // api 1.3
    void every_problem_code_has_its_page_and_an_unknown_one_has_none() {
        for (ProblemCode code : ProblemCode.values()) {
            Answer page = API.anonymous().get("/docs/problems/" + code.wire());
            assertThat(page.status()).isEqualTo(200);
            assertThat(page.text()).contains(code.title());
        }
        assertThat(API.anonymous().get("/docs/problems/nonsense").status()).isEqualTo(404);
    }

    @Test // api 1.3: codes of errors[] and reasons[] have a page too
    void every_code_of_an_error_or_a_reason_has_its_page() {
        Stream.of(
                        Stream.of(
                                "blank",
                                "unknown_field",
                                "mix_sum",
                                "freemail_domain",
                                "letter_source",
                                "spam_in_body"),
                        Arrays.stream(ActivationProblem.values()).map(ActivationProblem::wire),
                        Arrays.stream(GateReason.values()).map(GateReason::wire),
                        Arrays.stream(SuppressionReason.values()).map(reason -> "suppressed_" + reason.wire()))
                .flatMap(Function.identity())
                .forEach(code -> {
                    Answer page = API.anonymous().get("/docs/problems/" + code);
                    assertThat(page.status()).as(code).isEqualTo(200);
                    assertThat(page.text()).contains("<code>" + code + "</code>", "What to do");
                });
    }

    @Test // api 1.9
    void the_page_fetches_nothing_from_elsewhere() {
        assertThat(API.anonymous().get("/docs").text())
                .contains("/docs/docs.js")
                .doesNotContain("http://")
                .doesNotContain("https://");
        assertThat(API.anonymous().get("/docs/docs.js").text()).doesNotContain("http");
        assertThat(API.anonymous().get("/").text())
                .as("whoever opens the bare address")
                .isEqualTo(API.anonymous().get("/docs").text());
    }
}
