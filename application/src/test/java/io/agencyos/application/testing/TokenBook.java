package io.agencyos.application.testing;

import io.agencyos.application.client.identity.store.AccessTokens;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.domain.shared.SecretText;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Access tokens that are remembered instead of signed, for tests of what is behind them. */
public final class TokenBook implements AccessTokens {

    private final Map<String, Claims> issued = new ConcurrentHashMap<>();
    private final ClockPort clock;

    public TokenBook(ClockPort clock) {
        this.clock = clock;
    }

    @Override
    public SecretText issue(Claims claims) {
        String token = "token-" + issued.size() + "-" + claims.family().text();
        issued.put(token, claims);
        return new SecretText(token);
    }

    @Override
    public Optional<Claims> read(SecretText token) {
        return Optional.ofNullable(issued.get(token.reveal()))
                .filter(claims -> clock.now().isBefore(claims.expiresAt()));
    }

    @Override
    public String publicKeySet() {
        return "{\"keys\":[]}";
    }
}
