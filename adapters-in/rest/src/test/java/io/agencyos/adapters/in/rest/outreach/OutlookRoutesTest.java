package io.agencyos.adapters.in.rest.outreach;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.adapters.in.http.testing.Answer;
import io.agencyos.adapters.in.http.testing.ApiUnderTest;
import io.agencyos.application.outreach.outlook.Outlooks;
import io.agencyos.application.outreach.outlook.ShowOutlook;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.outreach.gate.Refusal;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.LeadId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OutlookRoutesTest {

    private static final CampaignId CAMPAIGN = new CampaignId(new UUID(7, 3));
    private static final Refusal PAUSED = Refusal.of("client_paused", null, null);

    private static final ShowOutlook SHOWN = new ShowOutlook() {

        @Override
        public Status status(TenantScope scope) {
            Cause paused = new Cause(PAUSED, 5);
            return new Status(
                    new Summary(null, 5, null, paused, List.of(paused)),
                    List.of(new Summary(CAMPAIGN, 5, null, paused, List.of(paused))));
        }

        @Override
        public Optional<Diagnosis> diagnosis(TenantScope scope, CampaignId campaign) {
            throw new AssertionError("nobody asks");
        }

        @Override
        public List<Refused> behind(
                TenantScope scope,
                String code,
                @Nullable CampaignId campaign,
                Outlooks.@Nullable After after,
                int limit) {
            return IntStream.rangeClosed(1, 3)
                    .mapToObj(no -> new LeadId(new UUID(9, no)))
                    .filter(lead -> campaign == null || campaign.equals(CAMPAIGN))
                    .filter(lead ->
                            after == null || lead.text().compareTo(after.lead().text()) > 0)
                    .limit(limit)
                    .map(lead -> new Refused(lead, "Dana " + lead.text(), CAMPAIGN, Refusal.of(code, null, null)))
                    .toList();
        }
    };

    private final ApiUnderTest api = ApiUnderTest.with(world -> List.of(new OutlookRoutes(SHOWN)));

    @AfterEach
    void stop() {
        api.close();
    }

    @Test // api 9.19: client paused has no until, but the event that ends it
    void the_status_names_the_first_cause_with_what_ends_it() {
        Answer status = api.as(Role.VIEWER).get("/outreach/status");
        assertThat(status.status()).isEqualTo(200);
        assertThat(status.json().at("/client/next_send_at").isNull()).isTrue();
        assertThat(status.at("/client/blocked_by/code")).isEqualTo("client_paused");
        assertThat(status.at("/client/blocked_by/class"))
                .isEqualTo(PAUSED.gateClass().wire());
        assertThat(status.at("/client/blocked_by/until_event")).isEqualTo("outreach.resumed");
        assertThat(status.json().at("/client/blocked_by/leads").intValue()).isEqualTo(5);
        assertThat(status.at("/campaigns/0/campaign_id")).isEqualTo(CAMPAIGN.text());
    }

    @Test // api 9.19
    void the_leads_behind_a_code_come_page_by_page() {
        Answer page = api.as(Role.VIEWER).get("/outreach/refusals?code=client_paused&limit=2");
        assertThat(page.json().path("items")).hasSize(2);
        Answer rest = api.as(Role.VIEWER)
                .get("/outreach/refusals?code=client_paused&limit=2&cursor=" + page.at("/page/next_cursor"));
        assertThat(rest.json().path("items")).hasSize(1);
        assertThat(rest.at("/items/0/refusal/code")).isEqualTo("client_paused");
    }

    @Test // api 9.21: code is required, campaign_id narrows
    void a_list_without_its_code_is_refused_and_one_campaign_can_be_asked_for() {
        Answer none = api.as(Role.VIEWER).get("/outreach/refusals");
        assertThat(none.status()).isEqualTo(422);
        assertThat(none.at("/errors/0/pointer")).isEqualTo("query:code");
        assertThat(none.at("/errors/0/code")).isEqualTo("required");

        String list = "/outreach/refusals?code=client_paused&campaign_id=";
        assertThat(api.as(Role.VIEWER).get(list + CAMPAIGN.text()).json().path("items"))
                .hasSize(3);
        assertThat(api.as(Role.VIEWER).get(list + new UUID(7, 7)).json().path("items"))
                .isEmpty();
    }
}
