package io.agencyos.adapters.out.unipile;

import io.agencyos.adapters.out.vendorhttp.Pacing;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * How the vendor is asked. Where it is belongs to each account, unless it is said here. Source: unipile 1, 10.
 *
 * @param acceptsUnsigned whether events of the second dialect count without a signature, should the vendor send them so; the
 *     hook's address is then all that proves them
 * @param everyDsn the origin of all accounts, whatever each says; empty where each says its own
 * @param betweenWithdrawals what lies between two withdrawals of a seat at least
 */
public record UnipileSettings(
        Duration readTimeout,
        Pacing pacing,
        boolean acceptsUnsigned,
        Optional<URI> everyDsn,
        Duration betweenWithdrawals) {

    private static final Duration APART = Duration.ofSeconds(2);

    /** Where it is belongs to each account. */
    public UnipileSettings(Duration readTimeout, Pacing pacing, boolean acceptsUnsigned) {
        this(readTimeout, pacing, acceptsUnsigned, Optional.empty(), APART);
    }

    /** 60 s for an answer, because the vendor acts on LinkedIn inside the call; five requests a second. */
    public static UnipileSettings live() {
        return new UnipileSettings(Duration.ofSeconds(60), new Pacing(5, 5), false);
    }

    /** The same with another limit for one answer. */
    public UnipileSettings withReadTimeout(Duration timeout) {
        return new UnipileSettings(timeout, pacing, acceptsUnsigned, everyDsn, betweenWithdrawals);
    }

    /** The same for a vendor of our own on the same machine. */
    public UnipileSettings unpaced() {
        return new UnipileSettings(readTimeout, Pacing.UNLIMITED, acceptsUnsigned, everyDsn, Duration.ZERO);
    }

    /** The same where events of the second dialect come without a signature. */
    public UnipileSettings acceptingUnsigned() {
        return new UnipileSettings(readTimeout, pacing, true, everyDsn, betweenWithdrawals);
    }

    /** The same elsewhere, such as in a sandbox on the same machine, which needs no pacing. */
    public UnipileSettings at(URI dsn) {
        return new UnipileSettings(readTimeout, Pacing.UNLIMITED, acceptsUnsigned, Optional.of(dsn), Duration.ZERO);
    }
}
