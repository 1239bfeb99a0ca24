package io.agencyos.application.conversation;

import io.agencyos.application.conversation.EmailReplies.Page;
import io.agencyos.application.conversation.SyncCursors.Cursor;
import io.agencyos.application.conversation.SyncCursors.Source;
import io.agencyos.application.conversation.WebhookInbox.Arrival;
import io.agencyos.application.conversation.WebhookInbox.Content;
import io.agencyos.application.conversation.WebhookInbox.Feed;
import io.agencyos.application.conversation.WebhookInbox.Key;
import io.agencyos.domain.shared.ClientId;
import io.agencyos.domain.shared.Result;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Page by page: a page is stored and its cursor moved in one unit, so that a break loses and repeats nothing. */
final class PollRepliesService implements PollReplies {

    /** A source that never ends must not hold up the others; the next round goes on. */
    private static final int MOST_PAGES = 500;

    private final Desk desk;
    private final ReplyFeeds feeds;

    PollRepliesService(Desk desk, ReplyFeeds feeds) {
        this.desk = desk;
        this.feeds = feeds;
    }

    @Override
    public Round poll(ClientId client) {
        Tally tally = new Tally();
        for (ReplyFeeds.ReplyFeed feed : feeds.of(client)) {
            poll(client, feed, tally);
        }
        return new Round(tally.read, tally.fresh, List.copyOf(tally.failures));
    }

    private static final class Tally {
        private int read;
        private int fresh;
        private final List<String> failures = new ArrayList<>();
    }

    private void poll(ClientId client, ReplyFeeds.ReplyFeed feed, Tally tally) {
        Source source = new Source(client, feed.vendor(), "");
        String position = desk.inTenant(client, () -> position(source));
        for (int pages = 0; pages < MOST_PAGES; pages++) {
            switch (feed.replies().since(client, position)) {
                case Result.Err<Page, ?>(var failure) -> {
                    String error = failure.toString();
                    desk.inTenant(client, () -> {
                        desk.stores().cursors().fail(source, error, desk.now());
                        return error;
                    });
                    tally.failures.add(feed.vendor() + ": " + error);
                    return;
                }
                case Result.Ok<Page, ?>(Page page) -> {
                    tally.read += page.events().size();
                    tally.fresh += desk.inTenant(client, () -> store(source, feed.vendor(), page));
                    position = page.next();
                    if (!page.more()) {
                        return;
                    }
                }
            }
        }
    }

    private @Nullable String position(Source source) {
        return desk.stores().cursors().find(source).map(Cursor::position).orElse(null);
    }

    private int store(Source source, String vendor, Page page) {
        Feed feed = new Feed(vendor, source.client());
        List<Arrival> arrivals = page.events().stream()
                .map(event -> new Arrival(new Key(feed, event.key()), desk.now(), new Content.Event(event)))
                .toList();
        int fresh = desk.stores().inbox().store(arrivals).size();
        desk.stores().cursors().advance(source, page.next(), desk.now());
        return fresh;
    }
}
