package io.agencyos.adapters.out.smtpimap;

import io.agencyos.application.shared.ClockPort;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Access tokens fetched with a refresh token (RFC 6749, 6), kept in memory and renewed five minutes before their end;
 * senders that come at the same time share one exchange. Source: smtp-imap 1.
 */
final class FetchedTokens implements AccessTokens {

    private static final Duration BEFORE_THE_END = Duration.ofMinutes(5);

    private record Token(String value, Instant renewAt) {}

    /** One consent's token; its monitor lets one exchange run at a time. */
    private static final class Slot {
        private @Nullable Token token;
    }

    private final TokenEndpoint endpoint;
    private final ClockPort clock;
    private final Map<MailCredential.Consent, Slot> slots = new ConcurrentHashMap<>();

    FetchedTokens(TokenEndpoint endpoint, ClockPort clock) {
        this.endpoint = endpoint;
        this.clock = clock;
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
        return endpoint.exchange(
                        consent.tokenEndpoint(),
                        Map.of(
                                "grant_type", "refresh_token",
                                "client_id", consent.clientId(),
                                "client_secret", consent.clientSecret(),
                                "refresh_token", consent.refreshToken()))
                .map(grant -> new Token(
                        grant.accessToken(), clock.now().plus(grant.life()).minus(BEFORE_THE_END)));
    }
}
