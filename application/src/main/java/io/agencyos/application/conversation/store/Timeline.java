package io.agencyos.application.conversation.store;

import io.agencyos.domain.lead.Activity;
import io.agencyos.domain.lead.ActivityAction;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.id.ActivityId;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.TouchId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jmolecules.architecture.hexagonal.SecondaryPort;
import org.jspecify.annotations.Nullable;

/** What happened with leads, for reading. Needs an open unit of work of the tenant. */
@SecondaryPort
public interface Timeline {

    /** Where a page begins: behind this line. */
    record After(Instant occurredAt, ActivityId id) {}

    /** Which lines a page shows; null for all, {@code until} exclusive. */
    record Filter(
            @Nullable LeadId lead,
            @Nullable CampaignId campaign,
            @Nullable Set<Channel> channels,
            @Nullable Set<ActivityAction> actions,
            @Nullable Instant from,
            @Nullable Instant until) {}

    /** Newest first. */
    List<Activity> list(ClientId client, Filter filter, @Nullable After after, int limit);

    /**
     * Of every touch that was sent to one of these leads: the how manieth it was, 1 for the first, whatever the campaign. A look at a
     * profile is none, nor is a call once it is known that it failed technically or, dialled again, that nobody took it.
     * Source: outreach 14.
     */
    Map<TouchId, Integer> touchNumbers(ClientId client, Collection<LeadId> leads);

    /** A lead's lines, newest first. */
    List<Activity> of(ClientId client, LeadId lead, @Nullable After after, int limit);
}
