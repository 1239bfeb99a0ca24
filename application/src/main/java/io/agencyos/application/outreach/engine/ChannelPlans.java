package io.agencyos.application.outreach.engine;

import io.agencyos.domain.allocation.ChannelAllocation;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.EnrolmentId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jmolecules.architecture.hexagonal.SecondaryPort;

/**
 * On which channels each enrolment goes, in which order, and why not on the others. Needs an open unit of work of the
 * tenant, as worker. Source: scoring ALLOC-1.
 */
@SecondaryPort
public interface ChannelPlans {

    /** What was decided, and when. */
    record Decided(ChannelAllocation allocation, Instant at) {}

    /** Writes what was decided; an enrolment that has a plan gets this one in its place. */
    void record(ClientId client, Map<EnrolmentId, ChannelAllocation> allocations, Instant at);

    /** Those of these enrolments that have one. */
    Map<EnrolmentId, Decided> of(ClientId client, Collection<EnrolmentId> enrolments);

    /** Enrolments that are not over, to whom no channel was given, decided before then; the longest ago first. */
    List<EnrolmentId> without(ClientId client, Instant before, int limit);
}
