package io.agencyos.adapters.out.apollo;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.adapters.out.vendorhttp.CapturedLog;
import io.agencyos.application.lead.source.CompanySearch;
import io.agencyos.application.lead.source.PersonKey;
import io.agencyos.application.lead.source.PhoneReveal;
import io.agencyos.domain.lead.JobPosting;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.contact.DomainName;
import io.agencyos.domain.shared.contact.EmailAddress;
import io.agencyos.domain.shared.contact.PhoneNumber;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** apollo 12: companies, their jobs and news, numbers that come later. */
class FinerDataTest {

    private static final String COMPANIES = "/mixed_companies/search";
    private static final String NEWS = "/news_articles/search";
    private static final URI HEARS = URI.create("https://app.agency.example/api/v1/hooks/apollo/h1");
    private static final String REQUEST = "-4182736450912837465";

    private final Stubs vendor = new Stubs();

    @AfterEach
    void stop() {
        vendor.close();
    }

    private static String kind(Result<?, VendorFailure> answer) {
        return answer.fold(found -> "found", VendorFailure::kind);
    }

    @Test // row 22, apollo 6
    void saved_companies_and_others_are_one_list_in_the_vendors_order() {
        vendor.on("POST", COMPANIES, """
            {"pagination":{"page":1,"per_page":100,"total_entries":230,"total_pages":3},
             "accounts":[{"id":"acc1","organization_id":"o2","name":"Quarry Road Media","website_url":"http://www.quarryroad.example"},
                         {"id":"acc2","organization_id":"o1","name":"Harbour Lane Digital","primary_domain":"harbourlane.example"}],
             "organizations":[{"id":"o3","name":"Example Three"},
                              {"id":"o1","name":"Harbour Lane Digital","primary_domain":"harbourlane.example",
                               "phone":"+61 3 5550 0110","sanitized_phone":"+61355500110","founded_year":2016}],
             "model_ids":["o1","o2","o3"]}\
            """);
        CompanySearch.Page page = vendor.apollo
                .companySearch()
                .search(Stubs.CLIENT, CompanySearch.Query.doing("digital marketing"), 1)
                .orElseThrow();
        assertThat(page.companies())
                .extracting(CompanySearch.Preview::ref)
                .containsExactly("apollo:org:o1", "apollo:org:o2", "apollo:org:o3");
        assertThat(page.companies().getFirst().phone()).contains(new PhoneNumber("+61355500110"));
        assertThat(page.companies().get(1).domain()).contains(new DomainName("quarryroad.example"));
        assertThat(page.total()).isEqualTo(230);
        assertThat(page.more()).isTrue();
        assertThat(vendor.asked("POST", COMPANIES).getFirst().getBodyAsString())
                .contains("\"q_organization_keyword_tags\":[\"digital marketing\"]", "\"per_page\":100");
    }

    @Test // row 23
    void companies_are_searched_by_paid_plans_only() {
        vendor.on(
                "POST",
                COMPANIES,
                aResponse().withStatus(403).withBody("{\"message\":\"This is only available on paid plans\"}"));
        assertThat(vendor.apollo.companySearch().search(Stubs.CLIENT, CompanySearch.Query.doing("seo"), 1))
                .isInstanceOfSatisfying(
                        Result.Err.class,
                        refused -> assertThat(((VendorFailure.Unauthorized) refused.error())
                                        .details()
                                        .vendorCode())
                                .isEqualTo("PLAN"));
        assertThat(kind(vendor.apollo.companySearch().search(Stubs.CLIENT, CompanySearch.Query.of(), 1)))
                .as("without a wish nobody is asked")
                .isEqualTo("invalid");
        assertThat(vendor.asked("POST", COMPANIES)).hasSize(1);
    }

    @Test // row 24, apollo 6
    void a_company_is_hiring_while_its_jobs_are_fresh() {
        vendor.on("GET", "/organizations/o1/job_postings", """
            {"organization_job_postings":[{"id":"jp1","title":"Paid Media Specialist","url":"https://jobs.example/1",
              "city":"Melbourne","last_seen_at":"2026-08-30T00:00:00.000+00:00","posted_at":"2026-08-12T00:00:00.000+00:00"}]}\
            """);
        List<JobPosting> jobs = vendor.apollo
                .signals()
                .jobPostings(Stubs.CLIENT, "apollo:org:o1")
                .orElseThrow();
        assertThat(jobs)
                .singleElement()
                .satisfies(job -> assertThat(job.postedAt()).isEqualTo("2026-08-12T00:00:00Z"));
        assertThat(jobs).allMatch(job -> job.showsHiring(Instant.parse("2026-09-10T00:00:00Z")));
        assertThat(jobs).noneMatch(job -> job.showsHiring(Instant.parse("2026-12-01T00:00:00Z")));
        vendor.on(
                "GET",
                "/organizations/none/job_postings",
                aResponse().withStatus(422).withBody("{}"));
        assertThat(kind(vendor.apollo.signals().jobPostings(Stubs.CLIENT, "none")))
                .isEqualTo("not_found");
    }

    @Test // apollo 6: every field of an article may be missing
    void news_are_read_as_far_as_they_say_something() {
        vendor.on("POST", NEWS, """
            {"news_articles":[{"id":"n1","title":"Harbour Lane hires","url":"https://news.example/1",
              "published_at":"2026-08-20T00:00:00Z","organization_ids":["o1"],"event_categories":["hires"]},{"id":"n2"}]}\
            """);
        var news = vendor.apollo
                .signals()
                .news(
                        Stubs.CLIENT,
                        Set.of("apollo:org:o1"),
                        LocalDate.parse("2026-06-01"),
                        LocalDate.parse("2026-09-01"))
                .orElseThrow();
        assertThat(news).hasSize(2);
        assertThat(news.getFirst().companies()).containsExactly("apollo:org:o1");
        assertThat(news.get(1).publishedAt()).isEmpty();
        assertThat(vendor.asked("POST", NEWS).getFirst().getBodyAsString())
                .contains("\"organization_ids\":[\"o1\"]", "\"min\":\"2026-06-01\"", "\"max\":\"2026-09-01\"");
    }

    @Test // apollo 7
    void numbers_are_asked_for_with_an_address_and_the_id_is_kept_to_the_digit() {
        vendor.on(
                "POST",
                Stubs.BULK,
                "{\"matches\":[{\"id\":\"p1\"}],\"credits_consumed\":1,\"request_id\":" + REQUEST + "}");
        assertThat(vendor.apollo
                        .phones()
                        .request(Stubs.CLIENT, List.of(PersonKey.ref("apollo:p1")), HEARS)
                        .orElseThrow())
                .isEqualTo(new PhoneReveal.Handle(REQUEST, 1));
        assertThat(vendor.asked("POST", Stubs.BULK).getFirst().getBodyAsString())
                .contains(
                        "\"reveal_phone_number\":true",
                        "\"reveal_personal_emails\":false",
                        "\"webhook_url\":\"" + HEARS + "\"");
        assertThat(kind(vendor.apollo
                        .phones()
                        .request(
                                Stubs.CLIENT,
                                List.of(PersonKey.ref("apollo:p1")),
                                URI.create("http://app.agency.example/hooks"))))
                .isEqualTo("invalid");
        assertThat(vendor.asked("POST", Stubs.BULK)).hasSize(1);
    }

    @Test // row 25, apollo 7
    void revealed_numbers_are_read_the_mobile_first() {
        vendor.on("GET", "/webhook_result/" + REQUEST, """
            {"request_id":-4182736450912837465,"webhook_status":"delivered","webhook_result":{"status":"success","credits_consumed":8,
              "people":[{"id":"p1","status":"success","phone_numbers":[
                {"raw_number":"+61 3 5550 0110","sanitized_number":"+61355500110","type_cd":"work_hq","position":0},
                {"raw_number":"+61 491 570 006","sanitized_number":"+61491570006","type_cd":"mobile","position":1}]}]}}\
            """);
        assertThat(vendor.apollo.phones().result(Stubs.CLIENT, REQUEST).orElseThrow())
                .isEqualTo(new PhoneReveal.Answer.Revealed(
                        Map.of("apollo:p1", List.of(new PhoneNumber("+61491570006"), new PhoneNumber("+61355500110"))),
                        8));
    }

    @Test // row 38: neither the key nor anybody's address or number in the log, whatever is asked and answered
    void nobody_is_named_in_the_log() {
        PersonKey priya = PersonKey.email(new EmailAddress("priya@harbourlane.example"));
        vendor.on(
                "POST",
                Stubs.MATCH,
                "{\"person\":{\"id\":\"p1\",\"first_name\":\"Priya\",\"email\":\"priya@harbourlane.example\"}}");
        vendor.on(
                "POST",
                Stubs.BULK,
                429,
                "{\"message\":\"too many for priya@harbourlane.example, +61 491 570 006, " + Stubs.KEY + "\"}");
        vendor.on("GET", "/webhook_result/" + REQUEST, 200, "<html>priya@harbourlane.example</html>");
        try (CapturedLog log = new CapturedLog()) {
            vendor.apollo.people().enrich(Stubs.CLIENT, priya);
            vendor.apollo.phones().request(Stubs.CLIENT, List.of(priya), HEARS);
            vendor.apollo.phones().result(Stubs.CLIENT, REQUEST);
            assertThat(log.text()).isNotEmpty().doesNotContain("harbourlane", "491 570", "Priya", Stubs.KEY);
        }
    }

    @ParameterizedTest // row 25
    @CsvSource({
        "404, result_pending, pending 30",
        "404, request_id_unknown, not_found",
        "410, request_id_expired, not_found",
        "400, invalid_request_id, invalid"
    })
    void an_answer_may_be_late_or_gone(int status, String code, String comes) {
        vendor.on(
                "GET",
                "/webhook_result/" + REQUEST,
                aResponse()
                        .withStatus(status)
                        .withBody("{\"error_code\":\"" + code + "\",\"retry_after_seconds\":30}"));
        String came = vendor.apollo
                .phones()
                .result(Stubs.CLIENT, REQUEST)
                .fold(
                        answer -> switch (answer) {
                            case PhoneReveal.Answer.Pending(Duration wait) -> "pending " + wait.toSeconds();
                            case PhoneReveal.Answer.Revealed revealed -> "revealed";
                        },
                        VendorFailure::kind);
        assertThat(came).isEqualTo(comes);
    }
}
