package io.agencyos.adapters.in.http.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.adapters.in.http.testing.Answer;
import io.agencyos.adapters.in.http.testing.ApiUnderTest;
import io.agencyos.adapters.in.http.testing.Caller;
import io.agencyos.domain.client.identity.Role;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** What the server does for every route: keys, tags, cursors, limits, headers, an orderly end. */
class ServerTest {

    private static final String ORDER = """
        {"name":"Pens","amount":2,"price":1.5,"product":"00000000-0000-0000-0000-000000000001",
         "at":"2026-01-23T02:15:04.12Z","day":"2026-01-23","start":"09:00","zone":"Australia/Sydney",
         "role":"member","work_days":[1,7],"metadata":{"k":"v","l":"w"}}
        """;

    private final SampleRoutes sample = new SampleRoutes();

    private ApiUnderTest api() {
        return ApiUnderTest.with(world -> List.of(sample));
    }

    @Test // api 1.8: request budget; whoever asks next is served
    void a_request_that_takes_too_long_is_broken_off() {
        try (ApiUnderTest api = ApiUnderTest.within(Duration.ofMillis(300), world -> List.of(sample))) {
            Answer late = api.anonymous().get("/api/v1/slow");

            assertThat(late.status()).as(late.text()).isEqualTo(503);
            assertThat(late.code()).isEqualTo("unavailable");
            assertThat(late.header("Retry-After")).contains("5");
            assertThat(api.as(Role.ADMIN).get("/things/" + new UUID(0, 1)).status())
                    .isEqualTo(200);
        }
    }

    @Test // api 1.5
    void the_same_order_with_the_same_key_is_carried_out_once() {
        try (ApiUnderTest api = api()) {
            Caller caller = api.as(Role.MEMBER).with("Idempotency-Key", "order-1");
            Answer first = caller.post("/things", ORDER);
            Answer again =
                    caller.post("/things", ORDER.replace("\"k\":\"v\",\"l\":\"w\"", "\"l\":\"w\",  \"k\":\"v\""));

            assertThat(again.status()).isEqualTo(201);
            assertThat(again.text()).isEqualTo(first.text());
            assertThat(again.header("Idempotent-Replayed")).contains("true");
            assertThat(again.header("Location")).isEqualTo(first.header("Location"));
            assertThat(again.header("ETag")).contains("\"v1\"");
            assertThat(sample.executions()).isEqualTo(1);
        }
    }

    @Test // api 1.5
    void a_key_is_for_one_order_of_one_person() {
        try (ApiUnderTest api = api()) {
            Caller caller = api.as(Role.MEMBER).with("Idempotency-Key", "order-1");
            caller.post("/things", ORDER);
            Answer other = caller.post("/things", ORDER.replace("Pens", "Cups"));
            Answer somebodyElse =
                    api.as(Role.MEMBER).with("Idempotency-Key", "order-1").post("/things", ORDER);
            Answer blank = api.as(Role.MEMBER).with("Idempotency-Key", "a b").post("/things", ORDER);

            assertThat(other.status()).isEqualTo(422);
            assertThat(other.code()).isEqualTo("idempotency_key_reused");
            assertThat(somebodyElse.status()).isEqualTo(201);
            assertThat(blank.status()).isEqualTo(400);
            assertThat(blank.code()).isEqualTo("idempotency_key_required");
            assertThat(sample.executions()).isEqualTo(2);
        }
    }

    @Test // api 1.5: kept 24 h
    void after_a_day_the_key_is_free() {
        try (ApiUnderTest api = api()) {
            var member = api.world().member(api.client(), "kim@agency.example", Role.MEMBER);
            Caller caller = api.as(member).with("Idempotency-Key", "order-1");
            caller.post("/things", ORDER);
            api.world().clock.advance(Duration.ofHours(25));
            api.as(member).with("Idempotency-Key", "order-1").post("/things", ORDER);

            assertThat(sample.executions()).isEqualTo(2);
        }
    }

    @Test // api 1.6
    void a_version_is_read_and_must_be_named_to_change_it() {
        try (ApiUnderTest api = api()) {
            Caller admin = api.as(Role.ADMIN);
            String thing = "/things/" + new UUID(0, 1);
            Answer read = admin.get(thing);
            Answer unchanged = admin.with("If-None-Match", "\"v3\"").get(thing);
            Answer without = admin.patch(thing, "{'name':'Cup'}");
            Answer any = admin.with("If-Match", "*").patch(thing, "{'name':'Cup'}");
            Answer old = admin.with("If-Match", "\"v2\"").patch(thing, "{'name':'Cup'}");
            Answer right = admin.with("If-Match", "\"v3\"").patch(thing, "{'name':'Cup'}");

            assertThat(read.header("ETag")).contains("\"v3\"");
            assertThat(unchanged.status()).isEqualTo(304);
            assertThat(without.status()).isEqualTo(428);
            assertThat(any.status()).isEqualTo(428);
            assertThat(old.status()).isEqualTo(412);
            assertThat(old.code()).isEqualTo("version_conflict");
            assertThat(right.status()).isEqualTo(200);
            assertThat(right.header("ETag")).contains("\"v4\"");
            assertThat(right.at("/name")).isEqualTo("Cup");
        }
    }

    @Test // api 1.2: RFC 7396: null unsets, what is not mentioned stays
    void a_patch_changes_what_it_mentions() {
        try (ApiUnderTest api = api()) {
            Caller admin = api.as(Role.ADMIN).with("If-Match", "\"v3\"");
            String thing = "/things/" + new UUID(0, 1);

            assertThat(admin.patch(thing, "{}").at("/note")).isEqualTo("old");
            assertThat(admin.patch(thing, "{'note':null}").json().at("/note").isNull())
                    .isTrue();
            assertThat(admin.patch(thing, "{'name':null}").at("/errors/0/pointer"))
                    .isEqualTo("/name");
        }
    }

    @Test // api 1.4: 26 rows, 25 a page; a 27th made meanwhile is neither shown nor makes one repeat
    void pages_neither_repeat_nor_skip() {
        try (ApiUnderTest api = api()) {
            for (int i = 1; i <= 26; i++) {
                sample.things.add(new SampleRoutes.Thing(new UUID(0, i), "t" + i, null, SampleRoutes.WHEN));
            }
            Caller viewer = api.as(Role.VIEWER);
            Answer first = viewer.get("/things");
            String cursor = first.at("/page/next_cursor");
            sample.things.add(new SampleRoutes.Thing(new UUID(0, 27), "t27", null, SampleRoutes.WHEN));
            Answer second = viewer.get("/things?cursor=" + cursor);

            assertThat(first.json().path("items").size()).isEqualTo(25);
            assertThat(first.json().at("/page/has_more").booleanValue()).isTrue();
            assertThat(second.json().path("items").size()).isEqualTo(1);
            assertThat(second.at("/items/0/name")).isEqualTo("t1");
            assertThat(second.json().at("/page/next_cursor").isNull()).isTrue();
            assertThat(viewer.pages("/things?limit=10")).hasSize(3);
            assertThat(viewer.get("/things?q=pen&cursor=" + cursor).code()).isEqualTo("cursor_mismatch");
            assertThat(viewer.get("/things?sort=name&cursor=" + cursor).code()).isEqualTo("cursor_mismatch");
        }
    }

    @Test // api 1.2: multipart upload
    void a_file_and_its_fields_arrive() {
        try (ApiUnderTest api = api()) {
            Answer answer = api.as(Role.MEMBER).upload("/files", "leads.csv", "a,b\n1,2\n", Map.of("note", "hello"));

            assertThat(answer.at("/name")).isEqualTo("leads.csv");
            assertThat(answer.at("/note")).isEqualTo("hello");
        }
    }

    @Test // api 1.8
    void every_answer_carries_the_headers_of_the_house() {
        try (ApiUnderTest api = api()) {
            for (Answer answer : List.of(
                    api.as(Role.VIEWER).get("/things"),
                    api.anonymous().get("/things"),
                    api.anonymous().get("/api/v1/nothing"))) {
                assertThat(answer.header("X-Content-Type-Options")).contains("nosniff");
                assertThat(answer.header("Cache-Control")).contains("no-store");
                assertThat(answer.header("Referrer-Policy")).contains("no-referrer");
                assertThat(answer.header("Strict-Transport-Security")).contains("max-age=31536000");
                assertThat(answer.header("X-Request-Id").orElseThrow()).hasSize(36);
            }
            assertThat(api.anonymous()
                            .with("X-Request-Id", "too short")
                            .get("/things")
                            .header("X-Request-Id")
                            .orElseThrow())
                    .hasSize(36);
        }
    }

    @Test // api 5
    void who_asks_too_often_waits() {
        try (ApiUnderTest api = ApiUnderTest.limited(world -> List.of(sample))) {
            Caller viewer = api.as(Role.VIEWER);
            Answer first = viewer.get("/things");
            for (int i = 1; i < 60; i++) {
                assertThat(viewer.get("/things").status()).isEqualTo(200);
            }
            Answer refused = viewer.get("/things");
            api.world().clock.advance(Duration.ofMillis(200));

            assertThat(first.header("RateLimit")).contains("\"user\";r=59");
            assertThat(first.header("RateLimit-Policy")).contains("\"user\";q=300;w=60");
            assertThat(refused.status()).isEqualTo(429);
            assertThat(refused.code()).isEqualTo("rate_limited");
            assertThat(refused.header("Retry-After")).contains("1");
            assertThat(viewer.get("/things").status()).isEqualTo(200);
            assertThat(viewer.get("/things").status()).isEqualTo(429);
            assertThat(api.as(Role.VIEWER).get("/things").status()).isEqualTo(200);
        }
    }

    @Test // api 5: imports per client 5/min, burst 2; an address without sign-in 60/min, burst 20
    void some_routes_and_strangers_are_limited_more() {
        try (ApiUnderTest api = ApiUnderTest.limited(world -> List.of(sample))) {
            assertThat(api.as(Role.MEMBER).post("/things", ORDER).status()).isEqualTo(201);
            assertThat(api.as(Role.MEMBER).post("/things", ORDER).status()).isEqualTo(201);
            assertThat(api.as(Role.MEMBER).post("/things", ORDER).header("Retry-After"))
                    .contains("12");
            for (int i = 0; i < 20; i++) {
                assertThat(api.bearer("guess-" + i).get("/things").status()).isEqualTo(401);
            }
            assertThat(api.bearer("guess").get("/things").status()).isEqualTo(429);
            assertThat(api.as(Role.VIEWER).get("/things").status()).isEqualTo(200);
        }
    }

    @Test // api 13: by route, never by address
    void requests_are_counted_by_their_route() {
        try (ApiUnderTest api = api()) {
            api.as(Role.VIEWER).get("/things/" + new UUID(0, 1));
            String metrics = api.anonymous().get("/metrics").text();

            assertThat(metrics)
                    .contains("http_server_requests_seconds_count")
                    .contains("route=\"/api/v1/clients/{client_id}/things/{id}\"")
                    .doesNotContain(api.client().text());
        }
    }

    @Test // api 1.8: a stop lets running requests finish
    void a_running_request_is_answered_while_the_server_stops() throws InterruptedException {
        ApiUnderTest api = api();
        CompletableFuture<Answer> answer =
                CompletableFuture.supplyAsync(() -> api.anonymous().get("/api/v1/slow"), Thread::startVirtualThread);
        sample.entered.await();
        Thread stopping = Thread.startVirtualThread(() -> api.api().close());
        while (stopping.getState() != Thread.State.TIMED_WAITING && stopping.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
        sample.mayGo.countDown();

        assertThat(answer.join().status()).isEqualTo(200);
        stopping.join();
        api.close();
    }
}
