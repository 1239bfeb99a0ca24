package io.agencyos.domain.allocation;

import io.agencyos.domain.shared.ClientId;
import io.agencyos.domain.shared.Digests;
import io.agencyos.domain.shared.PoolPersonId;

/** The few assignments that ignore rank, so that what is believed of a lead stays tested. Source: scoring POOL-8.2. */
public final class Exploration {

    /** Percent of a period's assignments. */
    public static final int DEFAULT_SHARE = 5;

    private Exploration() {}

    /** Whether the {@code k}-th assignment of a client in the period, from 1, is one of them. */
    public static boolean falls(int k, int sharePercent) {
        return (long) k * sharePercent / 100 > (k - 1L) * sharePercent / 100;
    }

    /** Who is taken then: the candidate with the smallest of these, byte by byte and unsigned. */
    public static byte[] order(PoolPersonId person, ClientId client) {
        return Digests.sha256(person.text() + "|" + client.text());
    }
}
