package io.agencyos.application.conversation.store;

import io.agencyos.domain.conversation.Intent;
import io.agencyos.domain.conversation.Reply;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.ReplyId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jmolecules.architecture.hexagonal.SecondaryPort;
import org.jspecify.annotations.Nullable;

/** A tenant's replies. Needs an open unit of work of the tenant. Source: data model 5.7. */
@SecondaryPort
public interface Replies {

    /** A reply that is known by its provider's id is a {@code UniqueViolation} on {@code uq_reply_provider_message}. */
    void insert(Reply reply);

    Optional<Reply> find(ClientId client, ReplyId id);

    /** Those of these that there are, in no particular order. */
    List<Reply> findAll(ClientId client, Collection<ReplyId> ids);

    Optional<Reply> findByProviderMessage(ClientId client, String provider, String providerMessageId);

    /** Writes what is known and done where the version is unchanged, else {@code ConcurrentUpdate}. */
    Reply update(Reply reply);

    /**
     * Which replies a page shows; null for all.
     *
     * @param from inclusive
     * @param until exclusive
     * @param campaign to which the conversation belongs
     */
    record Filter(
            @Nullable Set<Intent> intents,
            @Nullable Set<Channel> channels,
            @Nullable Boolean handled,
            @Nullable Boolean needsReview,
            @Nullable LeadId lead,
            @Nullable Instant from,
            @Nullable Instant until,
            @Nullable CampaignId campaign) {

        /** Whenever they came, and of any campaign. */
        public Filter(
                @Nullable Set<Intent> intents,
                @Nullable Set<Channel> channels,
                @Nullable Boolean handled,
                @Nullable Boolean needsReview,
                @Nullable LeadId lead) {
            this(intents, channels, handled, needsReview, lead, null, null, null);
        }

        public static final Filter ALL = new Filter(null, null, null, null, null);
    }

    /** Where a page begins: behind this reply. */
    record After(Instant receivedAt, ReplyId id) {}

    /** Newest first. */
    List<Reply> list(ClientId client, Filter filter, @Nullable After after, int limit);
}
