package io.agencyos.application.conversation;

import io.agencyos.application.conversation.reply.Desk;
import io.agencyos.application.outreach.store.ReplyFeedBook;
import io.agencyos.application.outreach.store.ReplyFeedBook.Standing;
import io.agencyos.domain.outreach.ReplyFeedRules;
import io.agencyos.domain.platform.Alert;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Remembers when a client's feeds were read, and tells staff where one is behind or is not pushed; made for one round of
 * asking, which reads how they stand once. Source: outreach 15.
 */
final class FeedWatch {

    private static final String STALE = "reply_feed_stale";
    private static final String GAP = "webhook_gap";

    private final Desk desk;
    private final ReplyFeedBook book;
    private final ClientId client;
    private final Map<String, Standing> feeds = new LinkedHashMap<>();

    /** As the client's feeds stand now; needs an open unit. */
    FeedWatch(Desk desk, ClientId client) {
        this.desk = desk;
        this.book = desk.world().channels().feeds();
        this.client = client;
        book.standings(client).forEach(feed -> feeds.put(feed.vendor(), feed));
    }

    /** Whether this vendor, which pushes, is to be asked again. */
    boolean isDue(String vendor) {
        Standing known = feeds.get(vendor);
        if (known == null) {
            return true;
        }
        return known.channel() == Channel.LINKEDIN
                ? ReplyFeedRules.isDueAtRandom(client.text(), known.readAt(), known.heldBackAt(), desk.now())
                : ReplyFeedRules.isDue(known.readAt(), known.heldBackAt(), desk.now());
    }

    /** Whether nobody ever read it: a feed {@link #begins} before it is read for the first time. */
    boolean isNew(String vendor) {
        return !feeds.containsKey(vendor);
    }

    /** The feed is about to be read: from now on it can fall behind. */
    void begins(String vendor, Channel channel) {
        put(new Standing(vendor, channel, desk.now(), null, null));
    }

    /** All of it is read. */
    void read(String vendor, Channel channel, boolean heldBack) {
        Instant now = desk.now();
        Standing before = feeds.getOrDefault(vendor, new Standing(vendor, channel, now, null, null));
        Instant gap = heldBack ? now : before.heldBackAt();
        put(new Standing(vendor, channel, before.knownSince(), now, gap));
    }

    private void put(Standing feed) {
        book.put(client, feed);
        feeds.put(feed.vendor(), feed);
    }

    /** What is open is what is so now. */
    void tell(Collection<String> vendors) {
        Instant now = desk.now();
        if (!vendors.containsAll(feeds.keySet())) {
            book.keepOnly(client, vendors);
        }
        List<Alert> open = new ArrayList<>();
        for (Standing feed : feeds.values()) {
            if (!vendors.contains(feed.vendor())) {
                continue;
            }
            if (ReplyFeedRules.isStale(feed.knownSince(), feed.readAt(), now)) {
                open.add(alert(client, feed, STALE, Alert.Severity.CRITICAL, "Replies cannot be read.", now));
            }
            if (ReplyFeedRules.standsGap(feed.heldBackAt(), now)) {
                open.add(
                        alert(client, feed, GAP, Alert.Severity.WARNING, "A vendor does not push what comes in.", now));
            }
        }
        open.forEach(desk.world().channels().alerts()::raise);
        desk.world()
                .channels()
                .alerts()
                .resolveOthers(
                        source(client), open.stream().map(Alert::fingerprint).toList(), now);
    }

    private static Alert alert(
            ClientId client, Standing feed, String kind, Alert.Severity severity, String title, Instant now) {
        return Alert.of(
                kind + ":" + client.text() + ":" + feed.vendor(),
                severity,
                source(client),
                client,
                title,
                Map.of("vendor", feed.vendor(), "channel", feed.channel().wire()),
                now);
    }

    private static String source(ClientId client) {
        return "reply_feeds:" + client.text();
    }
}
