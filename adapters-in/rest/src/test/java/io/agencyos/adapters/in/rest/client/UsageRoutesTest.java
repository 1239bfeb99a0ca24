package io.agencyos.adapters.in.rest.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.adapters.in.http.testing.Answer;
import io.agencyos.adapters.in.http.testing.ApiUnderTest;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.client.billing.Subscription;
import io.agencyos.domain.client.billing.SubscriptionStatus;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.content.budget.AiCost;
import io.agencyos.domain.content.budget.AiTask;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class UsageRoutesTest {

    private final ApiUnderTest api = ApiUnderTest.with(world -> List.of(new UsageRoutes(world.usage, world.capacity)));

    @AfterEach
    void stop() {
        api.close();
    }

    @Test // api 9.2: a member sees slots and seats; leads, starts and money are an admin's
    void an_admin_sees_what_is_used_and_a_member_what_is_free() {
        spent("1.234567");

        Answer admin = api.as(Role.ADMIN).get("/usage");
        assertThat(admin.status()).as(admin.text()).isEqualTo(200);
        assertThat(admin.at("/leads/quota")).isEqualTo("1250");
        assertThat(admin.at("/leads/remaining")).isEqualTo("1250");
        assertThat(admin.at("/leads/used")).isEqualTo("0");
        assertThat(admin.at("/campaigns/max")).isEqualTo("5");
        assertThat(admin.at("/campaigns/active")).isEqualTo("0");
        assertThat(admin.at("/linkedin_seats/max")).isEqualTo("4");
        assertThat(admin.at("/linkedin_seats/used")).isEqualTo("1");
        assertThat(admin.at("/lead_starts/nominal")).isEqualTo("57");
        assertThat(admin.at("/lead_starts/started_today")).isEqualTo("0");
        assertThat(admin.at("/lead_starts/budget_today")).isEqualTo("0");
        assertThat(admin.at("/lead_starts/limited_by"))
                .as("nobody waits to be written to")
                .isEqualTo("leads");
        assertThat(admin.at("/lead_starts/pace/started")).isEqualTo("0");
        assertThat(admin.at("/ai/limit_cents")).isEqualTo("5000");
        assertThat(admin.at("/ai/spent_cents"))
                .as("half a cent counts, less does not")
                .isEqualTo("123");

        Answer member = api.as(Role.MEMBER).get("/usage");
        assertThat(member.at("/campaigns/max")).isEqualTo("5");
        assertThat(member.json().at("/leads").isNull()).isTrue();
        assertThat(member.json().at("/lead_starts").isNull()).isTrue();
        assertThat(member.json().at("/capacity").isNull()).isTrue();
        assertThat(member.json().at("/ai").isNull()).isTrue();
        assertThat(api.stranger().get("/usage").status()).isEqualTo(404);
    }

    @Test // scoring PLAN-2: without senders nothing that the plan needs can be done
    void an_admin_reads_what_the_senders_lack_for_the_plan() {
        Answer usage = api.as(Role.ADMIN).get("/usage");

        assertThat(usage.at("/capacity/channels/0/channel")).isEqualTo("email");
        assertThat(usage.at("/capacity/channels/0/needed_per_day")).isEqualTo("113.6");
        assertThat(usage.at("/capacity/channels/0/supplied_per_day")).isEqualTo("0");
        assertThat(usage.at("/capacity/channels/0/missing_per_day")).isEqualTo("113.6");
        assertThat(usage.json().at("/capacity/channels").size()).isEqualTo(4);
        assertThat(usage.at("/capacity/closing_emails/wished_per_day")).isEqualTo("51.1");
        assertThat(usage.at("/capacity/closing_emails/percent")).isEqualTo("0");
    }

    @Test // scoring PACE-1
    void an_admin_reads_how_the_period_paces() {
        Answer usage = api.as(Role.ADMIN).get("/usage");

        assertThat(usage.at("/lead_starts/pace/started")).isEqualTo("0");
        assertThat(usage.at("/lead_starts/pace/quota")).isEqualTo("1250");
        assertThat(usage.json().at("/lead_starts/pace/percent").isNumber()).isTrue();
        assertThat(usage.json().at("/lead_starts/pace/most_today").intValue()).isBetween(66, 75);
    }

    @Test // scoring PLAN-6: whoever does not pay begins nothing
    void a_client_that_does_not_pay_has_no_budget() {
        api.world().units.inTenant(TenantScope.worker(api.client()), () -> {
            Subscription paid = api.world().clients.subscription(api.client()).orElseThrow();
            api.world().clients.updateSubscription(paid.as(SubscriptionStatus.PAST_DUE));
            return paid;
        });

        Answer usage = api.as(Role.ADMIN).get("/usage");

        assertThat(usage.json().at("/lead_starts/budget_today").isNull()).isTrue();
        assertThat(usage.json().at("/lead_starts/limited_by").isNull()).isTrue();
        assertThat(usage.json().at("/lead_starts/pace").isNull()).isTrue();
    }

    private void spent(String dollars) {
        Instant now = api.world().clock.now();
        AiCost cost = AiCost.of(new java.math.BigDecimal(dollars));
        LocalDate today = LocalDate.ofInstant(now, java.time.ZoneId.of("Australia/Sydney"));
        api.world()
                .units
                .onPlatform(() -> api.world()
                        .spending
                        .reserve(new io.agencyos.application.content.SpendLedger.Call(
                                UUID.randomUUID(),
                                api.client(),
                                AiTask.ICP_EXTRACTION,
                                "lead",
                                "small-1",
                                cost,
                                today,
                                today,
                                AiCost.of(new java.math.BigDecimal("50")),
                                AiCost.of(new java.math.BigDecimal("500")),
                                now)));
    }
}
