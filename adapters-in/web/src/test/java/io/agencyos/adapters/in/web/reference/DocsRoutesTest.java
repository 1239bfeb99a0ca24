package io.agencyos.adapters.in.web.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.adapters.in.http.route.ProblemCode;
import io.agencyos.adapters.in.http.testing.Answer;
import io.agencyos.adapters.in.http.testing.ApiUnderTest;
import java.util.List;
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
