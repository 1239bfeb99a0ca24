package io.agencyos.domain.scoring;

import io.agencyos.domain.scoring.weight.SubWeights;
import org.jspecify.annotations.Nullable;

/**
 * How company fit is shared between industry, size and location, exactly: points are counted in units of which
 * {@code perPoint} make one point, so that eighths of a size and sevenths of a location stay whole numbers. Source:
 * scoring ALS-3.
 *
 * @param industry, size, location units that a full match of each earns
 */
record FitShares(long industry, long size, long location) {

    /** Eighths and sevenths are both whole in this many parts. */
    static final int PARTS = 56;

    private static final int WITHOUT_SEO = 25;
    private static final int WITH_SEO = 20;

    /** The shares of a client: without and with a usable SEO block, in the same unit. */
    record Both(FitShares withoutSeo, FitShares withSeo, long perPoint) {}

    static Both of(@Nullable SubWeights client) {
        if (client == null) {
            return new Both(
                    new FitShares(10L * PARTS, 8L * PARTS, 7L * PARTS),
                    new FitShares(10L * PARTS, 5L * PARTS, 5L * PARTS),
                    PARTS);
        }
        return new Both(scaled(client, WITHOUT_SEO), scaled(client, WITH_SEO), (long) PARTS * client.sum());
    }

    private static FitShares scaled(SubWeights client, int points) {
        long part = (long) points * PARTS;
        return new FitShares(part * client.industry(), part * client.size(), part * client.location());
    }
}
