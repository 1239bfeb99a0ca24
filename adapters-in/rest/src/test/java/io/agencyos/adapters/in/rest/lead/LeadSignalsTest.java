package io.agencyos.adapters.in.rest.lead;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.adapters.in.http.testing.Answer;
import io.agencyos.adapters.in.http.testing.ApiUnderTest;
import io.agencyos.adapters.in.http.testing.Caller;
import io.agencyos.adapters.in.rest.scoring.ScoreRoutes;
import io.agencyos.adapters.in.rest.testing.PoolWorld;
import io.agencyos.application.allocation.AllocationScenario;
import io.agencyos.domain.client.identity.Role;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What people say of a lead, seen in its score. */
class LeadSignalsTest {

    private @Nullable AllocationScenario scenario;

    private final ApiUnderTest api = ApiUnderTest.with(world -> {
        AllocationScenario made = PoolWorld.on(world);
        scenario = made;
        return List.of(
                new LeadEditRoutes(made.editing(), world.leadReads.listLeads()), new ScoreRoutes(made.scoring()));
    });

    @AfterEach
    void stop() {
        api.close();
    }

    @Test // scoring 1.10: every signal that a person can know is raised by saying it
    void each_signal_said_raises_the_score_by_its_row() {
        Objects.requireNonNull(scenario).asking(api.client(), UnaryOperator.identity());
        Caller member = api.as(Role.MEMBER);
        Answer lead = member.post(
                "/leads",
                "{'email':'priya@harbourlane.example','phone':'0491 570 006','domain':'harbourlane.example'}");
        Map<String, String> said = new LinkedHashMap<>();
        said.put("phone 6.00", "{'signals':{'phone_verified':true}}");
        said.put("linkedin_url 4.00", "{'linkedin_url':'https://www.linkedin.com/in/priya-raman-example'}");
        said.put("personal_email 2.00", "{'signals':{'personal_email':'priya@home.example'}}");
        said.put("title 25.00", "{'title':'CEO'}");
        said.put("industry 10.00", "{'organization':{'sub_industry':'Marketing'}}");
        said.put("employees 8.00", "{'organization':{'employee_count':25}}");
        said.put("location 7.00", "{'organization':{'country':'AU'}}");
        said.put("new_role 6.00", "{'signals':{'role_start':'2026-01-05'}}");
        said.put("hiring 5.00", "{'organization':{'is_hiring':true}}");
        said.put("funding 4.00", "{'organization':{'latest_funding_date':'2025-12-01'}}");
        said.put(
                "domain_rank 2.00",
                "{'signals':{'search':{'domain_rank':501,'organic_traffic':1000.5,'top10_keywords':1,"
                        + "'spam_score':null,'fetched_on':'2026-03-01'}}}");
        said.put(
                "linkedin_boost 10.00",
                "{'signals':{'linkedin':{'post_dates':['2025-01-01','2026-02-20'],'connections':500,"
                        + "'company_posts':1,'company_followers':1000}}}");

        for (Map.Entry<String, String> signal : said.entrySet()) {
            Objects.requireNonNull(scenario).advance(Duration.ofMillis(1));
            lead = member.with("If-Match", lead.header("ETag").orElseThrow())
                    .patch("/leads/" + lead.at("/id"), signal.getValue());
            assertThat(lead.status()).as(lead.text()).isEqualTo(200);
            assertThat(rows(member, lead)).as(signal.getValue()).contains(signal.getKey());
        }
        assertThat(rows(member, lead)).contains("organic_traffic 2.00", "top10_keywords 1.00");

        Objects.requireNonNull(scenario).advance(Duration.ofMillis(1));
        Answer moved = member.with("If-Match", lead.header("ETag").orElseThrow())
                .patch("/leads/" + lead.at("/id"), "{'phone':'0491 570 156','signals':{'linkedin':null}}");
        assertThat(moved.at("/signals/phone_verified"))
                .as("another number is not verified by the old one's check")
                .isEqualTo("false");
        assertThat(rows(member, moved)).contains("phone 3.00", "linkedin_boost 0.00");
    }

    private static List<String> rows(Caller caller, Answer lead) {
        return caller.get("/leads/" + lead.at("/id") + "/score-explanation").json().at("/rows").values().stream()
                .map(row -> row.at("/signal").asString() + " "
                        + row.at("/points").decimalValue().setScale(2))
                .toList();
    }
}
