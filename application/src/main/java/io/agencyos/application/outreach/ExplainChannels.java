package io.agencyos.application.outreach;

import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.allocation.ChannelExclusion;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.Vocabulary;
import io.agencyos.domain.shared.id.LeadId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jmolecules.architecture.hexagonal.PrimaryPort;
import org.jspecify.annotations.Nullable;

/**
 * Says of a lead on which channels it can be reached now, in which order and from which sender, and why not on the others.
 * Changes nothing. Source: scoring ALLOC-1, api 9.6.
 */
@PrimaryPort
@FunctionalInterface
public interface ExplainChannels {

    /** How an address stands; null where there is none. Source: data model 5.6. */
    enum AddressState implements Vocabulary {
        OK,
        UNVERIFIED,
        INVALID
    }

    /**
     * A sender that a touch would come from.
     *
     * @param bound whether earlier touches came from it, so that it is kept
     */
    record From(String address, boolean bound) {}

    /**
     * A channel as it stands now.
     *
     * @param rank 1 for the first choice, null where it is closed
     * @param why the first condition that fails, null where it is open
     * @param until when it is looked at again, null where an event or a person has to change something
     * @param decided when the channels of its enrolment were decided, null while it has none
     * @param addedLines what a message of an open channel carries beside what its writer says
     */
    record Standing(
            Channel channel,
            @Nullable Integer rank,
            @Nullable ChannelExclusion why,
            @Nullable Instant until,
            @Nullable AddressState address,
            @Nullable From from,
            @Nullable Instant decided,
            List<String> addedLines) {

        public Standing {
            addedLines = List.copyOf(addedLines);
        }
    }

    /** One for each channel, in the default order; empty where there is no such lead, or it is in no campaign. */
    Optional<List<Standing>> of(TenantScope scope, LeadId lead);
}
