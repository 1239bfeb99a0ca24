package io.agencyos.adapters.in.rest.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.adapters.in.http.testing.Answer;
import io.agencyos.adapters.in.http.testing.ApiUnderTest;
import io.agencyos.adapters.in.http.testing.Caller;
import io.agencyos.adapters.in.rest.testing.AllRoutes;
import io.agencyos.domain.client.identity.Role;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AlsWeightRoutesTest {

    private static final String BENCHMARK =
            "{'data_quality':0.15,'authority':0.30,'company_fit':0.25,'timing':0.20,'risk':0.10}";

    private ApiUnderTest api;
    private Caller admin;

    @BeforeEach
    void with_a_confirmed_profile() {
        api = ApiUnderTest.with(AllRoutes::on);
        admin = api.as(Role.ADMIN);
        Answer draft = admin.with("If-Match", "\"v0\"")
                .patch(
                        "/icp",
                        "{'industries':['Marketing'],'titles':['CEO'],'company_sizes':['5-50'],'locations':['Australia']}");
        assertThat(draft.status()).isEqualTo(200);
        assertThat(admin.post("/icp/confirm").status()).isEqualTo(200);
    }

    @AfterEach
    void stop() {
        api.close();
    }

    @Test // ALS-20, api 1.7, 9.3, 9.10: a job; the person sees the result and confirms
    void weights_go_live_only_with_a_backtest_of_them() {
        assertThat(weigh(BENCHMARK, null).code()).isEqualTo("backtest_required");

        Answer ordered = admin.post("/als-weights/backtests", "{'weights':" + BENCHMARK + "}");
        assertThat(ordered.status()).isEqualTo(202);
        assertThat(ordered.at("/kind")).isEqualTo("als_backtest");
        assertThat(admin.post("/als-weights/backtests", "{}").code()).isEqualTo("already_running");
        api.world().work.run();
        Answer tested = api.as(Role.VIEWER).get("/jobs/" + ordered.at("/id"));
        assertThat(tested.at("/status")).isEqualTo("succeeded");
        assertThat(tested.json().at("/result/leads").asInt(-1)).isZero();
        assertThat(tested.json().at("/result/tiers_after_hot").asInt(-1)).isZero();
        assertThat(tested.json().at("/examples/moved").isEmpty()).isTrue();
        assertThat(tested.json().at("/notes/auc_before").isMissingNode()).isTrue();
        String backtest = tested.at("/notes/backtest_id");
        Answer changed = weigh(BENCHMARK, backtest);

        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.json().at("/als_weights/authority").decimalValue()).isEqualByComparingTo("0.30");
        Answer inForce = api.as(Role.VIEWER).get("/als-weights");
        assertThat(inForce.at("/source")).isEqualTo("client_custom");
        assertThat(inForce.json().at("/version").asInt()).isEqualTo(1);
        assertThat(weigh("null", backtest).code())
                .as("another change than the one that was tried")
                .isEqualTo("backtest_required");
    }

    @Test // api 9.10: every source in order, with the reason
    void the_sources_say_why_they_are_not_in_force() {
        Answer sources = api.as(Role.VIEWER).get("/als-weights/sources");

        assertThat(sources.json().at("/items").size()).isEqualTo(7);
        assertThat(sources.at("/items/6/group")).isEqualTo("prior");
        assertThat(sources.json().at("/items/0").has("confidence")).isTrue();
        assertThat(sources.at("/items/0/source")).isEqualTo("client_learned");
        assertThat(sources.at("/items/0/reason_not_used")).isEqualTo("none_stored");
        assertThat(sources.at("/items/4/reason_not_used")).isEqualTo("switched_off");
        assertThat(sources.json().at("/items/5/in_force").asBoolean()).isTrue();
        assertThat(sources.at("/items/5/group")).isEqualTo("base");
        assertThat(api.as(Role.VIEWER)
                        .get("/als-weights/history")
                        .json()
                        .at("/items")
                        .size())
                .isZero();
    }

    @Test // api 1.4, 9.10, 14: the newest first, in pages
    void earlier_weights_are_read_in_pages() {
        for (String authority : List.of("0.30", "0.25", "0.20")) {
            String weights = "{'data_quality':0.20,'authority':" + authority
                    + ",'company_fit':0.25,'timing':0.15,'risk':"
                    + new BigDecimal("0.40").subtract(new BigDecimal(authority)) + "}";
            String job = admin.post("/als-weights/backtests", "{'weights':" + weights + "}")
                    .at("/id");
            api.world().work.run();
            assertThat(weigh(weights, admin.get("/jobs/" + job).at("/notes/backtest_id"))
                            .status())
                    .isEqualTo(200);
        }

        Answer first = api.as(Role.VIEWER).get("/als-weights/history?limit=2");
        Answer last = api.as(Role.VIEWER).get("/als-weights/history?limit=2&cursor=" + first.at("/page/next_cursor"));

        assertThat(List.of(first.at("/items/0/version"), first.at("/items/1/version"), last.at("/items/0/version")))
                .containsExactly("3", "2", "1");
        assertThat(last.json().at("/items").size()).isOne();
        assertThat(last.json().at("/page/next_cursor").isNull()).isTrue();
    }

    @Test // ALS-11, ALS-12: invalid_weights, and what is set stays
    void weights_that_do_not_sum_to_one_are_refused() {
        Answer refused =
                weigh("{'data_quality':0.25,'authority':0.30,'company_fit':0.25,'timing':0.20,'risk':0.10}", null);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.at("/errors/0/pointer")).isEqualTo("/als_weights");
        assertThat(refused.at("/errors/0/code")).isEqualTo("invalid_weights");
        assertThat(api.as(Role.VIEWER).get("/als-weights").at("/source")).isEqualTo("default");
    }

    @Test // ALS-12: whole numbers, 20/25/25/15/10 (S = 95) → 21/26/26/16/11; sub-weights sum to company_fit as sent
    void whole_weights_are_rescaled_and_their_parts_have_to_add_up() {
        String whole = "{'data_quality':20,'authority':25,'company_fit':25,'timing':15,'risk':10}";
        Answer ordered = admin.post("/als-weights/backtests", "{'weights':" + whole + "}");
        api.world().work.run();
        String backtest = api.as(Role.VIEWER).get("/jobs/" + ordered.at("/id")).at("/notes/backtest_id");

        Answer changed = weigh(whole, backtest);
        assertThat(changed.status()).as(changed.text()).isEqualTo(200);
        assertThat(changed.json().at("/als_weights/data_quality").decimalValue())
                .isEqualByComparingTo("0.21");
        assertThat(changed.json().at("/als_weights/risk").decimalValue()).isEqualByComparingTo("0.11");

        Answer tooMuch = weigh("{'data_quality':20,'authority':25,'company_fit':36,'timing':15,'risk':4}", null);
        assertThat(tooMuch.status()).isEqualTo(422);
        assertThat(tooMuch.at("/errors/0/code")).isEqualTo("invalid_weights");
        Answer parts = weigh(whole + ",'sub_weights':{'industry':10,'size':8,'location':6}", null);
        assertThat(parts.status()).isEqualTo(422);
        assertThat(parts.at("/errors/0/pointer")).isEqualTo("/sub_weights");
        assertThat(weigh(whole + ",'sub_weights':{'industry':10,'size':8,'location':7}", null)
                        .code())
                .isEqualTo("backtest_required");
    }

    @Test // B7: any member, without a backtest id; a backtest is an admin's
    void a_member_simulates_and_only_an_admin_tests() {
        Answer simulated = api.as(Role.VIEWER)
                .post("/als-weights/simulations", "{'icp':{'industries':['Construction'],'sub_weights':null}}");

        assertThat(simulated.status()).isEqualTo(200);
        assertThat(simulated.json().at("/tiers_before/hot").asInt()).isZero();
        assertThat(simulated.json().at("/backtest_id").isMissingNode()).isTrue();
        assertThat(simulated.json().at("/channel_cost/change_cents").isIntegralNumber())
                .isTrue();
        assertThat(simulated.at("/channel_cost/currency")).isEqualTo("AUD");
        assertThat(api.as(Role.MEMBER).post("/als-weights/backtests", "{}").status())
                .isEqualTo(403);
        assertThat(api.stranger().get("/als-weights").status()).isEqualTo(404);
        assertThat(api.stranger().post("/als-weights/simulations", "{}").status())
                .isEqualTo(404);
    }

    private Answer weigh(String weights, @org.jspecify.annotations.Nullable String backtest) {
        String version = admin.get("/icp").header("ETag").orElseThrow();
        return admin.with("If-Match", version)
                .patch(
                        "/icp",
                        "{'als_weights':" + weights + (backtest == null ? "" : ",'backtest_id':'" + backtest + "'")
                                + "}");
    }
}
