package io.agencyos.application.scoring.rescore;

import io.agencyos.domain.lead.LeadStatus;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jmolecules.architecture.hexagonal.SecondaryPort;
import org.jspecify.annotations.Nullable;

/** A client's live leads one after the other, for work that goes through many of them. Needs a tenant's unit of work. */
@SecondaryPort
public interface RescoreQueue {

    /**
     * A lead that may be scored again.
     *
     * @param enrolled it is in a sequence now
     */
    record Entry(LeadId id, boolean enrolled) {}

    /**
     * The next leads in the order of their ids.
     *
     * @param frozen stages that are left out
     * @param after null to begin
     */
    List<Entry> next(
            ClientId client, RescoreRequest.Target target, Set<LeadStatus> frozen, @Nullable LeadId after, int limit);

    /** How many leads {@link #next} would give altogether. */
    int count(ClientId client, RescoreRequest.Target target, Set<LeadStatus> frozen);

    /** Leads whose {@code next_rescore_at} has come, those due longest first. */
    List<LeadId> due(ClientId client, Instant now, Set<LeadStatus> frozen, int limit);

    /**
     * The live clients that have such a lead, by id. Needs a unit of the platform.
     *
     * @param after null to begin
     */
    List<ClientId> clientsDue(Instant now, Set<LeadStatus> frozen, @Nullable ClientId after, int limit);
}
