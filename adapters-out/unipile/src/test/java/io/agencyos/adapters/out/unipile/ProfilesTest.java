package io.agencyos.adapters.out.unipile;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.application.lead.source.LinkedInProfileSource;
import io.agencyos.application.lead.source.LinkedInProfileSource.CompanyPage;
import io.agencyos.application.lead.source.LinkedInProfileSource.Found;
import io.agencyos.application.lead.source.LinkedInProfileSource.FoundPage;
import io.agencyos.application.lead.source.LinkedInProfileSource.Post;
import io.agencyos.application.lead.source.LinkedInProfileSource.Query;
import io.agencyos.application.outreach.channel.LinkedInOutreach;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.contact.LinkedInUrl;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** unipile 4.6, 13 row 23, in both dialects. */
class ProfilesTest {

    private static final LinkedInUrl PRIYA = new LinkedInUrl(LinkedInUrl.Page.PERSON, "priya-raman-example");
    private static final LinkedInUrl HARBOUR = new LinkedInUrl(LinkedInUrl.Page.COMPANY, "harbour-lane-example");
    private static final String POST = """
        {"text":"We are hiring","date":"2 days ago","parsed_datetime":"2026-08-31T01:00:00.000Z","reaction_counter":12,
         "comment_counter":3,"repost_counter":1,"is_repost":false,"share_url":"https://www.linkedin.com/posts/x","author":{}}\
        """;
    private static final String COMPANY = """
        {"object":"CompanyProfile","id":"1586","name":"Harbour Lane Digital","public_identifier":"harbour-lane-example",
         "employee_count":18,"website":"https://www.harbourlane.example","industry":["Marketing Services"],"locations":[]}\
        """;

    @ParameterizedTest // row 23: a public identifier would answer 422
    @EnumSource(UnipileAccount.Dialect.class)
    void posts_are_asked_for_by_the_lasting_id(UnipileAccount.Dialect dialect) {
        try (Stubs vendor = new Stubs(dialect, false)) {
            boolean first = dialect == UnipileAccount.Dialect.V1;
            String user = first ? Stubs.USER : "/v2/" + Stubs.SEAT + "/users/priya-raman-example";
            String posts = (first ? Stubs.API : "/v2/" + Stubs.SEAT) + "/users/" + Stubs.PRIYA + "/posts";
            vendor.on("GET", user, Stubs.person("SECOND_DEGREE"));
            vendor.on("GET", posts, first ? Stubs.items(null, POST) : "{\"data\":[" + POST + "],\"next_cursor\":null}");
            assertThat(vendor.unipile
                            .profiles()
                            .posts(Stubs.CLIENT, Stubs.SEAT, PRIYA, 5)
                            .orElseThrow())
                    .containsExactly(new Post(
                            "We are hiring",
                            Optional.of(Instant.parse("2026-08-31T01:00:00Z")),
                            12,
                            3,
                            1,
                            false,
                            Optional.of(URI.create("https://www.linkedin.com/posts/x"))));
            assertThat(vendor.asked("GET", posts)).hasSize(1);
        }
    }

    @ParameterizedTest // unipile 4.3, 4.6 U10: one look tells both, and a company is asked for as one
    @EnumSource(UnipileAccount.Dialect.class)
    void connections_come_with_the_look_that_posts_need_and_a_company_posts_too(UnipileAccount.Dialect dialect) {
        try (Stubs vendor = new Stubs(dialect, false)) {
            boolean first = dialect == UnipileAccount.Dialect.V1;
            String user = first ? Stubs.USER : "/v2/" + Stubs.SEAT + "/users/priya-raman-example";
            String base = (first ? Stubs.API : "/v2/" + Stubs.SEAT) + "/users/";
            String list = first ? Stubs.items(null, POST) : "{\"data\":[" + POST + "],\"next_cursor\":null}";
            vendor.on(
                    "GET",
                    user,
                    Stubs.person("SECOND_DEGREE")
                            .replaceFirst("\\{", "{\"connections_count\":812,\"follower_count\":930,"));
            vendor.on("GET", base + Stubs.PRIYA + "/posts", list);
            vendor.on("GET", base + "1586/posts", list);
            LinkedInProfileSource profiles = vendor.unipile.profiles();
            profiles.posts(Stubs.CLIENT, Stubs.SEAT, PRIYA, 5).orElseThrow();
            assertThat(profiles.person(Stubs.CLIENT, Stubs.SEAT, PRIYA).orElseThrow())
                    .isEqualTo(new LinkedInProfileSource.PersonPage(Stubs.PRIYA, Optional.of(812)));
            assertThat(vendor.asked("GET", user)).hasSize(1);

            assertThat(profiles.companyPosts(Stubs.CLIENT, Stubs.SEAT, "1586", 5)
                            .orElseThrow())
                    .hasSize(1);
            assertThat(vendor.asked("GET", base + "1586/posts").getFirst().getUrl())
                    .contains("is_company=true");
            assertThat(vendor.asked("GET", base + Stubs.PRIYA + "/posts")
                            .getFirst()
                            .getUrl())
                    .doesNotContain("is_company");
        }
    }

    @ParameterizedTest // outreach 15: whose message it is; unipile 4.3
    @EnumSource(UnipileAccount.Dialect.class)
    void whoever_writes_is_looked_up_by_the_lasting_id_and_once_a_day(UnipileAccount.Dialect dialect) {
        try (Stubs vendor = new Stubs(dialect, false)) {
            boolean first = dialect == UnipileAccount.Dialect.V1;
            String user = (first ? Stubs.API : "/v2/" + Stubs.SEAT) + "/users/" + Stubs.PRIYA;
            vendor.on("GET", user, Stubs.person("SECOND_DEGREE"));

            for (int times = 0; times < 2; times++) {
                assertThat(vendor.unipile
                                .replies()
                                .slug(Stubs.CLIENT, Stubs.SEAT, Stubs.PRIYA)
                                .orElseThrow())
                        .contains(PRIYA.slug());
            }
            assertThat(vendor.asked("GET", user)).hasSize(1);
            assertThat(vendor.unipile
                            .replies()
                            .slug(Stubs.CLIENT, Stubs.SEAT, "ACoAAZ99")
                            .isOk())
                    .isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource(UnipileAccount.Dialect.class)
    void a_company_has_a_page_and_a_person_is_none(UnipileAccount.Dialect dialect) {
        try (Stubs vendor = new Stubs(dialect, false)) {
            String page = (dialect == UnipileAccount.Dialect.V1 ? Stubs.API : "/v2/" + Stubs.SEAT)
                    + "/linkedin/company/harbour-lane-example";
            vendor.on("GET", page, COMPANY);
            assertThat(vendor.unipile
                            .profiles()
                            .company(Stubs.CLIENT, Stubs.SEAT, HARBOUR)
                            .orElseThrow())
                    .isEqualTo(new CompanyPage(
                            "1586",
                            "Harbour Lane Digital",
                            Optional.of("harbour-lane-example"),
                            Optional.empty(),
                            Optional.of(18),
                            Optional.of(URI.create("https://www.harbourlane.example")),
                            List.of("Marketing Services")));
            Result<CompanyPage, VendorFailure> wrong =
                    vendor.unipile.profiles().company(Stubs.CLIENT, Stubs.SEAT, PRIYA);
            assertThat(wrong.fold(found -> "found", VendorFailure::kind)).isEqualTo("invalid");
            Result<CompanyPage, VendorFailure> foreign =
                    vendor.unipile.profiles().company(Stubs.CLIENT, "acc_of_another", HARBOUR);
            assertThat(foreign.fold(found -> "found", VendorFailure::kind)).isEqualTo("invalid");
            assertThat(vendor.asked("GET", page)).hasSize(1);
        }
    }

    @ParameterizedTest // unipile 3 U16, 4.6
    @EnumSource(UnipileAccount.Dialect.class)
    void people_are_searched_for_by_words_or_by_a_page_of_the_network_part_by_part(UnipileAccount.Dialect dialect) {
        try (Stubs vendor = new Stubs(dialect, false)) {
            boolean first = dialect == UnipileAccount.Dialect.V1;
            String search = (first ? Stubs.API : "/v2/" + Stubs.SEAT) + "/linkedin/search";
            String priya = """
                {"type":"PEOPLE","id":"ACoAAB22","name":"Priya Raman","public_identifier":"priya-raman-example",
                 "headline":"Founder at Harbour Lane Digital","location":"Melbourne","network_distance":"SECOND_DEGREE"}\
                """;
            String hidden = "{\"type\":\"PEOPLE\",\"name\":\"LinkedIn Member\"}";
            String paging = "\"paging\":{\"start\":0,\"page_count\":2,\"total_count\":137}";
            vendor.on(
                    "POST",
                    search,
                    first
                            ? "{\"object\":\"Search\",\"items\":[" + priya + "," + hidden + "]," + paging
                                    + ",\"cursor\":\"c2\"}"
                            : "{\"data\":[" + priya + "," + hidden + "]," + paging + ",\"next_cursor\":\"c2\"}");
            LinkedInProfileSource profiles = vendor.unipile.profiles();

            assertThat(profiles.search(Stubs.CLIENT, Stubs.SEAT, new Query.Words("founder agency melbourne"), null, 50)
                            .orElseThrow())
                    .isEqualTo(new FoundPage(
                            List.of(new Found(
                                    "ACoAAB22",
                                    "Priya Raman",
                                    Optional.of("priya-raman-example"),
                                    Optional.of("Founder at Harbour Lane Digital"),
                                    Optional.of("Melbourne"))),
                            Optional.of(137),
                            Optional.of("c2")));
            URI page = URI.create("https://www.linkedin.com/search/results/people/?keywords=founder");
            assertThat(profiles.search(Stubs.CLIENT, Stubs.SEAT, new Query.Address(page), "c2", 50)
                            .isOk())
                    .isTrue();
            assertThat(vendor.asked("POST", search)).hasSize(2).satisfies(asked -> {
                assertThat(asked.getFirst().getUrl()).contains("limit=50").doesNotContain("cursor");
                assertThat(asked.getFirst().getBodyAsString())
                        .contains("\"api\":\"classic\"", "\"category\":\"people\"", "founder agency melbourne");
                assertThat(asked.getLast().getUrl()).contains("cursor=c2");
                assertThat(asked.getLast().getBodyAsString()).isEqualTo("{\"url\":\"" + page + "\"}");
            });
            Result<FoundPage, VendorFailure> nothing =
                    profiles.search(Stubs.CLIENT, Stubs.SEAT, new Query.Words(" "), null, 50);
            assertThat(nothing.fold(found -> "found", VendorFailure::kind)).isEqualTo("invalid");
            Result<FoundPage, VendorFailure> foreign =
                    profiles.search(Stubs.CLIENT, "acc_of_another", new Query.Words("founder"), null, 50);
            assertThat(foreign.fold(found -> "found", VendorFailure::kind)).isEqualTo("invalid");
            assertThat(vendor.asked("POST", search)).hasSize(2);
        }
    }

    @ParameterizedTest // unipile 3 U17, 4.6: null = the owner has not bought that product
    @EnumSource(UnipileAccount.Dialect.class)
    void the_inmails_that_are_left_are_shown_for_each_product(UnipileAccount.Dialect dialect) {
        try (Stubs vendor = new Stubs(dialect, false)) {
            vendor.on(
                    "GET",
                    dialect == UnipileAccount.Dialect.V1
                            ? Stubs.API + "/linkedin/inmail_balance"
                            : "/v2/" + Stubs.SEAT + "/linkedin/inmail-credits",
                    "{\"object\":\"InMailBalance\",\"premium\":12,\"recruiter\":null,\"sales_navigator\":0}");
            assertThat(vendor.unipile
                            .outreach()
                            .inMailBalance(Stubs.CLIENT, Stubs.SEAT)
                            .orElseThrow())
                    .isEqualTo(new LinkedInOutreach.InMailBalance(Optional.of(12), Optional.empty(), Optional.of(0)));
        }
    }
}
