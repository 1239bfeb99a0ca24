package io.agencyos.domain.outreach.touch;

import io.agencyos.domain.shared.Digests;
import io.agencyos.domain.shared.TouchKind;
import io.agencyos.domain.shared.contact.DomainName;
import io.agencyos.domain.shared.id.TouchId;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.UUID;

/** The names by which a touch is the same touch everywhere. Source: outreach 4.4, 5.5, 8.4. */
public final class TouchKeys {

    private static final int KEY_HEX = 32;
    private static final BigInteger TWO_TO_64 = BigInteger.ONE.shiftLeft(Long.SIZE);

    private TouchKeys() {}

    /**
     * The idempotency key: {@code aos1-} and 32 hexadecimal digits.
     *
     * @param subject the enrolment; for an answer the reply, for a manual message the command, both with step 0
     */
    public static String idempotencyKey(UUID subject, int stepNo, TouchKind kind, int attemptNo) {
        String identity = subject + "|" + stepNo + "|" + kind.name() + "|" + attemptNo;
        return "aos1-" + Digests.sha256Hex(identity).substring(0, KEY_HEX);
    }

    /** The RFC 5322 Message-ID with its brackets, fixed when the mailbox is. */
    public static String messageId(TouchId touch, DomainName sendingDomain) {
        return "<" + touch.value() + "@" + sendingDomain.value() + ">";
    }

    /**
     * ⌊u × {@code choices}⌋ for the touch's own u in [0, 1), so that a restart does not move a send. Exact: u is the
     * first 8 bytes of a hash as an unsigned number over 2^64.
     */
    public static long jitter(String idempotencyKey, long choices) {
        byte[] first = Arrays.copyOf(Digests.sha256(idempotencyKey + "|jitter"), Long.BYTES);
        return new BigInteger(1, first)
                .multiply(BigInteger.valueOf(choices))
                .divide(TWO_TO_64)
                .longValueExact();
    }
}
