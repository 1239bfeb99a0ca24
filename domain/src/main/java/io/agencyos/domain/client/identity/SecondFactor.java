package io.agencyos.domain.client.identity;

import io.agencyos.domain.shared.id.UserId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The device with which a person proves to be at the keyboard. Source: api 2.
 *
 * @param sealedSeed as the sealer gave it
 * @param confirmedAt null until a first code showed that the device has the seed; it asks for nothing before
 * @param lastStep step of the last code that was taken: each is taken once
 * @param recoveryHashes hexadecimal SHA-256 of the recovery codes that are left
 */
public record SecondFactor(
        UserId user, String sealedSeed, @Nullable Instant confirmedAt, long lastStep, List<String> recoveryHashes) {

    public SecondFactor {
        recoveryHashes = List.copyOf(recoveryHashes);
    }

    public boolean isConfirmed() {
        return confirmedAt != null;
    }

    public SecondFactor confirmed(Instant at, long step, List<String> recovery) {
        return new SecondFactor(user, sealedSeed, at, step, recovery);
    }

    public SecondFactor usedCode(long step) {
        return new SecondFactor(user, sealedSeed, confirmedAt, step, recoveryHashes);
    }

    public SecondFactor usedRecovery(String hash) {
        return new SecondFactor(
                user,
                sealedSeed,
                confirmedAt,
                lastStep,
                recoveryHashes.stream().filter(one -> !one.equals(hash)).toList());
    }
}
