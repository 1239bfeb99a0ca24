package io.agencyos.adapters.out.unipile;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.application.lead.LinkedInProfileSource.CompanyPage;
import io.agencyos.application.lead.LinkedInProfileSource.Post;
import io.agencyos.domain.shared.LinkedInUrl;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
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
}
