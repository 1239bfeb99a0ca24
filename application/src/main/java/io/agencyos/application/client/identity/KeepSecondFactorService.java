package io.agencyos.application.client.identity;

import io.agencyos.application.client.AuditTrail;
import io.agencyos.application.client.identity.session.Principal;
import io.agencyos.application.client.identity.store.IdentityPorts;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.RandomSource;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.client.identity.SecondFactor;
import io.agencyos.domain.client.identity.Totp;
import io.agencyos.domain.client.identity.User;
import io.agencyos.domain.platform.AuditAction;
import io.agencyos.domain.platform.AuditEntry.Actor;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.shared.SecretText;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** The person is held first, so that of two codes at once each is taken once. */
final class KeepSecondFactorService implements KeepSecondFactor {

    private static final int RECOVERY_CODES = 10;
    private static final int RECOVERY_BYTES = 10;
    private static final String ISSUER = "Agency%20OS";

    private final IdentityPorts ports;
    private final Passwords passwords;
    private final Codes codes;
    private final AccountLetters letters;
    private final AuditTrail trail;
    private final UnitOfWork units;
    private final ClockPort clock;
    private final RandomSource random;

    KeepSecondFactorService(
            IdentityPorts ports,
            Passwords passwords,
            Codes codes,
            AccountLetters letters,
            AuditTrail trail,
            UnitOfWork units,
            ClockPort clock,
            RandomSource random) {
        this.ports = ports;
        this.passwords = passwords;
        this.codes = codes;
        this.letters = letters;
        this.trail = trail;
        this.units = units;
        this.clock = clock;
        this.random = random;
    }

    @Override
    public Optional<Enrolment> begin(Principal principal) {
        byte[] seed = bytes(Totp.SEED_BYTES);
        boolean begun = units.onPlatform(() -> {
            ports.users().findForUpdate(principal.userId());
            if (ports.secondFactors()
                    .find(principal.userId())
                    .filter(SecondFactor::isConfirmed)
                    .isPresent()) {
                return false;
            }
            ports.secondFactors()
                    .put(new SecondFactor(
                            principal.userId(), codes.sealed(principal.userId(), seed), null, 0, List.of()));
            return true;
        });
        return begun ? Optional.of(enrolment(principal, seed)) : Optional.empty();
    }

    private static Enrolment enrolment(Principal principal, byte[] seed) {
        String secret = Totp.base32(seed);
        String account = encoded(principal.email().value());
        return new Enrolment(
                new SecretText(secret),
                new SecretText("otpauth://totp/" + ISSUER + ":" + account + "?secret=" + secret + "&issuer=" + ISSUER
                        + "&algorithm=SHA1&digits=6&period=30"));
    }

    /** As it may stand in a URI. */
    private static String encoded(String text) {
        StringBuilder safe = new StringBuilder();
        for (byte one : text.getBytes(StandardCharsets.UTF_8)) {
            char letter = (char) (one & 0xff);
            boolean plain = letter >= 'a' && letter <= 'z' || letter >= '0' && letter <= '9' || letter == '.';
            safe.append(plain ? String.valueOf(letter) : "%%%02X".formatted(one & 0xff));
        }
        return safe.toString();
    }

    private byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    @Override
    public Confirmed confirm(Principal principal, String code, Origin origin) {
        List<SecretText> recovery = Stream.generate(
                        () -> new SecretText(Totp.base32(bytes(RECOVERY_BYTES)).toLowerCase(Locale.ROOT)))
                .limit(RECOVERY_CODES)
                .toList();
        return units.onPlatform(() -> {
            Optional<User> user = ports.users().findForUpdate(principal.userId());
            Optional<SecondFactor> begun =
                    ports.secondFactors().find(principal.userId()).filter(factor -> !factor.isConfirmed());
            if (user.isEmpty() || begun.isEmpty()) {
                return new Confirmed.NothingBegun();
            }
            OptionalLong step = codes.step(begun.get(), code);
            if (step.isEmpty()) {
                return new Confirmed.WrongCode();
            }
            ports.secondFactors()
                    .put(begun.get()
                            .confirmed(
                                    clock.now(),
                                    step.getAsLong(),
                                    recovery.stream()
                                            .map(one -> Codes.hash(one.reveal()))
                                            .toList()));
            ports.sessions().proved(principal.family());
            told(user.get(), AuditAction.AUTH_MFA_ENROLLED, true, origin);
            return new Confirmed.On(recovery);
        });
    }

    private void told(User user, AuditAction action, boolean on, Origin origin) {
        trail.change(
                Actor.user(user.id().value()),
                action,
                null,
                "second_factor",
                user.id().value(),
                Map.of(),
                origin);
        letters.secondFactor(user.email(), on);
    }

    @Override
    public Removed remove(Principal principal, SecretText password, String code, Origin origin) {
        if (!passwords.isPassword(principal.userId(), password)) {
            return Removed.WRONG_PASSWORD;
        }
        return units.onPlatform(() -> {
            Optional<User> user = ports.users().findForUpdate(principal.userId());
            if (user.isEmpty() || !codes.take(principal.userId(), code)) {
                return Removed.WRONG_CODE;
            }
            ports.secondFactors().remove(principal.userId());
            told(user.get(), AuditAction.AUTH_MFA_REMOVED, false, origin);
            return Removed.DONE;
        });
    }
}
