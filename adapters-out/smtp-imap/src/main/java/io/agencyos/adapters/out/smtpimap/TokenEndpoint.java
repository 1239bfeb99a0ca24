package io.agencyos.adapters.out.smtpimap;

import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Exchanges a grant for tokens (RFC 6749, 4.1.3 and 6). */
final class TokenEndpoint {

    private static final Duration LIFE_IF_UNSAID = Duration.ofMinutes(10);
    private static final String OPERATION = "token";

    /** @param refreshToken empty where none was given */
    record Grant(String accessToken, String refreshToken, Duration life) {

        @Override
        public String toString() {
            return "Grant[" + life + "]";
        }
    }

    private final Duration patience;
    private final HttpClient http;

    TokenEndpoint(SmtpImapSettings settings) {
        this.patience = settings.connect();
        this.http = HttpClient.newBuilder().connectTimeout(settings.connect()).build();
    }

    Result<Grant, VendorFailure> exchange(URI endpoint, Map<String, String> form) {
        try {
            HttpResponse<String> answer = http.send(request(endpoint, form), HttpResponse.BodyHandlers.ofString());
            return switch (answer.statusCode()) {
                case 200 -> read(answer.body());
                case 400, 401, 403 ->
                    Result.err(Failures.unauthorized(OPERATION, "the consent was refused: it must be given again"));
                default -> Result.err(Failures.unavailable(OPERATION, "token status " + answer.statusCode()));
            };
        } catch (IOException failed) {
            return Result.err(Failures.unavailable(OPERATION, "no token: " + Failures.kindOf(failed)));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Result.err(Failures.unavailable(OPERATION, "interrupted"));
        }
    }

    private HttpRequest request(URI endpoint, Map<String, String> form) {
        String body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return HttpRequest.newBuilder(endpoint)
                .timeout(patience)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    private static Result<Grant, VendorFailure> read(String body) {
        try {
            JsonNode answer = JsonMapper.shared().readTree(body);
            String token = answer.path("access_token").asString("");
            if (token.isEmpty()) {
                return Result.err(Failures.unavailable(OPERATION, "the answer holds no token"));
            }
            long seconds = answer.path("expires_in").asLong(LIFE_IF_UNSAID.toSeconds());
            return Result.ok(new Grant(token, answer.path("refresh_token").asString(""), Duration.ofSeconds(seconds)));
        } catch (JacksonException unreadable) {
            return Result.err(Failures.unavailable(OPERATION, "the answer cannot be read"));
        }
    }
}
