package io.agencyos.adapters.in.http.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.adapters.in.http.testing.Answer;
import io.agencyos.adapters.in.http.testing.ApiUnderTest;
import io.agencyos.adapters.in.http.testing.Caller;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.client.identity.User;
import io.agencyos.domain.shared.id.ClientId;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody tries who knows the rules and means harm. */
class HostileHandsTest {

    private static final String ORDER = """
        {"name":"Pens","amount":2,"price":1.5,"product":"00000000-0000-0000-0000-000000000001",
         "at":"2026-01-23T02:15:04.12Z","day":"2026-01-23","start":"09:00","zone":"Australia/Sydney",
         "role":"member","work_days":[1,7],"metadata":{"k":"v","l":"w"}}
        """;

    private static final SampleRoutes SAMPLE = new SampleRoutes();
    private static final ApiUnderTest API = ApiUnderTest.with(world -> List.of(SAMPLE));

    @AfterAll
    static void stop() {
        API.close();
    }

    /** Somebody who works for two clients: nothing of the one may be good at the other. */
    private record OfTwo(Caller caller, String here, String there) {

        static OfTwo made() {
            ClientId other = API.world().open("Farfield " + UUID.randomUUID()).id();
            String email = "both-" + UUID.randomUUID() + "@agency.example";
            User user = API.world().member(API.client(), email, Role.ADMIN);
            API.world().member(other, email, Role.ADMIN);
            return new OfTwo(API.as(user), "/api/v1/clients/" + API.client().text(), "/api/v1/clients/" + other.text());
        }
    }

    @Test // api 1.4: a cursor is good for the list that it was made for
    void a_cursor_is_of_no_use_at_another_client_or_at_another_list() {
        OfTwo both = OfTwo.made();
        for (int i = 0; i < 3; i++) {
            SAMPLE.things.add(
                    new SampleRoutes.Thing(API.world().ids.next(), "Pen " + i, null, SampleRoutes.WHEN.plusSeconds(i)));
        }
        String cursor = both.caller().get(both.here() + "/things?limit=1").at("/page/next_cursor");

        Answer next = both.caller().get(both.here() + "/things?limit=1&cursor=" + cursor);
        assertThat(next.status()).as(next.text()).isEqualTo(200);
        assertThat(both.caller()
                        .get(both.there() + "/things?limit=1&cursor=" + cursor)
                        .code())
                .isEqualTo("cursor_mismatch");
        assertThat(both.caller()
                        .get(both.here() + "/things?limit=1&sort=name&cursor=" + cursor)
                        .code())
                .isEqualTo("cursor_mismatch");
        assertThat(API.as(Role.VIEWER).get("/things?limit=1&cursor=" + cursor).status())
                .as("it tells where a page ended, not who may read")
                .isEqualTo(200);
        assertThat(API.stranger().get("/things?limit=1&cursor=" + cursor).status())
                .isEqualTo(404);
    }

    @Test // api 1.5: scope (principal, method, path, key)
    void one_key_is_another_one_at_another_client_and_at_another_route() {
        OfTwo both = OfTwo.made();
        Caller caller = both.caller().with("Idempotency-Key", "one");
        int before = SAMPLE.executions();

        assertThat(caller.post(both.here() + "/things", ORDER).status()).isEqualTo(201);
        Answer there = caller.post(both.there() + "/things", ORDER);
        assertThat(there.status()).isEqualTo(201);
        assertThat(there.header("Idempotent-Replayed")).isEmpty();
        assertThat(SAMPLE.executions()).isEqualTo(before + 2);
        assertThat(caller.post(both.here() + "/things?", ORDER).header("Idempotent-Replayed"))
                .as("the very same order")
                .contains("true");
        assertThat(API.stranger()
                        .with("Idempotency-Key", "one")
                        .post("/things", ORDER)
                        .status())
                .as("somebody else's answer is not told")
                .isEqualTo(404);
    }

    @ParameterizedTest // api 1.8: body ≤ 1 MiB: of what arrives, and of what it becomes
    @ValueSource(strings = {"gzip", "deflate", "br", "identity, gzip", "GZIP"})
    void a_packed_body_is_refused_and_not_unpacked(String coding) {
        Answer answer = API.as(Role.MEMBER).with("Content-Encoding", coding).post("/things", ORDER);

        assertThat(answer.status()).as(answer.text()).isEqualTo(415);
        assertThat(answer.at("/allowed/0")).isEqualTo("identity");
    }

    @ParameterizedTest // RFC 9112 6.3, 11.2: what two readers would cut differently is refused, and the line is closed
    @ValueSource(
            strings = {
                "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                "Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n",
                "Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n",
                "Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n",
                "Content-Length: 5\r\nContent-Length: 6\r\n\r\nabcdef",
                "Content-Length: +5\r\n\r\nabcde",
                "Content-Length: 5 5\r\n\r\nabcde",
                "X-A: b\r\n folded\r\nContent-Length: 0\r\n\r\n",
                "Content-Length\r\n\r\n",
                "Host: other.example\r\nContent-Length: 0\r\n\r\n",
            })
    void a_request_in_a_request_is_never_served(String rest) throws IOException {
        String inner =
                "GET /api/v1/health HTTP/1.1\r\nHost: x\r\nX-Request-Id: smuggled-0001\r\nConnection: close\r\n\r\n";
        try (Socket socket = new Socket("127.0.0.1", API.api().port())) {
            OutputStream out = socket.getOutputStream();
            out.write(
                    ("POST /api/v1/slow HTTP/1.1\r\nHost: x\r\n" + rest + inner).getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
            String answers = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(answers).startsWith("HTTP/1.1 4").doesNotContain("smuggled-0001");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-HTTP-Method-Override", "X-Method-Override", "X-HTTP-Method"})
    void a_header_changes_neither_method_nor_address_nor_sender(String header) {
        Caller viewer = API.as(Role.VIEWER);
        Answer answer = viewer.with(header, "PATCH")
                .with("X-Original-URL", "/api/v1/slow")
                .with("X-Rewrite-URL", "/api/v1/slow")
                .with("X-Forwarded-For", "127.0.0.1")
                .get("/things/" + new UUID(0, 1));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.at("/name")).isEqualTo("Pen");
    }
}
