package io.agencyos.adapters.in.rest.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.adapters.in.http.testing.Answer;
import io.agencyos.adapters.in.http.testing.ApiUnderTest;
import io.agencyos.adapters.in.http.testing.Caller;
import io.agencyos.adapters.in.rest.testing.AllRoutes;
import io.agencyos.application.platform.usage.VendorMeter;
import io.agencyos.application.platform.usage.VendorMeter.Metered;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.client.BillingPeriod;
import io.agencyos.domain.platform.usage.MeteredUnit;
import io.agencyos.domain.shared.ClientId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class CostRoutesTest {

    private static final String COSTS = "/api/v1/admin/costs/channels";
    private static final ApiUnderTest API = ApiUnderTest.with(AllRoutes::on);

    @AfterAll
    static void stop() {
        API.close();
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
