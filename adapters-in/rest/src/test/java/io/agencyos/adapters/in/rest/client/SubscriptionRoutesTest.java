package io.agencyos.adapters.in.rest.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.adapters.in.http.testing.Answer;
import io.agencyos.adapters.in.http.testing.ApiUnderTest;
import io.agencyos.adapters.in.http.testing.Caller;
import io.agencyos.adapters.in.rest.testing.AllRoutes;
import io.agencyos.application.client.billing.CompleteCheckout;
import io.agencyos.domain.client.billing.Plan;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.platform.AuditEntry.Change;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SubscriptionRoutesTest {

    private final ApiUnderTest api = ApiUnderTest.with(AllRoutes::on);

    @AfterEach
    void stop() {
        api.close();
    }

    private void paid(Plan plan, boolean founding) {
        api.world()
                .billing
                .completeCheckout()
                .complete(new CompleteCheckout.Order("checkout-" + UUID.randomUUID(), api.client(), plan, founding));
    }

    private String admin(String path) {
        return "/api/v1/admin/clients/" + api.client().text() + path;
    }

    @Test // api 9.2; PLAN-5
    void the_owner_sees_what_is_booked_and_when_it_is_paid_next() {
        Answer trial = api.as(Role.OWNER).get("/subscription");
        assertThat(trial.at("/status")).isEqualTo("trialing");
        assertThat(trial.at("/plan")).isEqualTo("ignition");
        assertThat(api.as(Role.ADMIN).get("/subscription").status()).isEqualTo(403);

        paid(Plan.VELOCITY, true);
        Answer booked = api.as(Role.OWNER).get("/subscription");
        assertThat(booked.json().at("/price_cents").intValue()).isEqualTo(250_000);
        assertThat(booked.json().at("/founding").booleanValue()).isTrue();
        assertThat(booked.at("/current_period_end")).isEqualTo("2026-04-01T13:00:00.000Z");
        assertThat(booked.json().at("/next_invoice/amount_cents").intValue()).isEqualTo(250_000);
    }

    @Test // api 9.2: dry_run answers {effective_at, amount_due_cents, leads_delta} and changes nothing; PLAN-6
    void a_change_of_the_plan_is_looked_at_and_then_made() {
        Caller owner = api.as(Role.OWNER);
        assertThat(owner.post("/subscription/plan-changes", "{'plan':'velocity'}")
                        .code())
                .isEqualTo("subscription_inactive");
        paid(Plan.IGNITION, false);

        Answer looked = owner.post("/subscription/plan-changes?dry_run=true", "{'plan':'VELOCITY'}");
        assertThat(looked.json().at("/leads_delta").intValue()).isEqualTo(1_000);
        assertThat(looked.json().at("/amount_due_cents").intValue()).isEqualTo(250_000);
        assertThat(owner.get("/subscription").at("/plan")).isEqualTo("ignition");

        Answer made = owner.post("/subscription/plan-changes", "{'plan':'velocity'}");
        assertThat(made.json().at("/applied").booleanValue()).isTrue();
        assertThat(owner.get("/credits").json().at("/balance").intValue()).isEqualTo(2_250);
        Answer smaller = owner.post("/subscription/plan-changes", "{'plan':'ignition'}");
        assertThat(smaller.at("/effective_at")).isEqualTo("2026-04-01T13:00:00.000Z");
        assertThat(owner.get("/subscription").at("/pending_plan")).isEqualTo("ignition");
        assertThat(api.as(Role.ADMIN)
                        .post("/subscription/plan-changes", "{'plan':'velocity'}")
                        .status())
                .isEqualTo(403);
    }

    @Test // PLAN-1: INVALID_TIER listing the three names
    void an_unknown_plan_is_told_with_the_names_there_are() {
        Answer refused = api.as(Role.OWNER).post("/subscription/plan-changes", "{'plan':'gold'}");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.at("/errors/0/pointer")).isEqualTo("/plan");
        assertThat(refused.at("/errors/0/code")).isEqualTo("invalid_tier");
        assertThat(refused.text()).contains("ignition, velocity, dominance");
    }

    @Test // PLAN-4: the ledger, newest first, in pages; an admin's
    void admins_read_the_ledger() {
        Caller admin = api.as(Role.ADMIN);
        Caller staff = api.staff();
        for (int i = 1; i <= 4; i++) {
            staff.post(admin("/quota-adjustments"), "{'delta':-" + i + ",'reason':'A correction for this test'}");
        }

        List<Answer> pages = admin.pages("/credits/entries?limit=2");

        assertThat(pages).hasSize(3);
        assertThat(pages.getFirst().json().at("/items/0/amount").intValue()).isEqualTo(-4);
        assertThat(pages.getFirst().json().at("/items/0/balance_after").intValue())
                .isEqualTo(1_240);
        assertThat(pages.getLast().at("/items/0/kind")).isEqualTo("grant");
        assertThat(admin.get("/credits").json().at("/balance").intValue()).isEqualTo(1_240);
        assertThat(api.as(Role.MEMBER).get("/credits").status()).isEqualTo(403);
        assertThat(api.as(Role.MEMBER).get("/credits/entries").status()).isEqualTo(403);
    }

    @Test // api 9.17: quota-adjustments {delta, reason}, audited
    void staff_correct_a_balance_and_nobody_else_may() {
        Caller staff = api.staff();
        Answer corrected =
                staff.post(admin("/quota-adjustments"), "{'delta':50,'reason':'Two days of an outage of ours'}");
        assertThat(corrected.json().at("/balance").intValue()).isEqualTo(1_300);
        assertThat(api.world()
                        .units
                        .inTenant(
                                api.world().worker(api.client()),
                                () -> api.world().audit.newest(api.client(), 1))
                        .getFirst()
                        .changes())
                .containsEntry("balance", new Change("1250", "1300"));

        Answer wrong = staff.post(admin("/quota-adjustments"), "{'delta':0,'reason':'short'}");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.at("/errors/0/pointer")).isEqualTo("/reason");
        assertThat(staff.post(admin("/quota-adjustments"), "{'delta':0,'reason':'A correction of nothing'}")
                        .at("/errors/0/pointer"))
                .isEqualTo("/delta");
        Answer tooMuch =
                staff.post(admin("/quota-adjustments"), "{'delta':-9000,'reason':'Two days of an outage of ours'}");
        assertThat(tooMuch.code()).isEqualTo("no_credits");
        assertThat(tooMuch.json().at("/available").intValue()).isEqualTo(1_300);
        assertThat(api.as(Role.OWNER)
                        .post(admin("/quota-adjustments"), "{'delta':50,'reason':'I would like to have more'}")
                        .code())
                .isEqualTo("platform_admin_required");
        assertThat(staff.post(
                                "/api/v1/admin/clients/" + UUID.randomUUID() + "/quota-adjustments",
                                "{'delta':50,'reason':'For nobody in particular'}")
                        .status())
                .isEqualTo(404);
    }

    @Test // api 9.17, PLAN-6
    void staff_pause_and_cancel_a_subscription() {
        Caller staff = api.staff();
        assertThat(staff.post(admin("/subscription/pause")).at("/status")).isEqualTo("paused");
        assertThat(staff.post(admin("/subscription/cancel")).at("/status")).isEqualTo("cancelled");
        Answer over = staff.post(admin("/subscription/pause"));
        assertThat(over.code()).isEqualTo("invalid_transition");
        assertThat(over.at("/from")).isEqualTo("cancelled");
        assertThat(api.as(Role.OWNER)
                        .get("/subscription")
                        .json()
                        .at("/next_invoice")
                        .isNull())
                .isTrue();
        assertThat(api.as(Role.OWNER).post(admin("/subscription/cancel")).status())
                .isEqualTo(403);
    }

    @Test // api 9.1; PLAN-7: public read
    void anybody_sees_the_plans_and_the_spots_that_are_left() {
        paid(Plan.IGNITION, true);
        api.world().billing.holdFoundingSpot().hold("under-way");
        Answer spots = api.anonymous().get("/api/v1/public/founding-spots");
        assertThat(spots.json().at("/total").intValue()).isEqualTo(20);
        assertThat(spots.json().at("/taken").intValue()).isEqualTo(1);
        assertThat(spots.json().at("/remaining").intValue()).isEqualTo(18);

        Answer plans = api.anonymous().get("/api/v1/public/plans");
        assertThat(plans.json().at("/items").size()).isEqualTo(3);
        assertThat(plans.at("/items/1/name")).isEqualTo("velocity");
        assertThat(plans.json().at("/items/1/price_cents").intValue()).isEqualTo(500_000);
        assertThat(plans.json().at("/items/1/founding_price_cents").intValue()).isEqualTo(250_000);
        assertThat(plans.json().at("/items/1/leads_per_month").intValue()).isEqualTo(2_250);
        assertThat(plans.json().at("/items/1/new_leads_per_day").intValue()).isEqualTo(103);
        assertThat(plans.json().at("/items/1/mailboxes").intValue()).isEqualTo(10);
        assertThat(plans.json().at("/items/2/meeting_target/high").intValue()).isEqualTo(80);
    }
}
