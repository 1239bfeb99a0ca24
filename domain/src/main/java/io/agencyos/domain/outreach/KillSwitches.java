package io.agencyos.domain.outreach;

import io.agencyos.domain.outreach.touch.Touch;
import io.agencyos.domain.platform.EmergencyStop;
import io.agencyos.domain.shared.Channel;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The stops that are on, as a send asks about them. Source: outreach 3.3 check 1. */
public record KillSwitches(boolean platform, Set<String> channels, Set<String> vendors, Optional<Restored> restored) {

    public static final KillSwitches OFF = new KillSwitches(false, Set.of(), Set.of(), Optional.empty());

    public KillSwitches {
        channels = Set.copyOf(channels);
        vendors = Set.copyOf(vendors);
    }

    public static KillSwitches of(Collection<EmergencyStop> stops) {
        return new KillSwitches(
                stops.stream().anyMatch(stop -> stop.isOn() && stop.scope() == EmergencyStop.Scope.PLATFORM),
                values(stops, EmergencyStop.Scope.CHANNEL),
                values(stops, EmergencyStop.Scope.VENDOR),
                stops.stream()
                        .filter(stop -> stop.isOn() && stop.scope() == EmergencyStop.Scope.RESTORED)
                        .map(stop -> new Restored(Instant.parse(stop.value()), stop.setAt()))
                        .min(Comparator.comparing(Restored::lostSince)));
    }

    /**
     * The database knows nothing of an interval that was lived through. Source: outreach 4.6 row 13.
     *
     * @param lostSince when the backup was made, or earlier
     * @param noticedAt when somebody said so; what is enrolled later is new
     */
    public record Restored(Instant lostSince, Instant noticedAt) {

        /** Whether this touch, of which no call is on record, may have been made in the lost interval. */
        public boolean mayHaveLeft(Touch touch, Instant enrolledAt) {
            return touch.dispatchCount() == 0 && !enrolledAt.isAfter(noticedAt);
        }
    }

    private static Set<String> values(Collection<EmergencyStop> stops, EmergencyStop.Scope scope) {
        return stops.stream()
                .filter(stop -> stop.isOn() && stop.scope() == scope && stop.value() != null)
                .map(EmergencyStop::value)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether nothing may leave on this channel; by this vendor where it is known already. */
    public boolean stops(Channel channel, @Nullable String vendor) {
        return channels.contains(channel.wire()) || vendor != null && vendors.contains(vendor);
    }
}
