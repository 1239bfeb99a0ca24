package io.agencyos.adapters.in.web.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.adapters.in.http.testing.Answer;
import io.agencyos.adapters.in.http.testing.ApiUnderTest;
import io.agencyos.adapters.in.http.testing.ConversationInMemory;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.lead.LeadStatus;
import io.agencyos.domain.lead.SuppressionReason;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The opt-out link over real HTTP. Source: outreach 8.6, api 9.1, RFC 8058. */
class UnsubscribeRoutesTest {

    private static final String FORM = "application/x-www-form-urlencoded";

    private final ConversationInMemory conversation = new ConversationInMemory(id -> Optional.empty());
    private final ApiUnderTest api = conversation.start(on -> List.of(
            new UnsubscribeRoutes(on.useCases().showUnsubscribe(), on.useCases().unsubscribe(), on.optOutLinks())));

    @AfterEach
    void stop() {
        api.close();
    }

    @Test // GET never unsubscribes
    void opening_the_link_shows_one_button_and_changes_nothing() {
        Lead lead = conversation.lead();
        Answer page = api.anonymous().get(conversation.link(lead));

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Content-Type").orElseThrow()).startsWith("text/html");
        assertThat(page.text())
                .contains("Northlight")
                .containsOnlyOnce("<button")
                .contains("method=\"post\"");
        assertThat(conversation.reread(lead)).isEqualTo(lead);
        assertThat(conversation.suppressions()).isEmpty();
    }

    @Test // HEAD: headers only
    void asking_for_the_headers_changes_nothing_either() throws IOException, InterruptedException {
        Lead lead = conversation.lead();
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = http.send(
                    HttpRequest.newBuilder(api.uri(conversation.link(lead)))
                            .HEAD()
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).isEmpty();
        }
        assertThat(conversation.reread(lead)).isEqualTo(lead);
    }

    @ParameterizedTest // RFC 8058, and whatever else a mail program sends
    @CsvSource({
        FORM + ", List-Unsubscribe=One-Click",
        "multipart/form-data; boundary=b, --b--",
        "text/plain, ''",
        FORM + ", reason=%zz"
    })
    void one_post_opts_out_whatever_its_body_is(String mediaType, String body) {
        Lead lead = conversation.lead();
        Answer answer = api.anonymous().send("POST", conversation.link(lead), mediaType, body);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).contains("Northlight will not write to you again");
        assertThat(conversation.reread(lead).status()).isEqualTo(LeadStatus.UNSUBSCRIBED);
        assertThat(conversation.person(lead).unsubscribed()).isTrue();
        assertThat(conversation.suppressions())
                .isNotEmpty()
                .allSatisfy(entry -> assertThat(entry.reason()).isEqualTo(SuppressionReason.UNSUBSCRIBED));
    }

    @Test // idempotent; after it a reason may be given
    void posting_again_changes_nothing_but_may_tell_why() {
        Lead lead = conversation.lead();
        String link = conversation.link(lead);
        api.anonymous().send("POST", link, FORM, "List-Unsubscribe=One-Click");
        int entries = conversation.suppressions().size();
        Answer again = api.anonymous().send("POST", link, FORM, "reason=too+many+%3Cmails%3E");

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.text()).contains("Thank you for telling us why");
        assertThat(conversation.suppressions()).hasSize(entries);
        assertThat(api.anonymous().get(link).text()).contains("will not write to you again");
    }

    @Test // bad token: 404 page that still shows a way out
    void a_link_that_is_not_ours_is_a_page_that_says_what_to_do() {
        Lead lead = conversation.lead();
        assertThat(api.anonymous().get("/u/forged").status()).isEqualTo(404);
        Answer answer = api.anonymous().send("POST", "/u/forged", FORM, "List-Unsubscribe=One-Click");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.text()).contains("unsubscribe", "action=\"/u\"").contains("name=\"email\"");
        assertThat(conversation.reread(lead)).isEqualTo(lead);
    }

    @Test // outreach 8.6: … that still offers an address form; api 9.1: 202 always
    void whoever_names_an_address_hears_the_same_whether_it_is_known_or_not() {
        Lead lead = conversation.lead();
        String address = lead.contact().email().value();
        Answer known = api.anonymous().send("POST", "/u", FORM, "email=" + address.replace("@", "%40"));
        Answer unknown = api.anonymous()
                .send("POST", "/u", "application/json", "{\"email\": \"nobody@stranger.example\", \"more\": 1}");

        assertThat(known.status()).isEqualTo(202);
        assertThat(unknown.status()).isEqualTo(202);
        assertThat(unknown.text()).isEqualTo(known.text());
        assertThat(conversation.suppressions())
                .as("nobody closes somebody else's address")
                .isEmpty();
        assertThat(conversation.reread(lead)).isEqualTo(lead);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                FORM + " | email=nobody",
                FORM + " | ''",
                "application/json | {\"email\": 7}",
                "application/json | {",
                "text/plain | email=sam@agency.example"
            })
    void whoever_names_no_address_is_asked_for_it_again(String mediaType, String body) {
        Answer answer = api.anonymous().send("POST", "/u", mediaType, body);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text()).contains("That is no e-mail address", "action=\"/u\"", "name=\"email\"");
    }
}
