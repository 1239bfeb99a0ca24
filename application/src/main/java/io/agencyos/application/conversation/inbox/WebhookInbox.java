package io.agencyos.application.conversation.inbox;

import io.agencyos.application.platform.vendor.PushCounts;
import io.agencyos.domain.shared.Vocabulary;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jmolecules.architecture.hexagonal.SecondaryPort;
import org.jspecify.annotations.Nullable;

/**
 * Every inbound event, kept before anybody is answered, once however often and on whatever way it arrives. For platform
 * units and for the product's own work in a tenant. Source: api 10.1, outreach 15.
 */
@SecondaryPort
public interface WebhookInbox extends PushCounts {

    /** One vendor's events for one client, pushed or polled: both ways of the same event meet in the same row. */
    record Feed(String vendor, ClientId client) {

        /** The name under which its rows stand. */
        public String id() {
            return vendor + ":" + client.text();
        }
    }

    /** What names one event. */
    record Key(Feed feed, String key) {}

    /** What came. */
    sealed interface Content {

        /** The word by which people tell events apart. */
        default String type() {
            return switch (this) {
                case Event(InboundEvent event) -> event.type();
                case Unreadable unreadable -> "unreadable";
                case Unknown unknown -> "unknown";
            };
        }

        record Event(InboundEvent event) implements Content {}

        /** Verified, but no reader understands it; kept for a person. */
        record Unreadable(byte[] body, String error) implements Content {}

        /** Verified, and of a type that concerns nobody here. */
        record Unknown(byte[] body) implements Content {}
    }

    /**
     * An event as it arrived.
     *
     * @param pushed whether the vendor told us by itself
     * @param yields its turn to all others, because its hook brings more than its share
     */
    record Arrival(Key key, Instant receivedAt, Content content, boolean pushed, boolean yields) {

        /** One that we asked for. */
        public Arrival(Key key, Instant receivedAt, Content content) {
            this(key, receivedAt, content, false, false);
        }

        /** One that the vendor told us by itself. */
        public static Arrival pushed(Key key, Instant receivedAt, Content content, boolean yields) {
            return new Arrival(key, receivedAt, content, true, yields);
        }
    }

    /** Where an event stands. */
    enum State implements Vocabulary {
        RECEIVED,
        PROCESSING,
        DONE,
        IGNORED,
        UNMATCHED,
        DEAD
    }

    /**
     * An event that is this worker's for now.
     *
     * @param attempts counts this one too and fences off earlier holders
     * @param assigned whose it is, as staff found out; null where nobody had to
     */
    record Claimed(
            Key key,
            InboundEvent event,
            Instant receivedAt,
            int attempts,
            @Nullable LeadId assigned) {

        /** The event for those who are given everything but mail. */
        public ChannelEvent ofChannel() {
            return switch (event) {
                case ChannelEvent other -> other;
                case MailEvent mail -> throw new IllegalStateException("mail: " + mail.type());
                case DataEvent data -> throw new IllegalStateException("data: " + data.type());
            };
        }

        /** The event for those who are only given mail. */
        public MailEvent mail() {
            return switch (event) {
                case MailEvent mail -> mail;
                case ChannelEvent other -> throw new IllegalStateException("not mail: " + other.type());
                case DataEvent data -> throw new IllegalStateException("not mail: " + data.type());
            };
        }
    }

    /** What became of a claimed event. {@code nextAttempt} null: it is over. */
    record Verdict(
            Claimed claimed,
            State state,
            @Nullable Instant nextAttempt,
            @Nullable String error,
            Instant at) {}

    /** A row as people see it. */
    record Entry(
            Key key,
            String type,
            State state,
            int attempts,
            Instant receivedAt,
            @Nullable Instant nextAttempt,
            @Nullable String error) {}

    /** Keeps those whose key is new, and answers which those were; of the others it is kept that they were pushed after all. */
    Set<Key> store(Collection<Arrival> arrivals);

    /**
     * Takes due events, those that yield behind all others, else earliest first, leaving out those that somebody holds; also those whose holder gave no sign.
     *
     * @param only whose; null: everybody's
     */
    List<Claimed> claim(@Nullable ClientId only, Instant now, Instant leaseUntil, int limit);

    /** The same of these events alone. */
    List<Claimed> claim(Collection<Key> only, Instant now, Instant leaseUntil);

    /** Writes verdicts, {@code ConcurrentUpdate} for all of them when one's claim was taken over meanwhile. */
    void settle(Collection<Verdict> verdicts);

    /** Where these events stand; unknown ones are left out. */
    Map<Key, State> states(Collection<Key> keys);

    /** A client's events in this state, newest first. */
    List<Entry> list(ClientId client, State state, int limit);

    /** What staff looks for; null for everything. */
    record Search(
            @Nullable String vendor,
            @Nullable Set<State> states,
            @Nullable ClientId client) {}

    /** Where a page begins: behind this event. */
    record After(Instant receivedAt, Key key) {}

    /** Events of all clients, newest first; platform unit only. */
    List<Entry> search(Search search, @Nullable After after, int limit);

    /** Gives an unmatched event to a lead of its client and puts it back to the start; answers whether there was one. */
    boolean assign(Key key, LeadId lead, Instant now);

    /** Ends a dead or unmatched event for good, with a person's reason; answers whether there was one. */
    boolean discard(Key key, String reason, Instant now);

    /**
     * What a client's events wait for too long.
     *
     * @param events how many
     * @param since when the first of them came
     */
    record Waiting(int events, Instant since) {}

    /**
     * Whose events of these types came before then and have had no effect yet: due, held, put off or given up. What belongs to
     * nothing of ours is not among them. Platform unit only.
     */
    Map<ClientId, Waiting> waiting(Collection<String> types, Instant before);

    /** How long what stands in an event is kept once it is over. Source: data model 7. */
    Duration PAYLOAD_KEPT = Duration.ofDays(30);

    /** How long it is known that there was an event, so that it is not taken twice. */
    Duration KEPT = Duration.ofDays(180);

    /** The same of events that belong to nothing of ours. */
    Duration UNMATCHED_KEPT = Duration.ofDays(90);

    /** Empties events that are over and past their time, at most so many; answers how many. Platform unit only. */
    int emptyOld(Instant now, int most);

    /** Removes events that are over and past their time, at most so many; answers how many. Platform unit only. */
    int removeOld(Instant now, int most);

    /** Puts a dead or unmatched event that was not emptied back to the start; answers whether there was one. */
    boolean replay(Key key, Instant now);
}
