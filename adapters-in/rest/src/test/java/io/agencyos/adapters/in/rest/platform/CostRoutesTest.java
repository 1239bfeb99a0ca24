package io.agencyos.adapters.in.rest.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.adapters.in.http.testing.Answer;
import io.agencyos.adapters.in.http.testing.ApiUnderTest;
import io.agencyos.adapters.in.http.testing.Caller;
import io.agencyos.adapters.in.rest.testing.AllRoutes;
import io.agencyos.application.content.SpendLedger;
import io.agencyos.application.platform.usage.VendorMeter;
import io.agencyos.application.platform.usage.VendorMeter.Metered;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.client.billing.BillingPeriod;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.content.budget.AiCost;
import io.agencyos.domain.content.budget.AiTask;
import io.agencyos.domain.content.model.TokenUse;
import io.agencyos.domain.platform.usage.MeteredUnit;
import io.agencyos.domain.shared.id.ClientId;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class CostRoutesTest {

    private static final String ALL = "/api/v1/admin/costs/";
    private static final String COSTS = ALL + "channels";
    private static final ApiUnderTest API = ApiUnderTest.with(AllRoutes::on);

    @AfterAll
    static void stop() {
        API.close();
    }

    @Test // api 9.17 costs/summary, web 11.3: month, month before, pace, margin, by category
    void staff_sees_what_a_month_costs_and_what_is_left_of_its_revenue() {
        ClientId client = API.world().open("Lettered").id();
        Instant now = API.world().clock.now();
        LocalDate today = BillingPeriod.dayOf(now);
        Caller staff = API.staff();
        JsonNode before = staff.get(ALL + "summary").json();
        API.world().units.inTenant(TenantScope.worker(client), () -> {
            VendorMeter meter = new VendorMeter(API.world().vendorUsage);
            meter.expect(client, UUID.randomUUID(), "post", Metered.usual(MeteredUnit.PIECE, 4, true), now);
            return client;
        });
        spent(client, "large-1", "3.00");

        JsonNode told =
                staff.get(ALL + "summary?month=" + YearMonth.from(today)).json();
        assertThat(told.at("/cost_cents").asLong() - before.at("/cost_cents").asLong())
                .isEqualTo(1_300);
        assertThat(told.at("/days_passed").asInt()).isEqualTo(today.getDayOfMonth());
        assertThat(told.at("/at_this_pace_cents").asLong())
                .isEqualTo(told.at("/cost_cents").asLong() * today.lengthOfMonth() / today.getDayOfMonth());
        assertThat(told.at("/categories/0/category").asString()).isEqualTo("letters");
        assertThat(told.at("/gross_margin_target").decimalValue()).isEqualByComparingTo("0.75");
        assertThat(told.at("/gross_margin").isNull())
                .as("everybody is on trial")
                .isTrue();
        assertThat(staff.get(ALL + "summary?month=2031-01").code()).isEqualTo("validation_failed");
        assertThat(staff.get(ALL + "summary?month=January").code()).isEqualTo("validation_failed");
        assertThat(API.as(Role.OWNER).get(ALL + "summary").code()).isEqualTo("platform_admin_required");
    }

    @Test // api 9.17 costs/ai: by agent, model, client, day; today against the limit
    void staff_sees_what_models_cost() {
        ClientId client = API.world().open("Modelled").id();
        spent(client, "small-1", "0.004");
        spent(client, "small-1", "0.004");
        spent(client, "small-1", "0.004");
        spent(client, "large-1", "1.25");

        JsonNode told = API.staff().get(ALL + "ai?client_id=" + client.text()).json();
        assertThat(told.at("/cost_cents").asLong()).as("1.262, rounded once").isEqualTo(126);
        assertThat(told.at("/models/0/model").asString()).isEqualTo("large-1");
        assertThat(told.at("/models/1/calls").asLong()).isEqualTo(3);
        assertThat(told.at("/models/1/cost_cents").asLong())
                .as("api 1.1: three calls of 4 000 micros")
                .isEqualTo(1);
        assertThat(told.at("/agents/0/agent").asString()).isEqualTo("reply_response");
        assertThat(told.at("/agents/0/calls").asLong()).isEqualTo(4);
        assertThat(told.at("/clients/0/client_id").asString()).isEqualTo(client.text());
        assertThat(told.at("/days/0/cost_cents").asLong()).isEqualTo(126);
        assertThat(told.at("/today/limit_cents").asLong()).isEqualTo(50_000);
        assertThat(told.at("/today/spent_cents").asLong()).isGreaterThanOrEqualTo(126);
    }

    private static void spent(ClientId client, String model, String dollars) {
        Instant now = API.world().clock.now();
        LocalDate today = BillingPeriod.dayOf(now);
        UUID call = UUID.randomUUID();
        AiCost cost = AiCost.dollars(dollars);
        API.world().units.onPlatform(() -> {
            API.world()
                    .spending
                    .reserve(new SpendLedger.Call(
                            call,
                            client,
                            AiTask.REPLY_RESPONSE,
                            call.toString(),
                            model,
                            cost,
                            today,
                            today,
                            AiCost.dollars("50"),
                            AiCost.dollars("500"),
                            now));
            API.world()
                    .spending
                    .settle(
                            call,
                            cost,
                            new SpendLedger.Note(
                                    "prompt/1", new TokenUse(900, 300, 0, 7), Duration.ofSeconds(1), null));
        });
    }

    @Test // api 9.17 costs: by unit, client and day from the usage ledger
    void staff_sees_what_clients_cost_at_vendors_that_are_paid_by_use() {
        ClientId client = API.client();
        Instant now = API.world().clock.now();
        VendorMeter meter = new VendorMeter(API.world().vendorUsage);
        API.world().units.inTenant(TenantScope.worker(client), () -> {
            UUID text = UUID.randomUUID();
            UUID call = UUID.randomUUID();
            meter.expect(client, text, "texts", Metered.usual(MeteredUnit.SEGMENT, 3, true), now);
            meter.expect(client, call, "calls", Metered.usual(MeteredUnit.MINUTE, 5, false), now);
            meter.expect(client, UUID.randomUUID(), "texts", Metered.usual(MeteredUnit.SEGMENT, 1, true), now);
            meter.book().settle(client, List.of(text));
            meter.settleUsd(client, call, 2, new BigDecimal("0.1912"));
            return client;
        });

        Caller staff = API.staff();
        Answer answer = staff.get(COSTS + "?client_id=" + client.text());
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.json().at("/to").asString())
                .isEqualTo(BillingPeriod.dayOf(now).toString());
        assertThat(answer.json().at("/cost_cents").asLong())
                .as("24 + 8 + 29.636")
                .isEqualTo(62);
        assertThat(answer.json().at("/expected_cents").asLong()).isEqualTo(8);
        assertThat(answer.json().at("/uses/0/vendor").asString()).isEqualTo("texts");
        assertThat(answer.json().at("/uses/0/units").asLong()).isEqualTo(4);
        assertThat(answer.json().at("/uses/1/cost_cents").asLong()).isEqualTo(30);
        assertThat(answer.json().at("/clients/0/client_id").asString()).isEqualTo(client.text());
        assertThat(answer.json().at("/days/0/cost_cents").asLong()).isEqualTo(62);
        assertThat(staff.get(COSTS + "?client_id=" + UUID.randomUUID())
                        .json()
                        .at("/uses")
                        .isEmpty())
                .isTrue();
        assertThat(staff.get(COSTS + "?from=yesterday").code()).isEqualTo("validation_failed");
        assertThat(staff.get(COSTS + "?from=2020-01-01&to=2026-01-01").code()).isEqualTo("validation_failed");
    }
}
