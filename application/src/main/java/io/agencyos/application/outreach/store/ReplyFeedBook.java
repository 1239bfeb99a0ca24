package io.agencyos.application.outreach.store;

import io.agencyos.domain.outreach.ReplyFeedRules;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jmolecules.architecture.hexagonal.SecondaryPort;
import org.jspecify.annotations.Nullable;

/**
 * When the answers of a client's people were last read, vendor by vendor. Needs an open unit of work of the tenant, as
 * worker. Source: outreach 15 reply recovery.
 */
@SecondaryPort
public interface ReplyFeedBook {

    /** Where nobody reads anything: nothing gets stale. */
    ReplyFeedBook NONE = new ReplyFeedBook() {
        @Override
        public List<Standing> standings(ClientId client) {
            return List.of();
        }

        @Override
        public void put(ClientId client, Standing standing) {}

        @Override
        public void keepOnly(ClientId client, Collection<String> vendors) {}
    };

    /**
     * How one vendor's feed stands.
     *
     * @param knownSince when it was first asked
     * @param readAt when all of it was last read
     * @param heldBackAt when a poll last found what should have been pushed
     */
    record Standing(
            String vendor,
            Channel channel,
            Instant knownSince,
            @Nullable Instant readAt,
            @Nullable Instant heldBackAt) {}

    /** Of those that are read now, by vendor. */
    List<Standing> standings(ClientId client);

    /** Writes how the vendor's feed stands, in the place of what was known of it. */
    void put(ClientId client, Standing standing);

    /** The client has accounts at these vendors only: the feeds of others hold nobody up. */
    void keepOnly(ClientId client, Collection<String> vendors);

    /** The channels on which the answers of a client's people have not been seen for too long. */
    default Set<Channel> stale(ClientId client, Instant now) {
        return standings(client).stream()
                .filter(feed -> ReplyFeedRules.isStale(feed.knownSince(), feed.readAt(), now))
                .map(Standing::channel)
                .collect(Collectors.toUnmodifiableSet());
    }
}
