package io.agencyos.adapters.in.rest.deal;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.adapters.in.http.testing.Answer;
import io.agencyos.adapters.in.http.testing.ApiUnderTest;
import io.agencyos.adapters.in.http.testing.Caller;
import io.agencyos.adapters.in.rest.testing.DeskBook;
import io.agencyos.adapters.in.rest.testing.DeskWorld;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.lead.Lead;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Meetings over HTTP. */
class MeetingRoutesTest {

    private final AtomicReference<DeskWorld> desk = new AtomicReference<>();
    private final ApiUnderTest api = ApiUnderTest.with(world -> {
        desk.set(new DeskWorld(world));
        return desk.get().routes();
    });
    private final DeskBook book = new DeskBook(desk.get(), api.client());

    @AfterEach
    void stop() {
        api.close();
    }

    private static String meeting(Lead lead, String event) {
        return "{'lead_id':'%s','scheduled_at':'2026-03-05T02:00:00Z','type':'discovery','calendar_event_id':'%s'}"
                .formatted(lead.id().text(), event);
    }

    @Test // api 9.12
    void a_meeting_is_booked_once_per_calendar_event_and_stops_the_outreach() {
        Lead lead = book.lead();
        Caller member = api.as(Role.MEMBER);

        Answer booked = member.post("/meetings", meeting(lead, "event-1"));

        assertThat(booked.status()).isEqualTo(201);
        assertThat(booked.at("/status")).isEqualTo("scheduled");
        assertThat(booked.at("/lead/id")).isEqualTo(lead.id().text());
        assertThat(booked.at("/lead/als/score")).isEqualTo("70");
        assertThat(booked.at("/duration_minutes")).isEqualTo("30");
        assertThat(booked.at("/booked_by")).isEqualTo("human");
        assertThat(booked.header("Location"))
                .hasValueSatisfying(
                        path -> assertThat(member.get(path).at("/id")).isEqualTo(booked.at("/id")));
        assertThat(desk.get().stopped)
                .containsExactly("meeting_booked " + lead.id().text());
        Answer again = member.post("/meetings", meeting(lead, "event-1"));
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.at("/id")).isEqualTo(booked.at("/id"));
        assertThat(api.stranger().get("/meetings/" + booked.at("/id")).status()).isEqualTo(404);
    }

    @Test // api 9.12: who may, what is wrong
    void a_booking_that_may_not_be_is_refused() {
        Lead lead = book.lead();

        assertThat(api.as(Role.VIEWER).post("/meetings", meeting(lead, "e")).code())
                .isEqualTo("role_required");
        Answer wrong = api.as(Role.MEMBER)
                .post(
                        "/meetings",
                        "{'lead_id':'%s','scheduled_at':'2026-03-05T02:00:00Z','type':'demo','duration_minutes':4}"
                                .formatted(lead.id().text()));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.at("/errors/0/pointer")).isEqualTo("/duration_minutes");
        assertThat(api.as(Role.MEMBER)
                        .post(
                                "/meetings",
                                "{'lead_id':'%s','scheduled_at':'2026-03-05T02:00:00Z','type':'demo'}"
                                        .formatted(desk.get().world.ids.next()))
                        .status())
                .isEqualTo(404);
        assertThat(desk.get().stopped).isEmpty();
    }

    @Test // api 9.12: confirm, reschedule, attendance, outcome
    void a_meeting_goes_its_way_from_confirmation_to_outcome() {
        Caller member = api.as(Role.MEMBER);
        String one = "/meetings/"
                + member.post("/meetings", meeting(book.lead(), "e")).at("/id");

        assertThat(member.post(one + "/confirm").at("/status")).isEqualTo("confirmed");
        Answer moved = member.post(one + "/reschedule", "{'scheduled_at':'2026-03-06T02:00:00Z'}");
        assertThat(moved.at("/status")).isEqualTo("scheduled");
        assertThat(moved.at("/rescheduled_count")).isEqualTo("1");
        assertThat(moved.at("/original_scheduled_at")).isEqualTo("2026-03-05T02:00:00.000Z");
        assertThat(member.post(one + "/attendance", "{'showed_up':false,'no_show_reason':'ill'}")
                        .at("/status"))
                .isEqualTo("no_show");
        Answer task = member.get("/tasks");
        assertThat(task.at("/items/0/kind")).isEqualTo("follow_up");
        assertThat(member.get("/tasks/" + task.at("/items/0/id")).header("ETag"))
                .contains("\"v0\"");
        assertThat(member.post("/tasks/" + task.at("/items/0/id") + "/complete").at("/version"))
                .isEqualTo("1");
        Answer good = member.post(one + "/outcome", "{'outcome':'good','notes':'Keen.'}");
        assertThat(good.at("/status")).isEqualTo("completed");
        assertThat(good.at("/showed_up")).isEqualTo("true");
        Answer late = member.post(one + "/cancel", "{}");
        assertThat(late.code()).isEqualTo("invalid_transition");
        assertThat(late.at("/from")).isEqualTo("completed");
        assertThat(member.post(one + "/outcome", "{'outcome':'pending'}").status())
                .isEqualTo(422);
    }

    @Test // api 1.6
    void details_are_patched_by_who_read_the_latest_version() {
        Caller member = api.as(Role.MEMBER);
        Answer booked = member.post("/meetings", meeting(book.lead(), "e"));
        String one = "/meetings/" + booked.at("/id");
        String version = booked.header("ETag").orElseThrow();

        assertThat(member.patch(one, "{'type':'demo'}").status()).isEqualTo(428);
        Answer patched = member.with("If-Match", version).patch(one, "{'type':'demo','notes':'Bring the deck.'}");
        assertThat(patched.at("/type")).isEqualTo("demo");
        assertThat(patched.at("/notes")).isEqualTo("Bring the deck.");
        assertThat(patched.header("ETag")).isNotEmpty().isNotEqualTo(booked.header("ETag"));
        assertThat(member.with("If-Match", version)
                        .patch(one, "{'type':'close'}")
                        .code())
                .isEqualTo("version_conflict");
    }

    @Test // api 1.4, 9.12: filters and pages
    void meetings_are_listed_page_by_page() {
        Caller member = api.as(Role.MEMBER);
        Lead first = book.lead();
        for (int i = 0; i < 3; i++) {
            member.post("/meetings", meeting(i == 0 ? first : book.lead(), "e" + i));
        }

        assertThat(member.pages("/meetings?limit=2"))
                .hasSize(2)
                .extracting(page -> page.json().at("/items").size())
                .containsExactly(2, 1);
        assertThat(member.get("/meetings?lead_id=" + first.id().text())
                        .json()
                        .at("/items")
                        .size())
                .isEqualTo(1);
        assertThat(member.get("/meetings?status=scheduled&status=confirmed&upcoming=true")
                        .json()
                        .at("/items")
                        .size())
                .isEqualTo(3);
        assertThat(member.get("/meetings?scheduled_to=2026-03-05T02:00:00Z")
                        .json()
                        .at("/items")
                        .size())
                .isZero();
        assertThat(member.get("/meetings?colour=red").status()).isEqualTo(422);
    }
}
