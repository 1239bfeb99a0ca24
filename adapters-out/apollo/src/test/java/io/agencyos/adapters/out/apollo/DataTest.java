package io.agencyos.adapters.out.apollo;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static io.agencyos.adapters.out.apollo.Stubs.BULK;
import static io.agencyos.adapters.out.apollo.Stubs.CREDITS;
import static io.agencyos.adapters.out.apollo.Stubs.MATCH;
import static io.agencyos.adapters.out.apollo.Stubs.SEARCH;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.stubbing.Scenario;
import io.agencyos.adapters.out.vendorhttp.Fields;
import io.agencyos.application.lead.source.PeopleEnrichment;
import io.agencyos.application.lead.source.PeopleQuery;
import io.agencyos.application.lead.source.PeopleSearch;
import io.agencyos.application.lead.source.PersonKey;
import io.agencyos.application.lead.source.PersonProfile;
import io.agencyos.domain.scoring.EmailStatus;
import io.agencyos.domain.scoring.match.Seniority;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.contact.Country;
import io.agencyos.domain.shared.contact.DomainName;
import io.agencyos.domain.shared.contact.EmailAddress;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** apollo 11: searching, completing, paying. */
class DataTest {

    private static final String PREVIEWS = """
        {"total_entries":2,"people":[
         {"id":"66f0a1b2c3d4e5f601020304","first_name":"Priya","last_name_obfuscated":"Ra***n","title":"Founder",
          "has_email":true,"has_direct_phone":"Yes","organization":{"name":"Harbour Lane Digital"}},
         {"id":"66f0a1b2c3d4e5f601020305","first_name":"Tom","last_name_obfuscated":"Wi***s","title":"MD",
          "has_email":false,"has_direct_phone":"Maybe: please request direct dial via people/bulk_match",
          "organization":{"name":"Quarry Road Media"}}]}\
        """;
    private static final String PRIYA = """
        {"person":{"id":"66f0a1b2c3d4e5f601020304","first_name":"Priya","last_name":"Raman","new_field":{"x":1},
         "linkedin_url":"http://www.linkedin.com/in/priya-raman-example","title":"Founder",
         "headline":"Founder at Harbour Lane Digital","email":"Priya@harbourlane.example",
         "email_status":"%s","organization_id":"5f5e","city":"Melbourne","state":"Victoria","country":"Australia",
         "employment_history":[
          {"current":true,"start_date":"2021-01-01","organization_id":"other"},
          {"current":true,"start_date":"2019-03-01","organization_id":"5f5e"},
          {"current":false,"start_date":"2023-03-01","organization_id":"5f5e"}],
         "contact":{"phone_numbers":[
          {"raw_number":"03 5550 0110","sanitized_number":"+61355500110","type_cd":"work_hq","position":0},
          {"raw_number":"0491 570 006","sanitized_number":"+61491570006","type_cd":"mobile","position":1}]},
         "seniority":"founder",
         "organization":{"id":"5f5e","name":"Harbour Lane Digital","primary_domain":"harbourlane.example",
          "linkedin_url":"http://www.linkedin.com/company/harbour-lane-example","phone":"+61 3 5550 0110",
          "founded_year":2016,"industry":"Marketing & Advertising","keywords":["seo","paid social"],
          "estimated_num_employees":18,"annual_revenue":3200000,"technology_names":["WordPress.org","HubSpot"],
          "city":"Melbourne","state":"Victoria","country":"Australia",
          "short_description":"Performance marketing for trades businesses."}},
         "request_id":-4182736450912837465}\
        """;

    private final Stubs vendor = new Stubs();

    @AfterEach
    void stop() {
        vendor.close();
    }

    private PeopleSearch.Page search(PeopleQuery query, int page) {
        return vendor.apollo.search().search(Stubs.CLIENT, query, page).orElseThrow();
    }

    private Result<PeopleEnrichment.Found, VendorFailure> enrich() {
        return vendor.apollo.people().enrich(Stubs.CLIENT, PersonKey.ref("66f0a1b2c3d4e5f601020304"));
    }

    private PersonProfile person() {
        return enrich().orElseThrow().person().orElseThrow();
    }

    private VendorFailure refusal() {
        return switch (enrich()) {
            case Result.Err<PeopleEnrichment.Found, VendorFailure>(VendorFailure failure) -> failure;
            case Result.Ok<PeopleEnrichment.Found, VendorFailure> ok -> throw new AssertionError("found");
        };
    }

    @Test // rows 1, 5
    void a_preview_says_whether_buying_it_is_worth_while() {
        vendor.on("POST", SEARCH, PREVIEWS);
        PeopleSearch.Page page = search(PeopleQuery.titled("founder"), 1);
        assertThat(page.total()).isEqualTo(2);
        assertThat(page.more()).isFalse();
        assertThat(page.people()).extracting(PeopleSearch.Preview::hasEmail).containsExactly(true, false);
        assertThat(page.people())
                .extracting(PeopleSearch.Preview::hasDirectPhone)
                .containsExactly(true, false);
    }

    @Test // row 2
    void wishes_travel_in_the_body_under_plain_names() {
        vendor.on("POST", SEARCH, PREVIEWS);
        search(
                new PeopleQuery(
                        List.of("managing director", "founder"),
                        true,
                        List.of(Seniority.OWNER, Seniority.C_SUITE),
                        List.of(),
                        List.of("Melbourne, Australia"),
                        List.of(),
                        List.of(new PeopleQuery.Range(5, 20), new PeopleQuery.Range(21, 50)),
                        List.of("digital marketing"),
                        true),
                1);
        var request = vendor.asked("POST", SEARCH).getFirst();
        assertThat(request.getHeader("x-api-key")).isEqualTo(Stubs.KEY);
        assertThat(request.getUrl()).isEqualTo(SEARCH);
        JsonNode body = Fields.parse(request.getBody());
        assertThat(body)
                .isEqualTo(Fields.parse(("{\"person_titles\":[\"managing director\",\"founder\"],"
                                + "\"include_similar_titles\":false,\"person_seniorities\":[\"owner\",\"c_suite\"],"
                                + "\"organization_locations\":[\"Melbourne, Australia\"],"
                                + "\"organization_num_employees_ranges\":[\"5,20\",\"21,50\"],"
                                + "\"q_organization_keyword_tags\":[\"digital marketing\"],"
                                + "\"contact_email_status\":[\"verified\"],\"page\":1,\"per_page\":100}")
                        .getBytes()));
    }

    @Test // rows 4, 6
    void the_end_is_an_empty_page_and_beyond_the_vendors_last_nobody_is_asked() {
        vendor.on("POST", SEARCH, "{\"total_entries\":900,\"people\":[]}");
        assertThat(search(PeopleQuery.titled("founder"), 2).more()).isFalse();
        PeopleSearch.Page beyond = search(PeopleQuery.titled("founder"), 501);
        assertThat(beyond.truncated()).isTrue();
        assertThat(vendor.asked("POST", SEARCH)).hasSize(1);
    }

    @Test // row 7
    void more_than_a_thousand_domains_are_asked_for_in_parts_and_people_count_once() {
        vendor.on("POST", SEARCH, PREVIEWS);
        List<DomainName> domains = IntStream.range(0, 1_500)
                .mapToObj(i -> new DomainName("c" + i + ".example"))
                .toList();
        assertThat(search(PeopleQuery.titled("founder").at(domains), 1).people())
                .hasSize(2);
        assertThat(vendor.asked("POST", SEARCH))
                .extracting(request -> Fields.parse(request.getBody())
                        .path("q_organization_domains_list")
                        .size())
                .containsExactly(1_000, 500);
    }

    @Test // row 9
    void a_whole_record_is_read() {
        vendor.on("POST", MATCH, PRIYA.formatted("verified"));
        PersonProfile priya = person();
        assertThat(priya.ref()).isEqualTo("apollo:66f0a1b2c3d4e5f601020304");
        assertThat(priya.details().fullName()).isEqualTo("Priya Raman");
        assertThat(priya.details().seniority()).isEqualTo(Seniority.FOUNDER);
        assertThat(priya.details().country()).isEqualTo(Country.AUSTRALIA);
        assertThat(priya.email()).contains(new EmailAddress("priya@harbourlane.example"));
        assertThat(priya.emailStatus()).isEqualTo(EmailStatus.VERIFIED);
        assertThat(priya.phone())
                .hasValueSatisfying(phone -> assertThat(phone.e164()).isEqualTo("+61491570006"));
        assertThat(priya.linkedIn())
                .hasValueSatisfying(url -> assertThat(url.slug()).isEqualTo("priya-raman-example"));
        assertThat(priya.roleSince()).contains(LocalDate.parse("2019-03-01"));
        assertThat(priya.company()).hasValueSatisfying(company -> {
            assertThat(company.ref()).isEqualTo("apollo:org:5f5e");
            assertThat(company.details().domain()).isEqualTo(new DomainName("harbourlane.example"));
            assertThat(company.details().industry()).isEqualTo("marketing & advertising");
            assertThat(company.details().employeeCount()).isEqualTo(18);
            assertThat(company.details().technologies()).containsExactly("WordPress.org", "HubSpot");
            assertThat(company.annualRevenue())
                    .hasValueSatisfying(usd -> assertThat(usd).isEqualByComparingTo("3200000"));
            assertThat(company.phone()).isPresent();
        });
        assertThat(vendor.asked("POST", MATCH).getFirst().getBodyAsString())
                .contains("\"reveal_personal_emails\":false", "\"reveal_phone_number\":false");
    }

    @Test // apollo Beyond "negative cache": no match is kept for 30 days per key
    void whom_the_vendor_does_not_know_it_is_not_asked_about_for_thirty_days() {
        PersonKey nobody = PersonKey.email(new EmailAddress("nobody@nowhere.example"));
        PersonKey other = PersonKey.email(new EmailAddress("other@nowhere.example"));
        vendor.on("POST", Stubs.MATCH, "{\"person\":null,\"request_id\":1}");
        vendor.on("POST", Stubs.BULK, "{\"status\":\"success\",\"credits_consumed\":0,\"matches\":[null]}");
        assertThat(vendor.apollo
                        .people()
                        .enrich(Stubs.CLIENT, nobody)
                        .orElseThrow()
                        .person())
                .isEmpty();
        assertThat(vendor.apollo
                        .people()
                        .enrich(Stubs.CLIENT, nobody)
                        .orElseThrow()
                        .person())
                .isEmpty();
        assertThat(vendor.asked("POST", Stubs.MATCH)).hasSize(1);

        PeopleEnrichment.Batch batch = vendor.apollo.people().enrichAll(Stubs.CLIENT, List.of(nobody, other));
        assertThat(batch.people()).containsOnly(Result.ok(Optional.empty()));
        assertThat(vendor.asked("POST", Stubs.BULK).getFirst().getBodyAsString())
                .contains("other@nowhere.example")
                .doesNotContain("nobody@");
        vendor.apollo.people().enrichAll(Stubs.CLIENT, List.of(nobody, other));
        assertThat(vendor.asked("POST", Stubs.BULK)).hasSize(1);

        vendor.clock.advance(Duration.ofDays(30));
        vendor.apollo.people().enrich(Stubs.CLIENT, nobody).orElseThrow();
        assertThat(vendor.asked("POST", Stubs.MATCH)).hasSize(2);
    }

    @Test // row 10
    void nobody_costs_nothing() {
        vendor.on("POST", MATCH, "{\"person\":null,\"request_id\":1}");
        assertThat(enrich()).isEqualTo(Result.ok(new PeopleEnrichment.Found(Optional.empty(), 0)));
    }

    @Test // row 11
    void an_address_that_is_not_paid_for_is_none() {
        vendor.on(
                "POST",
                MATCH,
                "{\"person\":{\"id\":\"1\",\"email\":\"email_not_unlocked@domain.com\",\"email_status\":\"verified\"}}");
        assertThat(person().email()).isEmpty();
        assertThat(person().emailStatus()).isEqualTo(EmailStatus.UNKNOWN);
    }

    @ParameterizedTest // row 12
    @CsvSource({
        "verified, VERIFIED",
        "extrapolated, GUESSED",
        "guessed, GUESSED",
        "likely to engage, GUESSED",
        "bounced, INVALID",
        "invalid, INVALID",
        "unavailable, INVALID",
        "catch_all, CATCH_ALL",
        "something new, UNKNOWN"
    })
    void every_word_of_an_address_has_its_status(String word, EmailStatus status) {
        vendor.on("POST", MATCH, PRIYA.formatted(word));
        assertThat(person().emailStatus()).isEqualTo(status);
    }

    private static String matches(int from, int count) {
        return "{\"status\":\"success\",\"credits_consumed\":" + count + ",\"matches\":["
                + String.join(
                        ",",
                        IntStream.range(from, from + count)
                                .mapToObj(i -> "{\"id\":\"p" + i + "\"}")
                                .toList())
                + "]}";
    }

    private void bulkInTurn(String... answers) {
        for (int i = 0; i < answers.length; i++) {
            vendor.server.stubFor(post(BULK)
                    .inScenario("bulk")
                    .whenScenarioStateIs(i == 0 ? Scenario.STARTED : "after " + i)
                    .willReturn(aResponse().withBody(answers[i]))
                    .willSetStateTo("after " + (i + 1)));
        }
    }

    private PeopleEnrichment.Batch batch(int count) {
        return vendor.apollo
                .people()
                .enrichAll(
                        Stubs.CLIENT,
                        IntStream.range(0, count)
                                .mapToObj(i -> PersonKey.ref("p" + i))
                                .toList());
    }

    @Test // row 14
    void many_are_asked_for_by_tens_and_answered_in_order() {
        bulkInTurn(matches(0, 10), matches(10, 10), matches(20, 3));
        PeopleEnrichment.Batch batch = batch(23);
        assertThat(batch.credits()).isEqualTo(23);
        assertThat(batch.people())
                .extracting(answer -> answer.orElseThrow().orElseThrow().ref())
                .startsWith("apollo:p0", "apollo:p1")
                .endsWith("apollo:p22")
                .hasSize(23);
        assertThat(vendor.asked("POST", BULK)).hasSize(3);
    }

    @Test // rows 15, 16
    void a_gap_is_nobody_and_a_short_answer_is_placed_by_who_they_are() {
        vendor.on("POST", BULK, "{\"matches\":[{\"id\":\"p0\"},null]}");
        assertThat(batch(2).people().get(1)).isEqualTo(Result.ok(Optional.empty()));
        vendor.clock.advance(Duration.ofDays(30));
        vendor.on("POST", BULK, "{\"matches\":[{\"id\":\"p1\"}]}");
        PeopleEnrichment.Batch shorter = batch(2);
        assertThat(shorter.people().get(0)).isEqualTo(Result.ok(Optional.empty()));
        assertThat(shorter.people().get(1).orElseThrow()).isPresent();
        assertThat(shorter.credits()).as("as many as were found").isEqualTo(1);
        batch(2);
        assertThat(vendor.asked("POST", BULK).getLast().getBodyAsString())
                .as("an answer out of order proves of nobody that nobody knows them")
                .contains("p0");
    }

    @Test // row 18
    void what_was_found_stays_found_when_a_later_part_fails() {
        bulkInTurn(matches(0, 10));
        vendor.server.stubFor(post(BULK)
                .inScenario("bulk")
                .whenScenarioStateIs("after 1")
                .willReturn(aResponse().withStatus(429).withHeader("retry-after", "17")));
        PeopleEnrichment.Batch batch = batch(25);
        assertThat(batch.people().subList(0, 10)).allMatch(Result::isOk);
        assertThat(batch.people().subList(10, 25))
                .allSatisfy(answer -> assertThat(answer)
                        .isInstanceOfSatisfying(
                                Result.Err.class,
                                err -> assertThat(((VendorFailure.RateLimited) err.error()).retryAfter())
                                        .isEqualTo(Duration.ofSeconds(17))));
        assertThat(vendor.asked("POST", BULK)).as("the third part is not tried").hasSize(2);
    }

    @Test // row 19
    void too_little_to_identify_is_refused_without_a_call() {
        PersonKey vague = new PersonKey(null, null, null, "Priya", "Raman", null, null);
        assertThat(vendor.apollo.people().enrich(Stubs.CLIENT, vague).isOk()).isFalse();
        assertThat(vendor.server.getAllServeEvents()).isEmpty();
    }

    @Test // rows 20, 21
    void companies_are_placed_by_their_domain() {
        vendor.on(
                "POST",
                "/organizations/bulk_enrich",
                "{\"organizations\":[{\"id\":\"2\",\"website_url\":\"https://www.b.example/x\"},"
                        + "{\"id\":\"1\",\"primary_domain\":\"a.example\"}]}");
        DomainName a = new DomainName("a.example");
        DomainName b = new DomainName("b.example");
        DomainName c = new DomainName("c.example");
        var answers = vendor.apollo.companies().enrichAll(Stubs.CLIENT, Set.of(a, b, c));
        assertThat(answers.get(a).orElseThrow().orElseThrow().ref()).isEqualTo("apollo:org:1");
        assertThat(answers.get(b).orElseThrow().orElseThrow().ref()).isEqualTo("apollo:org:2");
        assertThat(answers.get(c).orElseThrow()).isEmpty();
        vendor.on("GET", "/organizations/enrich", "{\"organization\":null}");
        assertThat(vendor.apollo.companies().enrich(Stubs.CLIENT, a)).isEqualTo(Result.ok(Optional.empty()));
        vendor.on(
                "GET",
                "/organizations/enrich",
                aResponse().withStatus(422).withBody("{\"error\":\"Required parameter 'domain' missing\"}"));
        assertThat(vendor.apollo.companies().enrich(Stubs.CLIENT, a))
                .as("Beyond \"negative cache\"")
                .isEqualTo(Result.ok(Optional.empty()));
        assertThat(vendor.apollo.companies().enrich(Stubs.CLIENT, b))
                .isInstanceOfSatisfying(
                        Result.Err.class,
                        err -> assertThat(((VendorFailure.Invalid) err.error()).field())
                                .isEqualTo("domain"));
    }

    @Test // rows 28, 29
    void an_empty_account_buys_nothing_and_is_looked_at_every_five_minutes() {
        assertThat(vendor.apollo.credits().remaining(Stubs.CLIENT).orElseThrow().left())
                .isEqualTo(11_660);
        vendor.on("POST", CREDITS, Stubs.credits(0));
        vendor.clock.advance(Duration.ofMinutes(6));
        assertThat(refusal()).isInstanceOf(VendorFailure.OutOfCredits.class);
        assertThat(vendor.asked("POST", MATCH)).isEmpty();
        vendor.on("POST", CREDITS, Stubs.credits(5));
        vendor.on("POST", MATCH, "{\"person\":null}");
        assertThat(refusal()).as("not looked at again yet").isInstanceOf(VendorFailure.OutOfCredits.class);
        vendor.clock.advance(Duration.ofMinutes(6));
        assertThat(enrich().isOk()).isTrue();
    }

    @ParameterizedTest // rows 17, 30, 31, 32, 36, 37
    @CsvSource(
            delimiter = '|',
            value = {
                "400 | {\"status\":\"failed\",\"error_code\":\"RECORD_LIMIT_EXCEEDED\"} | invalid |"
                        + " RECORD_LIMIT_EXCEEDED",
                "401 | Invalid API key | unauthorized | ",
                "402 | {} | out_of_credits | ",
                "403 | {\"error_code\":\"API_INACCESSIBLE\"} | unauthorized | SCOPE",
                "403 | {\"message\":\"only available on paid plans: paid plan\"} | unauthorized | PLAN",
                "403 | {\"message\":\"You have no credits\"} | out_of_credits | ",
                "404 | {} | not_found | ",
                "409 | {} | conflict | ",
                "422 | {\"error\":\"Insufficient Credits\"} | out_of_credits | ",
                "422 | {\"error_code\":\"UNKNOWN_ERROR\"} | unavailable | UNKNOWN_ERROR",
                "500 | x | unavailable | ",
                "200 | <html> | unavailable | CONTRACT"
            })
    void every_refusal_has_its_kind(int status, String body, String kind, String code) {
        vendor.on("POST", MATCH, aResponse().withStatus(status).withBody(body));
        VendorFailure failure = refusal();
        assertThat(failure.kind()).isEqualTo(kind);
        if (code != null) {
            assertThat(failure.details().vendorCode()).isEqualTo(code);
        }
        assertThat(vendor.asked("POST", MATCH))
                .as("nobody pays twice by reflex")
                .hasSize(1);
    }

    @ParameterizedTest // rows 33, 34
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"message\":\"The maximum number of api calls is 600 times per hour.\"} | 2880",
                "\"{\\\"message\\\":\\\"… 600 times per hour.\\\"}\" | 2880",
                "{\"message\":\"… 50 times per minute.\"} | 60",
                "{\"message\":\"… 2000 times per day.\"} | 3600",
                "{} | 60"
            })
    void without_a_header_the_wait_is_to_the_end_of_the_window_that_is_named(String body, long seconds) {
        vendor.on("POST", MATCH, aResponse().withStatus(429).withBody(body));
        assertThat(((VendorFailure.RateLimited) refusal()).retryAfter()).isEqualTo(Duration.ofSeconds(seconds));
    }
}
