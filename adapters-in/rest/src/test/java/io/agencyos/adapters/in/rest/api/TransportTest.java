package io.agencyos.adapters.in.rest.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.adapters.in.http.testing.Answer;
import io.agencyos.adapters.in.http.testing.ApiUnderTest;
import io.agencyos.adapters.in.http.testing.Caller;
import io.agencyos.adapters.in.rest.testing.AllRoutes;
import io.agencyos.domain.client.identity.Role;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** How answers travel: smaller where the caller can read that, and not at all where nothing changed. Source: api 1.2, 1.6, 1.8. */
class TransportTest {

    private static final ApiUnderTest API = ApiUnderTest.with(AllRoutes::on);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @AfterAll
    static void stop() {
        HTTP.close();
        API.close();
    }

    private final Caller member = API.as(Role.MEMBER);

    @Test // issue 6, scope 2: compression
    void a_long_answer_is_compressed_for_who_can_read_it_and_says_the_same() throws IOException, InterruptedException {
        String document = "/api/v1/openapi.json";
        HttpResponse<byte[]> plain = fetched(document, "identity");
        HttpResponse<byte[]> small = fetched(document, "gzip");

        assertThat(plain.headers().firstValue("Content-Encoding")).isEmpty();
        assertThat(small.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(small.body().length).isLessThan(plain.body().length / 4);
        try (GZIPInputStream unpacked = new GZIPInputStream(new ByteArrayInputStream(small.body()))) {
            assertThat(unpacked.readAllBytes()).isEqualTo(plain.body());
        }
        assertThat(small.headers().firstValue("Content-Type"))
                .isPresent()
                .isEqualTo(plain.headers().firstValue("Content-Type"));
    }

    @Test // issue 6, scope 2: compression
    void a_short_answer_is_sent_as_it_is() throws IOException, InterruptedException {
        HttpResponse<byte[]> problem = fetched("/campaigns", "gzip");

        assertThat(problem.statusCode()).isEqualTo(401);
        assertThat(problem.headers().firstValue("Content-Encoding")).isEmpty();
        assertThat(new String(problem.body(), StandardCharsets.UTF_8)).contains("\"code\":\"unauthenticated\"");
    }

    @Test // api 1.2: 304 where If-None-Match equals the current ETag
    void what_the_caller_has_already_is_not_sent_again() {
        String campaign = "/campaigns/"
                + member.post("/campaigns", "{'name':'Conditional'}").at("/id");
        String tag = member.get(campaign).header("ETag").orElseThrow();

        Answer unchanged = member.with("If-None-Match", tag).get(campaign);
        assertThat(unchanged.status()).isEqualTo(304);
        assertThat(unchanged.text()).isEmpty();
        assertThat(unchanged.header("ETag")).contains(tag);

        assertThat(member.with("If-Match", tag)
                        .patch(campaign, "{'name':'Conditional, changed'}")
                        .status())
                .isEqualTo(200);
        Answer changed = member.with("If-None-Match", tag).get(campaign);
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.header("ETag")).isNotEmpty().isNotEqualTo(Optional.of(tag));
        assertThat(changed.at("/name")).isEqualTo("Conditional, changed");
    }

    @Test // api 1.6: strong tags, compared as they are
    void another_tag_or_none_brings_the_whole_answer() {
        String campaign =
                "/campaigns/" + member.post("/campaigns", "{'name':'Tagged'}").at("/id");

        assertThat(member.with("If-None-Match", "\"v999\"").get(campaign).status())
                .isEqualTo(200);
        assertThat(member.with("If-None-Match", "nonsense").get(campaign).status())
                .isEqualTo(200);
    }

    private static HttpResponse<byte[]> fetched(String path, String encoding) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(API.uri(path))
                .header("Accept-Encoding", encoding)
                .build();
        return HTTP.send(request, BodyHandlers.ofByteArray());
    }
}
