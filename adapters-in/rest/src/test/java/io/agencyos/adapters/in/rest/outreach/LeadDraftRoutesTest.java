package io.agencyos.adapters.in.rest.outreach;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.adapters.in.http.testing.Answer;
import io.agencyos.adapters.in.http.testing.ApiUnderTest;
import io.agencyos.adapters.in.http.testing.Caller;
import io.agencyos.adapters.in.rest.testing.AllRoutes;
import io.agencyos.adapters.in.rest.testing.CampaignWorld;
import io.agencyos.adapters.in.rest.testing.SetUp;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.testing.Outreachbook;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.lead.Lead;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A text to a lead, ordered and read over HTTP. Source: api 9.6 {@code drafts}. */
class LeadDraftRoutesTest {

    private static final String VALUE_ADD = "{'channel':'email','purpose':'value_add'}";

    private final AtomicReference<CampaignWorld> campaigns = new AtomicReference<>();
    private final ApiUnderTest api = ApiUnderTest.with(world -> {
        campaigns.set(new CampaignWorld(world));
        return AllRoutes.on(world, campaigns.get());
    });

    @AfterEach
    void stop() {
        api.close();
    }

    @Test // api 9.6: {channel, purpose} -> subject, body, sources used
    void a_member_has_a_text_written_and_reads_it_off_the_job() {
        SetUp.client(api.as(Role.ADMIN));
        Lead lead = Outreachbook.lead(api.client(), 60);
        CampaignWorld world = Objects.requireNonNull(campaigns.get());
        api.world().units.inTenant(TenantScope.worker(api.client()), () -> world.leads.insertAll(List.of(lead)));
        String drafts = "/leads/" + lead.id().text() + "/drafts";
        Caller member = api.as(Role.MEMBER);

        Answer ordered = member.post(drafts, VALUE_ADD);
        assertThat(ordered.status()).as(ordered.text()).isEqualTo(202);
        assertThat(ordered.at("/kind")).isEqualTo("lead_draft");
        api.world().work.run();
        Answer done = member.get("/jobs/" + ordered.at("/id"));

        assertThat(done.at("/status")).isEqualTo("succeeded");
        assertThat(done.at("/notes/subject")).isNotBlank();
        assertThat(done.at("/notes/body")).isNotBlank();
        assertThat(done.at("/notes/degraded")).isEqualTo("true");
        assertThat(done.json().at("/examples/sources").size()).isPositive();
    }

    @Test
    void a_channel_without_writing_and_a_lead_that_is_not_there_are_refused() {
        Lead lead = Outreachbook.lead(api.client(), 60);
        CampaignWorld world = Objects.requireNonNull(campaigns.get());
        api.world().units.inTenant(TenantScope.worker(api.client()), () -> world.leads.insertAll(List.of(lead)));
        String drafts = "/leads/" + lead.id().text() + "/drafts";
        Caller member = api.as(Role.MEMBER);

        assertThat(member.post(drafts, "{'channel':'voice','purpose':'intro'}").status())
                .isEqualTo(422);
        assertThat(member.post(drafts, "{'channel':'email','purpose':'flattery'}")
                        .status())
                .isEqualTo(422);
        assertThat(member.post("/leads/" + UUID.randomUUID() + "/drafts", VALUE_ADD)
                        .status())
                .isEqualTo(404);
        assertThat(api.as(Role.VIEWER).post(drafts, VALUE_ADD).status()).isEqualTo(403);
    }

    private String draftsOfSomebody() {
        Lead lead = Outreachbook.lead(api.client(), 60);
        CampaignWorld world = Objects.requireNonNull(campaigns.get());
        api.world().units.inTenant(TenantScope.worker(api.client()), () -> world.leads.insertAll(List.of(lead)));
        return "/leads/" + lead.id().text() + "/drafts";
    }

    @Test // api 1.7: at most one unfinished job per client, kind and subject; the subject is the lead
    void texts_to_two_people_are_written_side_by_side_and_one_at_a_time_to_each() {
        SetUp.client(api.as(Role.ADMIN));
        String one = draftsOfSomebody();
        String other = draftsOfSomebody();
        Caller member = api.as(Role.MEMBER);

        Answer first = member.post(one, VALUE_ADD);
        Answer second = member.post(other, VALUE_ADD);
        Answer again = member.post(one, VALUE_ADD);

        assertThat(first.status()).as(first.text()).isEqualTo(202);
        assertThat(second.status()).as(second.text()).isEqualTo(202);
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.code()).isEqualTo("already_running");
        assertThat(again.text()).contains(first.at("/id"));
        api.world().work.run();
        assertThat(List.of(first, second))
                .allSatisfy(ordered -> assertThat(
                                member.get("/jobs/" + ordered.at("/id")).at("/status"))
                        .isEqualTo("succeeded"));
        assertThat(member.post(one, VALUE_ADD).status()).as("finished").isEqualTo(202);
    }

    @Test // api 5: what starts an AI, per client 10/min with a burst of 5, whoever of them asks for what
    void a_client_that_asks_for_too_many_texts_waits() {
        AtomicReference<CampaignWorld> own = new AtomicReference<>();
        try (ApiUnderTest limited = ApiUnderTest.limited(world -> {
            own.set(new CampaignWorld(world));
            return AllRoutes.on(world, own.get());
        })) {
            Caller member = limited.as(Role.MEMBER);
            for (int n = 0; n < 5; n++) {
                assertThat(member.post("/leads/" + UUID.randomUUID() + "/drafts", VALUE_ADD)
                                .status())
                        .isEqualTo(404);
            }

            Answer refused = limited.as(Role.MEMBER).post("/leads/" + UUID.randomUUID() + "/drafts", VALUE_ADD);

            assertThat(refused.status()).isEqualTo(429);
            assertThat(refused.header("Retry-After")).contains("6");
            assertThat(refused.header("RateLimit-Policy")).contains("\"ai\";q=10;w=60");
            assertThat(member.post("/campaign-suggestion-runs", "").status())
                    .as("one bucket for all that starts one")
                    .isEqualTo(429);
            assertThat(member.get("/leads").status()).isEqualTo(200);
        }
    }
}
