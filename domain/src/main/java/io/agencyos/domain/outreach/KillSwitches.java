package io.agencyos.domain.outreach;

import io.agencyos.domain.platform.EmergencyStop;
import io.agencyos.domain.shared.Channel;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The stops that are on, as a send asks about them. Source: outreach 3.3 check 1. */
public record KillSwitches(boolean platform, Set<String> channels, Set<String> vendors) {

    public static final KillSwitches OFF = new KillSwitches(false, Set.of(), Set.of());

    public KillSwitches {
        channels = Set.copyOf(channels);
        vendors = Set.copyOf(vendors);
    }

    public static KillSwitches of(Collection<EmergencyStop> stops) {
        return new KillSwitches(
                stops.stream().anyMatch(stop -> stop.isOn() && stop.scope() == EmergencyStop.Scope.PLATFORM),
                values(stops, EmergencyStop.Scope.CHANNEL),
                values(stops, EmergencyStop.Scope.VENDOR));
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
