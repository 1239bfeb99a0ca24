package io.agencyos.application.conversation;

import io.agencyos.application.outreach.store.ReplyFeedBook;
import io.agencyos.application.outreach.store.ReplyFeedBook.Standing;
import io.agencyos.domain.outreach.ReplyFeedRules;
import io.agencyos.domain.platform.Alert;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.ClientId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Remembers when a client's feeds were read, and tells staff where one is behind or is not pushed. Source: outreach 15. */
final class FeedWatch {

    private static final String STALE = "reply_feed_stale";
    private static final String GAP = "webhook_gap";

    private final Desk desk;
    private final ReplyFeedBook book;

    FeedWatch(Desk desk) {
        this.desk = desk;
        this.book = desk.world().channels().feeds();
    }

    /** Whether this vendor, which pushes, is to be asked again. */
    boolean isDue(ClientId client, String vendor) {
        Optional<Standing> known = desk.reading(client, () -> known(client, vendor));
        return known.isEmpty()
                || ReplyFeedRules.isDue(known.get().readAt(), known.get().heldBackAt(), desk.now());
    }

    /** The feed is about to be read: from now on it can fall behind. */
    void begins(ClientId client, String vendor, Channel channel) {
        if (known(client, vendor).isEmpty()) {
            book.put(client, new Standing(vendor, channel, desk.now(), null, null));
        }
    }

    /** All of it is read. */
    void read(ClientId client, String vendor, Channel channel, boolean heldBack) {
        Instant now = desk.now();
        Standing before = known(client, vendor).orElseGet(() -> new Standing(vendor, channel, now, null, null));
        Instant gap = heldBack ? now : before.heldBackAt();
        book.put(client, new Standing(vendor, channel, before.knownSince(), now, gap));
    }

    private Optional<Standing> known(ClientId client, String vendor) {
        return book.standings(client).stream()
                .filter(standing -> standing.vendor().equals(vendor))
                .findFirst();
    }

    /** What is open is what is so now. */
    void tell(ClientId client, Collection<String> vendors) {
        Instant now = desk.now();
        book.keepOnly(client, vendors);
        List<Alert> open = new ArrayList<>();
        for (Standing feed : book.standings(client)) {
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
