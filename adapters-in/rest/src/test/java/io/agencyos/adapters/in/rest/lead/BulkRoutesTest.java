package io.agencyos.adapters.in.rest.lead;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.adapters.in.http.testing.Answer;
import io.agencyos.adapters.in.http.testing.ApiUnderTest;
import io.agencyos.adapters.in.http.testing.Caller;
import io.agencyos.adapters.in.rest.testing.AllRoutes;
import io.agencyos.domain.client.identity.Role;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Source: api 9.6 bulk-actions. */
class BulkRoutesTest {

    private final ApiUnderTest api = ApiUnderTest.with(AllRoutes::on);

    @AfterEach
    void stop() {
        api.close();
    }

    private static String order(String action, String... ids) {
        return "{'action':'" + action + "','ids':['" + String.join("','", ids) + "']}";
    }

    private String lead() {
        return api.as(Role.MEMBER)
                .post("/leads", "{'email':'" + UUID.randomUUID() + "@harbourlane.example'}")
                .at("/id");
    }

    private static String[] unknown(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> UUID.randomUUID().toString())
                .toArray(String[]::new);
    }

    private Answer ended(Answer ordered) {
        assertThat(ordered.status()).as(ordered.text()).isEqualTo(202);
        api.world().work.run();
        return api.as(Role.VIEWER).get("/jobs/" + ordered.at("/id"));
    }

    @Test // api 9.6, 1.5, 1.7: a job; the same key again is the same job
    void many_leads_are_paused_by_one_job() {
        String lead = lead();
        Caller member = api.as(Role.MEMBER).with("Idempotency-Key", "bulk-1");
        String order = order(
                "pause", Stream.concat(Stream.of(lead), Stream.of(unknown(130))).toArray(String[]::new));

        Answer ordered = member.post("/leads/bulk-actions", order);
        Answer job = ended(ordered);

        assertThat(job.at("/kind")).isEqualTo("lead_bulk_action");
        assertThat(job.json().at("/progress/items/done").intValue()).isEqualTo(1);
        assertThat(job.json().at("/progress/items/skipped").intValue()).isEqualTo(130);
        assertThat(job.json().at("/result/not_found").intValue()).isEqualTo(130);
        assertThat(job.json().at("/examples/refused").size())
                .as("of two sets, no more than a hundred")
                .isEqualTo(100);
        assertThat(member.post("/leads/bulk-actions", order).at("/id")).isEqualTo(ordered.at("/id"));
        assertThat(api.as(Role.VIEWER)
                        .get("/leads/" + lead)
                        .json()
                        .at("/outreach_paused")
                        .booleanValue())
                .isTrue();
    }

    @Test // api 9.6: M (delete A); 2: deletions never by key
    void only_admins_delete() {
        String lead = lead();

        assertThat(api.as(Role.VIEWER)
                        .post("/leads/bulk-actions", order("pause", lead))
                        .code())
                .isEqualTo("role_required");
        assertThat(api.as(Role.MEMBER)
                        .post("/leads/bulk-actions", order("delete", lead))
                        .code())
                .isEqualTo("role_required");
        String secret = api.as(Role.OWNER)
                .post("/api-keys", "{'name':'all','scopes':['read','leads:write'],'role_cap':'admin'}")
                .at("/secret");
        assertThat(api.bearer(secret)
                        .post("/leads/bulk-actions", order("delete", lead))
                        .code())
                .isEqualTo("role_required");
        assertThat(ended(api.bearer(secret).post("/leads/bulk-actions", order("pause", lead)))
                        .at("/status"))
                .isEqualTo("succeeded");
        assertThat(ended(api.as(Role.ADMIN).post("/leads/bulk-actions", order("delete", lead)))
                        .at("/status"))
                .isEqualTo("succeeded");
        assertThat(api.as(Role.VIEWER).get("/leads/" + lead).status()).isEqualTo(410);
    }

    @Test // api 9.6: enrich {force} is the job of enrichment, for these leads alone
    void the_named_leads_are_completed() {
        String lead = lead();
        lead();

        Answer job = ended(api.as(Role.MEMBER)
                .post("/leads/bulk-actions", "{'action':'enrich','ids':['" + lead + "'],'params':{'force':true}}"));

        assertThat(job.at("/kind")).isEqualTo("lead_enrichment");
        assertThat(job.json().at("/progress/items/total").intValue()).isEqualTo(1);
    }

    @Test // api 9.6: ids or filter
    void leads_are_chosen_by_what_they_have_in_common() {
        String ours = api.as(Role.MEMBER)
                .post("/leads", "{'email':'ada@tidewater.example'}")
                .at("/id");
        String other = lead();

        Answer job =
                ended(api.as(Role.MEMBER).post("/leads/bulk-actions", "{'action':'pause','filter':{'q':'tidewater'}}"));

        assertThat(job.json().at("/progress/items/done").intValue()).isEqualTo(1);
        assertThat(paused(ours)).isTrue();
        assertThat(paused(other)).isFalse();
    }

    private boolean paused(String lead) {
        return api.as(Role.VIEWER)
                .get("/leads/" + lead)
                .json()
                .at("/outreach_paused")
                .booleanValue();
    }

    @Test // api 9.6: ids or filter; a filter that leaves nobody out is no choice; params
    void an_order_says_whom_and_what_it_needs() {
        Caller member = api.as(Role.MEMBER);

        assertThat(member.post("/leads/bulk-actions", "{'action':'pause'}").at("/errors/0/pointer"))
                .isEqualTo("/ids");
        assertThat(member.post("/leads/bulk-actions", "{'action':'pause','filter':{}}")
                        .at("/errors/0/pointer"))
                .isEqualTo("/filter");
        assertThat(member.post("/leads/bulk-actions", order("assign_campaign", unknown(1)))
                        .at("/errors/0/pointer"))
                .isEqualTo("/params/campaign_id");
    }

    @Test // api 9.6: ids[≤1000], 1.3
    void what_is_no_order_says_why() {
        Caller member = api.as(Role.MEMBER);

        assertThat(member.post("/leads/bulk-actions", order("pause", unknown(1001)))
                        .at("/errors/0/pointer"))
                .isEqualTo("/ids");
        assertThat(member.post("/leads/bulk-actions", "{'action':'pause','ids':[]}")
                        .at("/errors/0/pointer"))
                .isEqualTo("/ids");
        assertThat(member.post("/leads/bulk-actions", order("promote", unknown(1)))
                        .at("/errors/0/pointer"))
                .isEqualTo("/action");
    }
}
