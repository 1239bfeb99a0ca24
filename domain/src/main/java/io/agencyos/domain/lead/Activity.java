package io.agencyos.domain.lead;

import io.agencyos.domain.shared.ActivityId;
import io.agencyos.domain.shared.CampaignId;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.ClientId;
import io.agencyos.domain.shared.LeadId;
import io.agencyos.domain.shared.TouchId;
import io.agencyos.domain.shared.TouchKind;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of a lead's timeline; never changed once written. Source: data model 5.7, outreach 14.
 *
 * @param dedupeKey what makes the event the same event when it arrives again; null for events that cannot repeat
 * @param detail one sentence for a person; no secret, no message body beyond 200 characters
 */
public record Activity(
        ActivityId id,
        ClientId clientId,
        LeadId leadId,
        @Nullable CampaignId campaignId,
        ActivityAction action,
        @Nullable Channel channel,
        @Nullable TouchKind touchKind,
        @Nullable TouchId touchId,
        @Nullable Integer stepNo,
        Instant occurredAt,
        @Nullable String dedupeKey,
        @Nullable String detail,
        ActivityActor actor) {}
