package io.agencyos.domain.allocation;

import io.agencyos.domain.shared.Digests;
import io.agencyos.domain.shared.Vocabulary;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.PoolPersonId;
import java.math.BigInteger;
import java.nio.ByteBuffer;

/** The few assignments that ignore rank, so that what is believed of a lead stays tested. Source: scoring POOL-8.2. */
public final class Exploration {

    /** Percent of a period's assignments. */
    public static final int DEFAULT_SHARE = 5;

    private Exploration() {}

    /** Whether the {@code k}-th assignment of a client in the period, from 1, is one of them. */
    public static boolean falls(int k, int sharePercent) {
        return count(k, sharePercent) > count(k - 1, sharePercent);
    }

    /** How many of a client's first {@code k} assignments in the period are. */
    public static int count(int k, int sharePercent) {
        return (int) ((long) k * sharePercent / 100);
    }

    /**
     * Whether one of the sends or enrolments is among those that leave aside what was learned: the first 53 bits of a
     * hash of purpose and id, as a share of one. Different purposes pick different leads. Source: CIS 14.2.
     */
    public static boolean explores(Purpose purpose, String id, int sharePercent) {
        long bits = ByteBuffer.wrap(Digests.sha256("explore:" + purpose.wire() + ":" + id))
                        .getLong()
                >>> 11;
        // exact: bits / 2^53 < share / 100
        return BigInteger.valueOf(bits)
                        .multiply(BigInteger.valueOf(100))
                        .compareTo(BigInteger.valueOf(sharePercent).shiftLeft(53))
                < 0;
    }

    /** What is explored. */
    public enum Purpose implements Vocabulary {
        /** At which time a touch is sent. */
        SEND,
        /** On which channel a lead is reached first. */
        CHANNEL,
        /** Whom a run of sourcing looks for. */
        SOURCING
    }

    /** Who is taken then: the candidate with the smallest of these, byte by byte and unsigned. */
    public static byte[] order(PoolPersonId person, ClientId client) {
        return Digests.sha256(person.text() + "|" + client.text());
    }
}
