package io.agencyos.domain.conversation;

import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.ThreadId;
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
        int version) {

    /** When it was last spoken in, by whom ever; its beginning while nobody spoke. */
    public Instant lastAt() {
        Instant last = lastOursAt == null || lastTheirsAt != null && lastTheirsAt.isAfter(lastOursAt)
                ? lastTheirsAt
                : lastOursAt;
        return last == null ? startedAt : last;
    }

    /** Open to go on: active, or stale for silence. */
    public boolean isLive() {
        return switch (status) {
            case ACTIVE, STALE -> true;
            case RESOLVED, CONVERTED, DEAD -> false;
        };
    }

    /** With one more message, which opens it again however it ended. */
    public ConversationThread spoken(Message.Direction by, Instant at) {
        boolean byUs = by == Message.Direction.OUT;
        return new ConversationThread(
                id,
                clientId,
                leadId,
                campaignId,
                channel,
                ThreadStatus.ACTIVE,
                status == ThreadStatus.ACTIVE ? outcome : ThreadOutcome.ONGOING,
                externalThreadId,
                byUs ? ours + 1 : ours,
                byUs ? theirs : theirs + 1,
                startedAt,
                byUs ? later(lastOursAt, at) : lastOursAt,
                byUs ? lastTheirsAt : later(lastTheirsAt, at),
                version);
    }

    private static Instant later(@Nullable Instant known, Instant at) {
        return known == null || known.isBefore(at) ? at : known;
    }

    /** Ended, with what it came to. */
    public ConversationThread ended(ThreadStatus as, @Nullable ThreadOutcome with) {
        return new ConversationThread(
                id,
                clientId,
                leadId,
                campaignId,
                channel,
                as,
                with,
                externalThreadId,
                ours,
                theirs,
                startedAt,
                lastOursAt,
                lastTheirsAt,
                version);
    }

    /** The same as it stands in a store. */
    public ConversationThread atVersion(int stored) {
        return new ConversationThread(
                id,
                clientId,
                leadId,
                campaignId,
                channel,
                status,
                outcome,
                externalThreadId,
                ours,
                theirs,
                startedAt,
                lastOursAt,
                lastTheirsAt,
                stored);
    }
}
