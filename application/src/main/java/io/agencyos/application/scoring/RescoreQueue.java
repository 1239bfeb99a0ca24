package io.agencyos.application.scoring;

import io.agencyos.domain.shared.CampaignId;
import io.agencyos.domain.shared.ClientId;
import io.agencyos.domain.shared.LeadId;
import java.util.List;
import org.jmolecules.architecture.hexagonal.SecondaryPort;
import org.jspecify.annotations.Nullable;

/** A client's live leads one after the other, for work that goes through all of them. Needs a tenant's unit of work. */
@SecondaryPort
public interface RescoreQueue {

    /**
     * A lead that may be scored again; those converted, not interested, unsubscribed or bounced are left out.
     *
     * @param enrolled it is in a sequence now
     */
    record Entry(LeadId id, boolean enrolled) {}

    /**
     * The next leads in the order of their ids.
     *
     * @param campaign null for all of the client's
     * @param after null to begin
     */
    List<Entry> next(ClientId client, @Nullable CampaignId campaign, @Nullable LeadId after, int limit);
}
