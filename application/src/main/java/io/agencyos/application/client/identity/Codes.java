package io.agencyos.application.client.identity;

import io.agencyos.application.client.identity.store.SecondFactors;
import io.agencyos.application.platform.secret.SealedPlace;
import io.agencyos.application.platform.secret.Sealer;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.domain.client.identity.SecondFactor;
import io.agencyos.domain.client.identity.Totp;
import io.agencyos.domain.shared.Digests;
import io.agencyos.domain.shared.id.UserId;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/** Whether a code is a person's, by the clock of the device that shows it; inside the caller's unit of work. */
final class Codes {

    private final SecondFactors factors;
    private final Sealer sealer;
    private final ClockPort devices;

    Codes(SecondFactors factors, Sealer sealer, ClockPort devices) {
        this.factors = factors;
        this.sealer = sealer;
        this.devices = devices;
    }

    String sealed(UserId user, byte[] seed) {
        return sealer.seal(seed, place(user));
    }

    private static SealedPlace place(UserId user) {
        return SealedPlace.ofPlatform("user_second_factor", "seed_ciphertext", user.text());
    }

    /** The step of a code that is good now and was not taken before. */
    OptionalLong step(SecondFactor factor, String code) {
        byte[] seed = sealer.open(factor.sealedSeed(), place(factor.user()));
        return Totp.matching(seed, code.strip(), devices.now(), factor.lastStep());
    }

    /** Takes a code of the device or one of the recovery codes, once; false for anything else. */
    boolean take(UserId user, String code) {
        Optional<SecondFactor> found = factors.find(user).filter(SecondFactor::isConfirmed);
        if (found.isEmpty()) {
            return false;
        }
        SecondFactor factor = found.get();
        OptionalLong step = step(factor, code);
        String recovery = hash(code);
        if (step.isPresent()) {
            factors.put(factor.usedCode(step.getAsLong()));
        } else if (factor.recoveryHashes().contains(recovery)) {
            factors.put(factor.usedRecovery(recovery));
        } else {
            return false;
        }
        return true;
    }

    static String hash(String recoveryCode) {
        return Digests.sha256Hex(recoveryCode.strip().toLowerCase(Locale.ROOT));
    }
}
