package io.agencyos.adapters.in.rest.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.adapters.in.rest.testing.Answer;
import io.agencyos.adapters.in.rest.testing.ApiUnderTest;
import io.agencyos.adapters.in.rest.testing.Caller;
import io.agencyos.adapters.in.rest.testing.DeskBook;
import io.agencyos.adapters.in.rest.testing.DeskWorld;
import io.agencyos.application.conversation.TaskBoard;
import io.agencyos.domain.client.Role;
import io.agencyos.domain.conversation.Intent;
import io.agencyos.domain.conversation.Reply;
import io.agencyos.domain.lead.Lead;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Replies, threads, tasks, timelines, touches, reports and the suppression list over HTTP. */
class DeskRoutesTest {

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

    private static int count(Answer answer) {
        return answer.json().at("/items").size();
    }

    @Test // api 9.11
    void replies_are_read_with_their_text_and_handled_by_the_first_who_says_so() {
        Reply first = book.reply(book.lead(), Intent.INTERESTED, "Sounds good.");
        desk.get().world.clock.advance(Duration.ofNanos(1_000));
        book.reply(book.lead(), Intent.QUESTION, "How much?");
        Caller member = api.as(Role.MEMBER);

        assertThat(member.pages("/replies?limit=1"))
                .extracting(page -> page.at("/items/0/body"))
                .as("one microsecond apart, on two pages")
                .containsExactly("How much?", "Sounds good.");
        assertThat(member.get("/replies?intent=interested&intent=referral").at("/items/0/campaign/name"))
                .isEqualTo(book.campaign.name());
        String one = "/replies/" + first.id().text();
        Answer handled = member.post(one + "/handle");
        assertThat(handled.at("/handled")).isEqualTo("true");
        assertThat(handled.at("/handled_by/name")).isEqualTo("Sam Oduya");
        assertThat(api.as(Role.ADMIN).post(one + "/handle").at("/handled_by/id"))
                .isEqualTo(handled.at("/handled_by/id"));
        assertThat(count(member.get("/replies?handled=false"))).isEqualTo(1);
        assertThat(member.post(one + "/unhandle").at("/handled")).isEqualTo("false");
        assertThat(member.get(one).at("/messages/0/body")).isEqualTo("Sounds good.");
        assertThat(api.as(Role.VIEWER).post(one + "/handle").status()).isEqualTo(403);
        assertThat(api.stranger().get(one).status()).isEqualTo(404);
        assertThat(member.get("/replies/" + desk.get().world.ids.next()).status())
                .isEqualTo(404);
    }

    @Test // api 9.4
    void the_feed_of_a_campaign_shows_what_happened_in_it() {
        book.reply(book.lead(), Intent.INTERESTED, "Sounds good.");
        Caller viewer = api.as(Role.VIEWER);
        String campaign = book.campaign.id().text();

        assertThat(viewer.get("/campaigns/" + campaign + "/activities").json().path("items"))
                .isEqualTo(
                        viewer.get("/activities?campaign_id=" + campaign).json().path("items"));
        assertThat(viewer.get("/campaigns/" + desk.get().world.ids.next() + "/activities")
                        .status())
                .isEqualTo(404);
    }

    @Test // api 9.14: per value {suppressed, reason, level, matched_by}
    void values_are_checked_against_what_must_not_be_contacted() {
        Caller member = api.as(Role.MEMBER);
        member.post("/suppressions", "{'key_type':'domain','key':'rivalworks.example','reason':'competitor'}");
        Caller viewer = api.as(Role.VIEWER);
        Answer told = viewer.post(
                "/suppressions/check",
                "{'emails':['max@rivalworks.example','priya@harbourlane.example'],'domains':['mail.rivalworks.example']}");

        assertThat(told.status()).as(told.text()).isEqualTo(200);
        assertThat(told.json().path("items").values())
                .extracting(item -> item.path("value").stringValue() + " "
                        + item.path("suppressed").booleanValue() + " "
                        + item.path("reason").asString("-") + " "
                        + item.path("matched_by").asString("-"))
                .containsExactly(
                        "max@rivalworks.example true competitor domain",
                        "priya@harbourlane.example false - -",
                        "mail.rivalworks.example true competitor domain");
        assertThat(viewer.post("/suppressions/check", "{'emails':['nonsense'],'phones':['x']}")
                        .json()
                        .path("errors")
                        .size())
                .isEqualTo(2);
        assertThat(viewer.post("/suppressions/check", "{}").status()).isEqualTo(422);
    }

    @Test // api 9.6, 9.11
    void conversations_are_read_alone_and_by_lead() {
        Lead lead = book.lead();
        Reply reply = book.reply(lead, Intent.INTERESTED, "Sounds good.");
        Caller viewer = api.as(Role.VIEWER);

        assertThat(viewer.get("/threads/" + reply.threadId().text()).at("/messages/0/direction"))
                .isEqualTo("in");
        assertThat(viewer.get("/leads/" + lead.id().text() + "/threads").at("/items/0/messages/0/body"))
                .isEqualTo("Sounds good.");
        assertThat(count(viewer.get("/threads?status=active"))).isEqualTo(1);
        assertThat(count(viewer.get("/threads?status=dead"))).isZero();
        assertThat(viewer.get("/leads/" + desk.get().world.ids.next() + "/threads")
                        .status())
                .isEqualTo(404);
    }

    @Test // api 9.11: tasks
    void a_task_is_completed_by_one_person() {
        Lead lead = book.lead();
        TaskBoard.Task task = book.task(lead, "answer");
        book.task(lead, "rebook");
        Caller member = api.as(Role.MEMBER);
        String one = "/tasks/" + task.id().text();

        assertThat(member.pages("/tasks?limit=1")).hasSize(2);
        assertThat(member.get("/tasks?kind=answer").at("/items/0/id"))
                .isEqualTo(task.id().text());
        assertThat(member.get(one).at("/lead/id")).isEqualTo(lead.id().text());
        assertThat(api.as(Role.VIEWER).post(one + "/complete").status()).isEqualTo(403);
        Answer done = member.post(one + "/complete");
        assertThat(done.at("/status")).isEqualTo("done");
        assertThat(done.at("/done_by/name")).isEqualTo("Sam Oduya");
        assertThat(member.post(one + "/drop").code()).isEqualTo("invalid_transition");
        assertThat(count(member.get("/tasks"))).as("the open ones").isEqualTo(1);
        assertThat(count(member.get("/tasks?status=done&status=open"))).isEqualTo(2);
        assertThat(api.stranger().post(one + "/complete").status()).isEqualTo(404);
    }

    @Test // api 9.6, 9.9
    void the_timeline_and_the_touches_tell_what_happened_and_what_will() {
        Lead lead = book.lead();
        book.lead();
        Caller viewer = api.as(Role.VIEWER);

        Answer timeline = viewer.get("/leads/" + lead.id().text() + "/activities");
        assertThat(timeline.at("/items/0/action")).isEqualTo("sent");
        assertThat(count(timeline)).isEqualTo(1);
        assertThat(viewer.pages("/activities?limit=1&action=sent")).hasSize(2);
        assertThat(count(viewer.get("/activities?action=opened"))).isZero();
        assertThat(viewer.get("/touches?lead_id=" + lead.id().text()).at("/items/0/state"))
                .isEqualTo("planned");
        assertThat(viewer.pages(
                        "/touches?limit=1&campaign_id=" + book.campaign.id().text()))
                .hasSize(2);
        assertThat(count(viewer.get("/touches?state=sent"))).isZero();
        assertThat(viewer.get("/leads/" + desk.get().world.ids.next() + "/activities")
                        .status())
                .isEqualTo(404);
        assertThat(api.stranger().get("/touches").status()).isEqualTo(404);
    }

    @Test // api 9.9
    void reports_count_the_days_that_are_asked_for() {
        book.reply(book.lead(), Intent.INTERESTED, "Sounds good.");
        Caller viewer = api.as(Role.VIEWER);

        Answer funnel = viewer.get("/reports/funnel?from=2026-03-02&to=2026-03-02");
        assertThat(funnel.at("/steps/0/step")).isEqualTo("leads");
        assertThat(funnel.at("/steps/0/count")).isEqualTo("1");
        assertThat(funnel.at("/steps/1/rate")).isEqualTo("0.0000");
        assertThat(funnel.json().at("/steps/2/rate").isNull())
                .as("of nobody contacted")
                .isTrue();
        Answer campaigns = viewer.get("/reports/campaigns");
        assertThat(campaigns.at("/items/0/campaign/name")).isEqualTo(book.campaign.name());
        assertThat(campaigns.at("/items/0/replies/0/intent")).isEqualTo("interested");
        assertThat(viewer.get("/reports/conversion-by-tier").status()).isEqualTo(200);
        assertThat(viewer.get("/reports/funnel?from=2026-03-02&to=2026-03-01").at("/errors/0/code"))
                .isEqualTo("invalid_date_range");
        assertThat(viewer.get("/reports/funnel?from=March").at("/errors/0/pointer"))
                .isEqualTo("query:from");
    }

    @Test // api 9.14
    void the_suppression_list_is_kept_by_members_and_cleared_by_administrators() {
        Lead lead = book.lead();
        Caller member = api.as(Role.MEMBER);
        Caller admin = api.as(Role.ADMIN);
        String domain = "{'key_type':'domain','key':'Gull.example','reason':'competitor'}";

        Answer added = member.post("/suppressions", domain);
        assertThat(added.status()).isEqualTo(201);
        assertThat(added.at("/key")).isEqualTo("gull.example");
        assertThat(member.post("/suppressions", domain).status()).isEqualTo(200);
        Answer person = member.post(
                "/suppressions",
                "{'key_type':'person','lead_id':'%s','reason':'unsubscribed'}"
                        .formatted(lead.id().text()));
        assertThat(person.at("/key")).isEqualTo(lead.id().text());
        assertThat(desk.get().stopped)
                .containsExactly("suppressed_unsubscribed " + lead.id().text());
        assertThat(member.post("/suppressions", "{'key_type':'domain','key':'gmail.com','reason':'other'}")
                        .at("/errors/0/code"))
                .isEqualTo("freemail_domain");
        assertThat(member.post("/suppressions", "{'key_type':'person','key':'Kim','reason':'other'}")
                        .at("/errors/0/pointer"))
                .isEqualTo("/lead_id");
        assertThat(count(member.get("/suppressions?key_type=domain&q=gull"))).isEqualTo(1);
        assertThat(count(member.get("/suppressions?level=platform"))).isZero();
        String one = "/suppressions/" + added.at("/id");
        String version = member.post("/suppressions", domain).header("ETag").orElseThrow();
        assertThat(member.with("If-Match", version).delete(one).code()).isEqualTo("role_required");
        assertThat(admin.with("If-Match", "\"v99\"").delete(one).code()).isEqualTo("version_conflict");
        assertThat(admin.with("If-Match", version).delete(one).status()).isEqualTo(204);
        assertThat(admin.with("If-Match", version).delete(one).status()).isEqualTo(404);
        Answer permanent = admin.with("If-Match", "\"v0\"").delete("/suppressions/" + person.at("/id"));
        assertThat(permanent.code()).isEqualTo("suppression_permanent");
    }
}
