package io.agencyos.application.conversion.learning;

import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.scoring.tier.Tier;
import io.agencyos.domain.shared.Vocabulary;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jmolecules.architecture.hexagonal.PrimaryPort;
import org.jspecify.annotations.Nullable;

/**
 * When and over which channels to write, from what was learned and repeated; the product's defaults where nothing was.
 * Source: conversion intelligence 8, 9, 20.
 */
@PrimaryPort
public interface Recommend {

    /** Where a recommendation comes from. */
    enum Origin implements Vocabulary {
        /** This client's own outcomes. */
        LEARNED,
        /** What the product does without any. */
        DEFAULT
    }

    /** A day, an hour or a gap, and whether it was learned and repeated; else it is a default of which nothing bad is known. */
    record Choice(int value, boolean automatic) {}

    /**
     * @param known whether there is a valid pattern; {@code origin} is learned only where something of it is in use
     * @param days 0 for Monday, the best first
     * @param hours of the lead's day, the best first
     * @param gaps days between touches, by transition
     * @param peakTouch number of the touch at which an open lead most likely books; null while unknown
     * @param confidence 0 without a pattern
     */
    record Timing(
            boolean known,
            List<Choice> days,
            List<Choice> hours,
            Map<String, Choice> gaps,
            @Nullable Integer peakTouch,
            BigDecimal confidence,
            long sampleSize,
            Origin origin) {}

    /** A channel that was found to start well or badly; only what repeated is in use, so each is automatic. */
    record Standing(String channel, String status, @Nullable BigDecimal ciLow) {}

    /**
     * @param known whether there is a valid pattern; {@code origin} is learned only where something of it is in use
     * @param channels over all tiers, the best first; what is not among them keeps its default place
     * @param ofTier of the tier that was asked for
     * @param several whether more than one channel is recommended
     */
    record Channels(
            boolean known,
            List<Standing> channels,
            List<Standing> ofTier,
            boolean several,
            @Nullable BigDecimal severalLift,
            List<String> sequences,
            BigDecimal confidence,
            long sampleSize,
            Origin origin) {}

    Timing timing(TenantScope scope);

    Channels channels(TenantScope scope, @Nullable Tier tier);
}
