package io.agencyos.adapters.in.rest.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.agencyos.adapters.in.http.testing.ApiUnderTest;
import io.agencyos.adapters.in.http.testing.browser.Chromium;
import io.agencyos.adapters.in.http.testing.browser.Page;
import io.agencyos.adapters.in.rest.testing.AllRoutes;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The reference of the API as somebody reads it, in a real browser. Source: issue 2 section 4, api 1.9. */
class ReferenceInBrowserTest {

    private static final String SHOWN =
            "[...document.querySelectorAll(\"details.operation\")].filter(one => one.checkVisibility())";

    private static final String CAMPAIGNS = "#get_clients_by_client_id_campaigns";

    @TempDir
    static Path profile;

    private static Chromium chromium;

    @BeforeAll
    static void aBrowser() {
        assumeTrue(Chromium.isHere(), Chromium.MISSING);
        chromium = Chromium.start(profile);
    }

    @AfterAll
    static void close() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @Test
    void it_is_searched_opened_and_read_without_a_request_to_anybody_else() {
        try (ApiUnderTest api = ApiUnderTest.with(AllRoutes::on)) {
            int operations = api.api().routes().size();
            Page page = chromium.page();
            page.open(api.uri("/docs"));

            page.await(SHOWN + ".length === " + operations);
            assertThat(page.text("#found")).isEqualTo(operations + " operations");

            page.click("#find");
            page.type("suppressions");
            page.await("document.getElementById(\"found\").textContent.includes(\" of \")");
            JsonNode found = page.value(SHOWN + ".map(one => one.querySelector(\"summary\").innerText)");
            assertThat(found)
                    .hasSizeBetween(2, 20)
                    .allSatisfy(line -> assertThat(line.asString()).containsIgnoringCase("suppression"));

            page.click("nav a[href=\"#group-Campaigns\"]");
            page.await("Math.abs(document.getElementById(\"group-Campaigns\").getBoundingClientRect().top) < 200");
            // what the search hid is there again
            page.await("document.getElementById(\"found\").textContent === \"" + operations + " operations\"");

            page.click(CAMPAIGNS + " > summary");
            page.await("document.querySelector(\"" + CAMPAIGNS + " .inside\")");
            assertThat(page.text(CAMPAIGNS + " .inside"))
                    .contains(
                            "curl -X GET \"" + api.uri("/api/v1/clients"),
                            "Authorization: Bearer",
                            "cursor",
                            "Problems");
            page.await("location.hash === \"" + CAMPAIGNS + "\"");

            page.open(api.uri("/docs#post_auth_login"));
            page.await("document.querySelector(\"#post_auth_login .inside\")");
            page.await("document.getElementById(\"post_auth_login\").getBoundingClientRect().top < innerHeight");
            page.click("#post_auth_login .inside a[href^=\"/docs/problems/\"]");
            page.await("location.pathname.startsWith(\"/docs/problems/\")");
            assertThat(page.text("body")).contains("What to do");

            assertThat(page.complaints()).isEmpty();
            assertThat(page.requests())
                    .contains("GET " + api.uri("/docs/docs.js"), "GET " + api.uri("/api/v1/openapi.json"))
                    .allSatisfy(request -> assertThat(request).matches("GET (data:,|" + api.uri("/") + ").*"));
        }
    }

    @Test // or the proof above would hold for any page
    void a_page_that_asks_others_and_fails_is_seen_to() {
        Page page = chromium.page();

        page.open(URI.create("data:text/html,%3Cimg%20src=http://elsewhere.example/a.png%3E"
                + "%3Cscript%3Econsole.error('lost');gone()%3C/script%3E"));

        assertThat(page.requests()).contains("GET http://elsewhere.example/a.png");
        assertThat(page.complaints())
                .anyMatch(said -> said.contains("lost"))
                .anyMatch(said -> said.contains("gone is not defined"))
                .anyMatch(said -> said.contains("elsewhere.example"));
    }
}
