package io.agencyos.domain.conversation;

import io.agencyos.domain.shared.CampaignId;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.ClientId;
import io.agencyos.domain.shared.LeadId;
import io.agencyos.domain.shared.ThreadId;
import java.time.Instant;
import org.jmolecules.ddd.annotation.AggregateRoot;
import org.jmolecules.ddd.annotation.Identity;
import org.jspecify.annotations.Nullable;

/** The conversation with one lead on one channel; at most one is active or stale. Source: content 4.8. */
@AggregateRoot
public record ConversationThread(
        @Identity ThreadId id,
        ClientId clientId,
        LeadId leadId,
        @Nullable CampaignId campaignId,
        Channel channel,
        ThreadStatus status,
        @Nullable ThreadOutcome outcome,
        @Nullable String externalThreadId,
        int ours,
        int theirs,
        Instant startedAt,
        @Nullable Instant lastOursAt,
        @Nullable Instant lastTheirsAt,
        int version) {}
