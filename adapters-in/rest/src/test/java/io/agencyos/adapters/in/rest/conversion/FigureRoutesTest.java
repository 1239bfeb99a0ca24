package io.agencyos.adapters.in.rest.conversion;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.adapters.in.http.testing.Answer;
import io.agencyos.adapters.in.http.testing.ApiUnderTest;
import io.agencyos.adapters.in.http.testing.Caller;
import io.agencyos.adapters.in.rest.testing.DeskBook;
import io.agencyos.adapters.in.rest.testing.DeskWorld;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.lead.Lead;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Figures over HTTP. */
class FigureRoutesTest {

    private final AtomicReference<DeskWorld> desk = new AtomicReference<>();
    private final ApiUnderTest api = ApiUnderTest.with(world -> {
        desk.set(new DeskWorld(world));
        return desk.get().routes();
    });
    private final DeskBook book = new DeskBook(desk.get(), api.client());
    private final Caller viewer = api.as(Role.VIEWER);

    @AfterEach
    void stop() {
        api.close();
    }

    private Lead won() {
        Lead lead = book.lead();
        Caller member = api.as(Role.MEMBER);
        String deal = "/deals/"
                + member.post(
                                "/deals",
                                "{'lead_id':'%s','name':'Retainer','value_cents':1000000}"
                                        .formatted(lead.id().text()))
                        .at("/id");
        member.post(deal + "/win");
        return lead;
    }

    @Test // api 9.9: null where there is nothing to divide by; days both included
    void every_report_says_its_days_and_divides_by_nothing_where_there_is_nothing() {
        Answer summary = viewer.get("/reports/summary?from=2026-03-01&to=2026-03-02&compare=previous");

        assertThat(summary.at("/from")).isEqualTo("2026-03-01");
        assertThat(summary.at("/to")).isEqualTo("2026-03-02");
        assertThat(summary.json().at("/totals/reply_rate").isNull()).isTrue();
        assertThat(summary.at("/previous/sent")).isEqualTo("0");
        assertThat(viewer.get("/reports/daily?from=2026-03-01&to=2026-03-03")
                        .json()
                        .at("/items")
                        .size())
                .isEqualTo(3);
        assertThat(viewer.get("/reports/time-of-day?metric=sent")
                        .json()
                        .at("/cells")
                        .size())
                .isEqualTo(7);
        assertThat(viewer.get("/reports/time-of-day").json().at("/cells/6").size())
                .isEqualTo(24);
        Answer quiet = viewer.get("/reports/daily-activity?date=2026-03-01");
        assertThat(quiet.json().at("/peak_hour").isNull()).isTrue();
        assertThat(quiet.json().at("/hours").size()).isEqualTo(24);
    }

    @Test // api 9.9: null unless at least five consenting clients contribute; the own figures beside it
    void the_own_figures_stand_beside_a_platform_that_is_too_small_to_tell() {
        Answer compared = viewer.get("/reports/benchmarks");

        assertThat(compared.json().at("/days").intValue()).isEqualTo(90);
        assertThat(compared.json().at("/platform").isNull()).isTrue();
        assertThat(compared.json().at("/clients").isNull()).isTrue();
        assertThat(compared.json().at("/own/reply_rate").isNull()).isTrue();
    }

    @Test // api 9.9
    void what_was_won_shows_in_deals_attribution_and_overview() {
        Lead lead = won();

        assertThat(viewer.get("/reports/deals").at("/win_rate")).isEqualTo("1.0000");
        assertThat(viewer.get("/reports/deals").at("/won_value_cents")).isEqualTo("1000000");
        Answer shared = viewer.get("/reports/attribution?model=time_decay");
        assertThat(shared.at("/model")).isEqualTo("time_decay");
        assertThat(shared.at("/total_cents")).isEqualTo("1000000");
        assertThat(viewer.get("/reports/overview").at("/outcomes/deals_created"))
                .isEqualTo("1");
        assertThat(viewer.get("/reports/als-distribution").json().at("/items").size())
                .isEqualTo(6);
        assertThat(viewer.get("/leads/" + lead.id().text() + "/engagement").at("/is_engaged"))
                .isEqualTo("false");
        assertThat(viewer.get("/reports/replies").json().at("/answer_times").size())
                .isEqualTo(6);
        assertThat(viewer.get("/reports/best-of?days=7&limit=1").at("/days")).isEqualTo("7");
    }

    @Test // api 1.3, 9.9, 4
    void what_cannot_be_asked_is_refused_and_what_is_anothers_is_not_found() {
        for (String bad : List.of(
                "/reports/summary?from=2026-03-02&to=2026-03-01",
                "/reports/channels?from=2025-01-01&to=2026-03-01",
                "/reports/daily?from=March",
                "/reports/summary?compare=next",
                "/reports/best-of?days=6",
                "/reports/best-of?limit=51",
                "/reports/daily-activity?date=today",
                "/reports/attribution?model=magic")) {
            assertThat(viewer.get(bad).status()).as(bad).isEqualTo(422);
        }
        String nobody = UUID.randomUUID().toString();
        assertThat(viewer.get("/reports/campaigns/" + nobody).status()).isEqualTo(404);
        assertThat(viewer.get("/reports/campaigns/" + nobody + "/daily").status())
                .isEqualTo(404);
        assertThat(viewer.get("/campaigns/" + nobody + "/metrics").status()).isEqualTo(404);
        assertThat(viewer.get("/leads/" + nobody + "/engagement").status()).isEqualTo(404);
        assertThat(api.stranger().get("/reports/overview").status()).isEqualTo(404);
    }
}
