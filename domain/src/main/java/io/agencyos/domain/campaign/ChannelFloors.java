package io.agencyos.domain.campaign;

import org.jspecify.annotations.Nullable;

/** A campaign's own cost floors, 60–100; null takes the platform's. Source: scoring TIER-2. */
public record ChannelFloors(
        @Nullable Integer voice,
        @Nullable Integer sms,
        @Nullable Integer mail) {

    public static final ChannelFloors PLATFORM = new ChannelFloors(null, null, null);
}
