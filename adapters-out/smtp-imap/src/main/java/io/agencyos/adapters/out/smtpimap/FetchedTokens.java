package io.agencyos.adapters.out.smtpimap;

import io.agencyos.application.shared.ClockPort;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Access tokens fetched with a refresh token (RFC 6749, 6), kept in memory and renewed five minutes before their end;
 * senders that come at the same time share one exchange. Source: smtp-imap 1.
 */
final class FetchedTokens implements AccessTokens {

    private static final Duration BEFORE_THE_END = Duration.ofMinutes(5);
    private static final Duration LIFE_IF_UNSAID = Duration.ofMinutes(10);
    private static final String OPERATION = "token";

    private record Token(String value, Instant renewAt) {}

    /** One consent's token; its monitor lets one exchange run at a time. */
    private static final class Slot {
        private @Nullable Token token;
    }

    private final Duration patience;
    private final ClockPort clock;
    private final HttpClient http;
    private final Map<MailCredential.Consent, Slot> slots = new ConcurrentHashMap<>();

    FetchedTokens(SmtpImapSettings settings, ClockPort clock) {
        this.patience = settings.connect();
        this.clock = clock;
        this.http = HttpClient.newBuilder().connectTimeout(settings.connect()).build();
    }

    @Override
    public Result<String, VendorFailure> current(MailCredential.Consent consent) {
        Slot slot = slots.computeIfAbsent(consent, key -> new Slot());
        synchronized (slot) {
            Token known = slot.token;
            if (known != null && clock.now().isBefore(known.renewAt())) {
                return Result.ok(known.value());
            }
            Result<Token, VendorFailure> fetched = fetch(consent);
            slot.token = fetched.toOptional().orElse(null);
            return fetched.map(Token::value);
        }
    }

    @Override
    public void forget(MailCredential.Consent consent) {
        slots.remove(consent);
    }

    private Result<Token, VendorFailure> fetch(MailCredential.Consent consent) {
        try {
            HttpResponse<String> answer = http.send(request(consent), HttpResponse.BodyHandlers.ofString());
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

    private HttpRequest request(MailCredential.Consent consent) {
        Map<String, String> form = Map.of(
                "grant_type", "refresh_token",
                "client_id", consent.clientId(),
                "client_secret", consent.clientSecret(),
                "refresh_token", consent.refreshToken());
        String body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return HttpRequest.newBuilder(consent.tokenEndpoint())
                .timeout(patience)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    private Result<Token, VendorFailure> read(String body) {
        try {
            JsonNode answer = JsonMapper.shared().readTree(body);
            String token = answer.path("access_token").asString("");
            if (token.isEmpty()) {
                return Result.err(Failures.unavailable(OPERATION, "the answer holds no token"));
            }
            long seconds = answer.path("expires_in").asLong(LIFE_IF_UNSAID.toSeconds());
            return Result.ok(new Token(token, clock.now().plusSeconds(seconds).minus(BEFORE_THE_END)));
        } catch (JacksonException unreadable) {
            return Result.err(Failures.unavailable(OPERATION, "the answer cannot be read"));
        }
    }
}
