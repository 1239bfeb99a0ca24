package io.agencyos.domain.lead;

import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.TouchKind;
import io.agencyos.domain.shared.id.ActivityId;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.EntityId;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.ReplyId;
import io.agencyos.domain.shared.id.TouchId;
import java.time.Instant;
import java.util.Optional;
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
        ActivityActor actor) {

    private static final String REPLY = "replied:";

    /** The key of the line that tells of this reply. */
    public static String keyOf(ReplyId reply) {
        return REPLY + reply.text();
    }

    /** The reply that the line tells of; empty for a line about anything else. */
    public Optional<ReplyId> reply() {
        return dedupeKey == null || !dedupeKey.startsWith(REPLY)
                ? Optional.empty()
                : EntityId.parse(dedupeKey.substring(REPLY.length()), ReplyId::new)
                        .toOptional();
    }
}
