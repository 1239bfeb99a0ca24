package io.agencyos.application.client.identity.session;

import io.agencyos.application.client.identity.store.AccessTokens;
import io.agencyos.application.client.identity.store.IdentityPorts;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.IdSource;
import io.agencyos.application.shared.RandomSource;
import io.agencyos.domain.client.identity.SignedInSession;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.shared.Digests;
import io.agencyos.domain.shared.SecretText;
import io.agencyos.domain.shared.id.SessionId;
import io.agencyos.domain.shared.id.UserId;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Makes the tokens of a sign-in. Source: api 2: access 15 minutes, refresh 7 days. */
public final class SessionTokens {

    private static final Duration ACCESS_LIFE = Duration.ofMinutes(15);
    private static final Duration REFRESH_LIFE = Duration.ofDays(7);
    private static final int TOKEN_BYTES = 32;
    private static final long CODES = 100_000_000;

    private final IdentityPorts ports;
    private final ClockPort clock;
    private final IdSource ids;
    private final RandomSource random;

    public SessionTokens(IdentityPorts ports, ClockPort clock, IdSource ids, RandomSource random) {
        this.ports = ports;
        this.clock = clock;
        this.ids = ids;
        this.random = random;
    }

    /** A refresh token that is stored, and its text, which is not. */
    public record Fresh(SignedInSession session, SecretText token) {}

    /**
     * Stores a new refresh token inside the caller's unit of work.
     *
     * @param family null begins a new sign-in
     * @param secondFactor whether the sign-in has it
     */
    public Fresh store(UserId user, @Nullable SessionId family, boolean secondFactor, Origin origin) {
        SecretText token = random();
        Instant now = clock.now();
        SessionId id = new SessionId(ids.next());
        SignedInSession session = new SignedInSession(
                id,
                user,
                family == null ? id : family,
                hash(token),
                secondFactor,
                null,
                now,
                now.plus(REFRESH_LIFE),
                null,
                origin.ip(),
                origin.userAgent());
        ports.sessions().insert(session);
        return new Fresh(session, token);
    }

    /** Adds the access token; outside any unit of work. */
    public Tokens tokens(Fresh fresh) {
        Instant now = clock.now().truncatedTo(ChronoUnit.SECONDS);
        SecretText access = ports.accessTokens()
                .issue(new AccessTokens.Claims(
                        fresh.session().userId(), fresh.session().family(), now, now.plus(ACCESS_LIFE)));
        return new Tokens(access, ACCESS_LIFE, fresh.token());
    }

    /** Eight digits that somebody copies from a letter. */
    public SecretText mailedCode() {
        byte[] bytes = new byte[Long.BYTES];
        random.nextBytes(bytes);
        long number = Math.floorMod(ByteBuffer.wrap(bytes).getLong(), CODES);
        return new SecretText("%08d".formatted(number));
    }

    /** 256 unguessable bits as text. */
    public SecretText random() {
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        return new SecretText(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    public static String hash(SecretText token) {
        return Digests.sha256Hex(token.reveal());
    }
}
