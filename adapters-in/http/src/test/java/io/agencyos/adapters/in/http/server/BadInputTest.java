package io.agencyos.adapters.in.http.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.adapters.in.http.json.Json;
import io.agencyos.adapters.in.http.testing.Answer;
import io.agencyos.adapters.in.http.testing.ApiUnderTest;
import io.agencyos.adapters.in.http.testing.Caller;
import io.agencyos.domain.client.identity.Role;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

/** Whatever is sent, the answer says what is wrong; it is never a failure of ours. Source: api 1.1 to 1.4, 1.8. */
class BadInputTest {

    private static final ApiUnderTest API = ApiUnderTest.with(world -> List.of(new SampleRoutes()));
    private static final Caller ADMIN = API.as(Role.ADMIN);

    private static final String GOOD = """
        {"name":"Pens","amount":2,"price":1.5,"product":"00000000-0000-0000-0000-000000000001",
         "at":"2026-01-23T13:15:04.12+11:00","day":"2026-01-23","start":"09:00","zone":"Australia/Sydney",
         "role":"member","work_days":[1,7],"metadata":{"k":"v"}}
        """;

    @AfterAll
    static void stop() {
        API.close();
    }

    @Test // api 1.1: any offset is accepted on input, normalised to UTC, told with milliseconds
    void a_good_body_is_taken() {
        Answer answer = ADMIN.post("/things", GOOD);

        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        assertThat(answer.at("/created_at")).isEqualTo("2026-01-23T02:15:04.120Z");
        assertThat(answer.json().has("note"))
                .as("every member, null when unknown")
                .isTrue();
        assertThat(answer.header("Location")).contains("/api/v1/made");
        assertThat(answer.header("ETag")).contains("\"v1\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "name|\" \"|blank",
                "name|\"12345678901\"|too_long",
                "name|5|wrong_type",
                "name|null|required",
                "name|\"a\\u0000b\"|control_character",
                "name|\"\\ud800\"|control_character",
                "name|[]|wrong_type",
                "amount|6|out_of_range",
                "amount|0|out_of_range",
                "amount|1.5|wrong_type",
                "amount|\"2\"|wrong_type",
                "amount|99999999999999999999|out_of_range",
                "amount|1e3|wrong_type",
                "amount|true|wrong_type",
                "count|9223372036854775808|out_of_range",
                "count|{}|wrong_type",
                "urgent|\"yes\"|wrong_type",
                "urgent|1|wrong_type",
                "price|\"1.5\"|wrong_type",
                "price|1e999999999|wrong_type",
                "product|\"1\"|invalid_id",
                "product|\"00000000-0000-0000-0000-00000000000g\"|invalid_id",
                "at|\"2026-01-23\"|invalid_instant",
                "at|\"2026-01-23T02:15:04\"|invalid_instant",
                "at|\"2026-13-23T02:15:04Z\"|invalid_instant",
                "at|7|wrong_type",
                "day|\"2026-02-30\"|invalid_date",
                "day|\"23.1.2026\"|invalid_date",
                "start|\"24:00\"|invalid_time",
                "start|\"9:00\"|invalid_time",
                "start|\"09:00:01\"|invalid_time",
                "zone|\"Mars/Base\"|invalid_timezone",
                "zone|\"+10:00\"|invalid_timezone",
                "role|\"king\"|unknown_word",
                "role|\"MEMBER\"|unknown_word",
                "work_days|1|wrong_type",
                "work_days|[1,2,3,4]|too_many",
                "metadata|[]|wrong_type",
                "line|[]|wrong_type",
            }) // api 1.1, 1.3
    void a_wrong_member_is_told_with_its_pointer_and_code(String member, String value, String code) {
        ObjectNode body = (ObjectNode) Json.MAPPER.readTree(GOOD);
        body.remove(member);
        String text = body.toString();
        Answer answer = ADMIN.send(
                "POST",
                "/things",
                "application/json",
                text.substring(0, text.length() - 1) + ",\"" + member + "\":" + value + "}");

        assertThat(answer.status()).as(answer.text()).isEqualTo(422);
        assertThat(answer.code()).isEqualTo("validation_failed");
        assertThat(answer.at("/errors/0/pointer")).isEqualTo("/" + member);
        assertThat(answer.at("/errors/0/code")).isEqualTo(code);
    }

    @Test // api 1.3: what a handler may rely on is asked before it, with or without other faults
    void what_the_rules_of_a_body_say_is_told_before_anything_is_done() {
        ObjectNode body = (ObjectNode) Json.MAPPER.readTree(GOOD);
        body.putObject("line").put("label", "Pens");
        Answer alone = ADMIN.post("/things", body.toString());
        Answer withStranger = ADMIN.post("/things", body.put("z", 1).toString());

        assertThat(alone.status()).as(alone.text()).isEqualTo(422);
        assertThat(alone.json().get("errors")).hasSize(1);
        assertThat(alone.at("/errors/0/pointer")).isEqualTo("/line/label");
        assertThat(withStranger.at("/errors/0/code")).isEqualTo("unknown_field");
        assertThat(withStranger.at("/errors/1/code")).isEqualTo("duplicate");
    }

    @Test // api 1.3: all errors at once
    void all_errors_are_told_at_once_with_their_places() {
        Answer answer = ADMIN.post(
                "/things",
                "{'name':'"
                    + " ','amount':9,'work_days':[0,3,8],'metadata':{'a/b':1},'line':{'label':'123456','x':1},'y':1}");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().path("errors").values())
                .extracting(error -> error.path("pointer").stringValue() + " "
                        + error.path("code").stringValue())
                .contains(
                        "/name blank",
                        "/amount out_of_range",
                        "/work_days/0 out_of_range",
                        "/work_days/2 out_of_range",
                        "/metadata/a~1b wrong_type",
                        "/line/label too_long",
                        "/line/x unknown_field",
                        "/y unknown_field",
                        "/price required");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "{]",
                "nul",
                "{\"name\":}",
                "{\"name\":\"x\"",
                "{\"a\":1}{\"b\":2}",
                "{\"a\":1,\"a\":2}",
                "'x'",
                "{\"a\":NaN}",
                "{\"a\":01}",
                "\u0000",
                "{\"a\":\"\u0001\"}",
                "[[[[[[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]]]]]]",
            }) // api 1.2: 400 malformed JSON; 1.8 nesting ≤ 20
    void what_is_no_json_is_malformed(String body) {
        Answer answer = ADMIN.send("POST", "/things", "application/json", body);

        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("malformed_request");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "null", "1", "\"x\"", "true"})
    void what_is_no_object_is_of_the_wrong_type(String body) {
        Answer answer = ADMIN.send("POST", "/things", "application/json", body);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.at("/errors/0/code")).isEqualTo("wrong_type");
    }

    @Test // api 1.2, 1.8
    void another_media_type_and_too_much_are_refused() {
        Answer text = ADMIN.send("POST", "/things", "text/plain", "x");
        Answer large = ADMIN.send("POST", "/things", "application/json", "\"" + "x".repeat(1 << 20) + "\"");
        Answer parts = ADMIN.send("POST", "/files", "multipart/form-data", "x");

        assertThat(text.status()).isEqualTo(415);
        assertThat(text.at("/allowed/0")).isEqualTo("application/json");
        assertThat(large.status()).isEqualTo(413);
        assertThat(large.json().path("limit_bytes").longValue()).isEqualTo(1 << 20);
        assertThat(parts.status()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({
        "limit=0,query:limit,out_of_range",
        "limit=101,query:limit,out_of_range",
        "limit=x,query:limit,out_of_range",
        "limit=99999999999,query:limit,out_of_range",
        "sort=-name,query:sort,unknown_word",
        "nonsense=1,query:nonsense,unknown_parameter",
        "role=king,query:role,unknown_word",
        "q=x,query:q,too_short",
        "owner_id=1,query:owner_id,invalid_id",
        "from=yesterday,query:from,invalid_instant",
        "open=yes,query:open,unknown_word",
        "min=1.5,query:min,wrong_type",
        "min=1&min=2,query:min,too_many",
        "q=a%00b,query:q,too_long",
    }) // api 1.4
    void a_wrong_query_is_told_with_its_name(String query, String pointer, String code) {
        Answer answer = ADMIN.get("/things?" + query);

        assertThat(answer.status()).as(answer.text()).isEqualTo(422);
        assertThat(answer.at("/errors/0/pointer")).isEqualTo(pointer);
        assertThat(answer.at("/errors/0/code")).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"x", "AAAA", "%00", "!!!", "eyJ2IjoxfQ", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
    void a_forged_cursor_is_invalid(String cursor) { // api 1.4
        Answer answer = ADMIN.get("/things?cursor=" + cursor);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("cursor_invalid");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/things/1",
                "/things/x",
                "/things/%20",
                "/things/00000000-0000-0000-0000-00000000000G",
                "/things/00000000-0000-0000-0000-0000000000AA",
                "/nothing",
                "/things/",
                "/api/v1/clients/x/things",
                "/api/v2/x"
            })
    void a_malformed_id_or_address_is_not_found(String path) { // api 1.1
        Answer answer = ADMIN.get(path);

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.code()).isEqualTo("not_found");
    }

    @Test // api 1.2: 405 with Allow
    void an_unknown_method_is_told_with_those_that_are_known() {
        Answer answer = ADMIN.delete("/things");

        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.header("Allow")).contains("GET, POST");
        assertThat(answer.at("/allowed/1")).isEqualTo("POST");
    }

    @ParameterizedTest
    @CsvSource({"storage,503,unavailable", "race,409,concurrent_update", "defect,500,internal", "deep,500,internal"})
    void a_failure_tells_no_detail(String kind, int status, String code) { // api 1.3
        Answer answer = ADMIN.with("X-Request-Id", "request-12345").post("/failures/" + kind);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.text()).doesNotContain("secret");
        assertThat(answer.at("/request_id")).isEqualTo("request-12345");
        assertThat(answer.header("Retry-After").isPresent()).isEqualTo(status == 503);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /api/v1/%zz HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /api/v1/../../etc HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /api/v1/a%2Fb HTTP/1.1\r\nHost: x\r\n\r\n",
                "NONSENSE\r\n\r\n",
                "GET / HTTP/1.1\r\n\r\n",
                "GET /api/v1/slow;a=b HTTP/1.1\r\nHost: x\r\n\r\n",
                "BREW /api/v1/slow HTTP/1.1\r\nHost: x\r\n\r\n",
                "POST /api/v1/slow HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n",
                "GET /api/v1/x?%zz=%zz HTTP/1.1\r\nHost: x\r\n\r\n",
            })
    void what_is_hardly_http_is_the_senders_fault(String request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", API.api().port())) {
            OutputStream out = socket.getOutputStream();
            out.write(
                    request.replace("\r\n\r\n", "\r\nConnection: close\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
            InputStream in = socket.getInputStream();
            String answer = new String(in.readAllBytes(), StandardCharsets.UTF_8);

            assertThat(answer)
                    .startsWith("HTTP/1.1 4")
                    .doesNotContain("Exception")
                    .doesNotContain("jetty");
        }
    }
}
