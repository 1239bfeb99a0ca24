package io.agencyos.adapters.in.rest.conversion;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.adapters.in.http.testing.Answer;
import io.agencyos.adapters.in.http.testing.ApiUnderTest;
import io.agencyos.adapters.in.http.testing.Caller;
import io.agencyos.adapters.in.rest.testing.AllRoutes;
import io.agencyos.application.client.billing.CompleteCheckout;
import io.agencyos.application.platform.vendor.FakeConnector;
import io.agencyos.application.platform.vendor.VendorAccount;
import io.agencyos.application.platform.vendor.VendorAccountState;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.client.billing.Plan;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.platform.Alert;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class StaffListsRoutesTest {

    private static final String P = "/api/v1/admin";
    private static final ApiUnderTest API = ApiUnderTest.with(AllRoutes::on);

    @AfterAll
    static void stop() {
        API.close();
    }

    @Test // api 9.17, 9.21: cross-tenant lists with client_id and the filters of the tenant's list
    void every_list_answers_its_filters_and_refuses_others() {
        Caller staff = API.staff();
        for (String list : List.of(
                "/leads?tier=hot&status=new&sort=updated_at&updated_from=2026-01-01T00:00:00Z",
                "/replies?intent=interested&channel=email&handled=false&review_required=true",
                "/meetings?outcome=pending",
                "/meetings?status=scheduled&status=confirmed&upcoming=true",
                "/activities?channel=sms&action=sent&at_from=2026-01-01T00:00:00Z",
                "/bounces?kind=complained&at_to=2026-01-01T00:00:00Z",
                "/recordings?flagged=true&deleted=false",
                "/pool/leads?status=claimed&email_status=verified&industry=Marketing&country=AU",
                "/pool/assignments?status=active",
                "/email-health?health=critical")) {
            Answer answer = staff.get(P + list + "&client_id=" + API.client().text());
            assertThat(answer.status()).as(answer.text()).isEqualTo(200);
            assertThat(answer.json().at("/page/has_more").booleanValue()).isFalse();
        }
        Answer summary = staff.get(P + "/compliance/summary");
        assertThat(summary.json().at("/clients/0/bounce_rate").isNull())
                .as(summary.text())
                .isTrue();
        assertThat(staff.get(P + "/leads?colour=red").code()).isEqualTo("validation_failed");
        assertThat(staff.get(P + "/leads?cursor=nonsense").code()).isEqualTo("cursor_invalid");
        assertThat(staff.post(P + "/recordings/" + UUID.randomUUID() + "/flag", "{'reason':'A complaint is open'}")
                        .status())
                .isEqualTo(404);
        assertThat(staff.post(P + "/recordings/" + UUID.randomUUID() + "/flag", "{'reason':'short'}")
                        .code())
                .isEqualTo("validation_failed");
        assertThat(staff.post(P + "/email-health/domains/" + UUID.randomUUID() + "/pause", "{'reason':'listed'}")
                        .status())
                .isEqualTo(404);
    }

    @Test // api 9.17, 1.4
    void campaigns_of_two_clients_are_paged_in_one_list() {
        Caller staff = API.staff();
        String campaign = "{'name':'Autumn','channel_mix':{'email':100,'sms':0,'linkedin':0,'voice':0,'mail':0}}";
        assertThat(API.as(Role.MEMBER).post("/campaigns", campaign).status()).isEqualTo(201);
        assertThat(API.as(Role.MEMBER)
                        .post("/campaigns", campaign.replace("Autumn", "Spring"))
                        .status())
                .isEqualTo(201);

        List<Answer> pages = staff.pages(P + "/campaigns?status=draft&limit=1");

        assertThat(pages).hasSize(2);
        assertThat(pages.getFirst().at("/items/0/client/name")).isEqualTo("Northlight");
        assertThat(pages.stream().map(page -> page.at("/items/0/name"))).containsExactlyInAnyOrder("Autumn", "Spring");
        Answer found = staff.get(P + "/campaigns?origin=custom&q=AUT");
        assertThat(found.json().at("/items").size()).as(found.text()).isEqualTo(1);
        assertThat(found.at("/items/0/name")).isEqualTo("Autumn");
        assertThat(staff.get(P + "/campaigns?origin=template")
                        .json()
                        .at("/items")
                        .size())
                .isZero();
    }

    @Test // api 9.17: acknowledging silences, does not close
    void an_alert_is_acknowledged() {
        Caller staff = API.staff();
        API.world()
                .units
                .onPlatform(() -> API.world()
                        .alerts
                        .raise(Alert.of(
                                "domain:1",
                                Alert.Severity.CRITICAL,
                                "domain_health",
                                API.client(),
                                "A domain is critical",
                                Map.of("domain", "hello.example"),
                                API.world().clock.now())));

        Answer open = staff.get(P + "/alerts?kind=domain_health&severity=critical&state=open");
        assertThat(open.at("/items/0/detail/domain")).isEqualTo("hello.example");
        Answer seen = staff.post(P + "/alerts/" + open.at("/items/0/id") + "/acknowledge");

        assertThat(seen.at("/state")).as(seen.text()).isEqualTo("acknowledged");
        assertThat(staff.get(P + "/alerts?kind=domain_health&state=open")
                        .json()
                        .at("/items")
                        .size())
                .isZero();
        assertThat(staff.post(P + "/alerts/" + UUID.randomUUID() + "/acknowledge")
                        .status())
                .isEqualTo(404);
    }

    @Test // api 9.17: MRR of active subscriptions at the price agreed (founding = half); changes are null without a
    // base
    void the_overview_and_the_renewals_tell_what_is_paid() {
        Caller staff = API.staff();
        assertThat(staff.get(P + "/overview").json().at("/mrr_cents").longValue())
                .isZero();
        API.world()
                .billing
                .completeCheckout()
                .complete(
                        new CompleteCheckout.Order("checkout-" + UUID.randomUUID(), API.client(), Plan.VELOCITY, true));

        Answer overview = staff.get(P + "/overview");

        assertThat(overview.json().at("/mrr_cents").longValue())
                .as(overview.text())
                .isEqualTo(250_000);
        assertThat(overview.json().at("/mrr_change").isNull())
                .as("nothing was paid when the month began")
                .isTrue();
        assertThat(overview.json().at("/active_clients").intValue()).isEqualTo(1);
        assertThat(overview.json().at("/new_clients_this_month").intValue()).isEqualTo(1);
        assertThat(overview.json().at("/ai_limit_cents").longValue()).isEqualTo(50_000);
        assertThat(staff.get(P + "/renewals?days=7").json().at("/items").size()).isZero();
        Answer renewals = staff.get(P + "/renewals?days=31");
        assertThat(renewals.json().at("/items/0/price_cents").longValue()).isEqualTo(250_000);
        assertThat(staff.get(P + "/renewals?days=0").code()).isEqualTo("validation_failed");
        revenue(staff);
    }

    private static void revenue(Caller staff) { // P/revenue?month=&months=1–24, one row per month, split by plan
        Answer months = staff.get(P + "/revenue?months=2");

        assertThat(months.json().at("/items").size()).as(months.text()).isEqualTo(2);
        assertThat(months.json().at("/items/0/mrr_cents").longValue()).isZero();
        assertThat(months.json().at("/items/1/mrr_cents").longValue()).isEqualTo(250_000);
        assertThat(months.json().at("/items/1/movements/new_cents").longValue()).isEqualTo(250_000);
        assertThat(months.json().at("/items/1/movements/change").isNull()).isTrue();
        assertThat(months.at("/items/1/plans/1/plan")).isEqualTo("velocity");
        assertThat(months.json().at("/items/1/plans/1/mrr_cents").longValue()).isEqualTo(250_000);
        assertThat(staff.get(P + "/revenue").json().at("/items").size()).isEqualTo(12);
        assertThat(staff.get(P + "/revenue?month=2026-13&months=25")
                        .json()
                        .at("/errors")
                        .size())
                .isEqualTo(2);

        Answer lines = staff.get(
                P + "/transactions?kind=started&client_id=" + API.client().text());
        assertThat(lines.json().at("/items").size()).as(lines.text()).isEqualTo(1);
        assertThat(lines.at("/items/0/client/name")).isEqualTo("Northlight");
        assertThat(lines.json().at("/items/0/mrr_change_cents").longValue()).isEqualTo(250_000);
        assertThat(staff.get(P + "/transactions?kind=cancelled")
                        .json()
                        .at("/items")
                        .size())
                .isZero();
    }

    @Test // api 9.13, 9.17: P/integrations
    void how_clients_accounts_do_is_seen_vendor_by_vendor() {
        API.world().units.inTenant(TenantScope.worker(API.client()), () -> {
            API.world()
                    .vendorAccounts
                    .save(new VendorAccount(API.client(), "postbox", "ref-1", null, Map.of(), Map.of()));
            API.world()
                    .vendorAccounts
                    .tell(
                            API.client(),
                            "postbox",
                            new VendorAccountState(
                                    VendorAccountState.Status.ERROR,
                                    null,
                                    "refused",
                                    API.world().clock.now()));
        });

        Answer health = API.staff().get(P + "/integrations");

        assertThat(health.at("/items/0/vendor")).as(health.text()).isEqualTo("postbox");
        assertThat(health.json().at("/items/0/broken").intValue()).isEqualTo(1);
        assertThat(health.at("/items/0/troubled/0/client_name")).isEqualTo("Northlight");
        assertThat(health.at("/items/0/troubled/0/last_error")).isEqualTo("refused");
    }

    @Test // api 9.13: platform accounts, the same four; keys come in and never go out
    void the_platforms_own_account_is_connected_tried_and_forgotten_and_its_key_never_shown() {
        Caller staff = API.staff();
        String own = P + "/integrations/postbox";
        String body = "{'account_ref':'box-1','credentials':{'api_key':'%s'}}";

        assertThat(staff.post(own + "/test", "{}").status()).isEqualTo(404);
        assertThat(staff.put(own, body.formatted("a-wrong-key-of-9999")).code()).isEqualTo("vendor_rejected");
        assertThat(staff.put(own, "{'account_ref':'box-1','credentials':{}}")
                        .json()
                        .at("/errors/0/pointer")
                        .asString())
                .isEqualTo("/credentials/api_key");
        assertThat(staff.put(P + "/integrations/pigeon", body.formatted("key")).status())
                .isEqualTo(404);

        Answer connected = staff.put(own, body.formatted(FakeConnector.GOOD_KEY));
        assertThat(connected.status()).as(connected.text()).isEqualTo(200);
        assertThat(connected.at("/owner")).isEqualTo("platform");
        assertThat(connected.at("/last4")).isEqualTo("1234");
        assertThat(staff.post(own + "/test", "{}").at("/status")).isEqualTo("connected");
        Answer list = staff.get(P + "/integrations");
        assertThat(list.at("/own/0/status")).isEqualTo("connected");
        assertThat(connected.text() + list.text()).doesNotContain(FakeConnector.GOOD_KEY);

        assertThat(staff.send("DELETE", own, "application/json", "").status()).isEqualTo(204);
        assertThat(staff.send("DELETE", own, "application/json", "").status()).isEqualTo(404);
        assertThat(staff.get(P + "/integrations").at("/own/0/status")).isEqualTo("not_connected");
    }

    @Test // api 9.17: stats, utilization
    void the_pool_is_counted() {
        Caller staff = API.staff();

        assertThat(staff.get(P + "/pool/stats").json().at("/people").longValue())
                .isZero();
        assertThat(staff.get(P + "/pool/utilization").json().at("/share").isNull())
                .isTrue();
        assertThat(staff.get(P + "/pool/leads/" + UUID.randomUUID()).status()).isEqualTo(404);
    }

    @Test // api 9.17: removal needs evidence
    void whom_nobody_contacts_is_written_down_and_taken_away_with_evidence_only() {
        Caller staff = API.staff();
        Answer listed = staff.post(
                P + "/suppressions",
                "{'key_type':'email','key':'asha@harbour.example','reason':'spam_trap','notes':'Told by a list'}");
        assertThat(listed.status()).as(listed.text()).isEqualTo(201);
        assertThat(listed.text()).doesNotContain("asha@");
        assertThat(staff.post(P + "/suppressions", "{'key_type':'email','key':'ASHA@harbour.example','reason':'other'}")
                        .status())
                .isEqualTo(200);
        assertThat(staff.post(P + "/suppressions", "{'key_type':'email','key':'nobody','reason':'legal'}")
                        .text())
                .contains("/key");
        Answer checked = API.as(Role.VIEWER).post("/suppressions/check", "{'emails':['asha@harbour.example']}");
        assertThat(checked.text()).contains("platform");

        assertThat(staff.get(P + "/suppressions?reason=spam_trap&key_type=email")
                        .at("/items/0/id"))
                .isEqualTo(listed.at("/id"));
        String one = P + "/suppressions/" + listed.at("/id");
        assertThat(staff.delete(one).status()).isIn(400, 415, 422);
        assertThat(staff.send("DELETE", one, "application/json", "{\"evidence\":\"short\"}")
                        .code())
                .isEqualTo("validation_failed");
        assertThat(staff.send("DELETE", one, "application/json", "{\"evidence\":\"Consent of 4 March\"}")
                        .status())
                .isEqualTo(204);
        assertThat(staff.send("DELETE", one, "application/json", "{\"evidence\":\"Consent of 4 March\"}")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void what_was_said_for_good_is_not_taken_away() { // data model 5.11: never removed, only superseded
        Caller staff = API.staff();
        Answer listed =
                staff.post(P + "/suppressions", "{'key_type':'email','key':'lawyer@harbour.example','reason':'legal'}");
        Answer refused = staff.send(
                "DELETE",
                P + "/suppressions/" + listed.at("/id"),
                "application/json",
                "{\"evidence\":\"Consent of 4 March\"}");
        assertThat(refused.status()).as(refused.text()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("suppression_permanent");
        assertThat(refused.at("/reason")).isEqualTo("legal");
    }
}
