package io.agencyos.application.conversation;

import io.agencyos.application.conversation.SyncCursors.Cursor;
import io.agencyos.application.conversation.SyncCursors.Source;
import io.agencyos.application.conversation.WebhookInbox.Arrival;
import io.agencyos.application.conversation.WebhookInbox.Content;
import io.agencyos.application.conversation.WebhookInbox.Feed;
import io.agencyos.application.conversation.WebhookInbox.Key;
import io.agencyos.domain.shared.ClientId;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Page by page: a page is stored and its cursor moved in one unit, so that a break loses and repeats nothing. */
final class PollRepliesService implements PollReplies {

    /** A source that never ends must not hold up the others; the next round goes on. */
    private static final int MOST_PAGES = 500;

    private final Desk desk;
    private final ReplyFeeds feeds;
    private final ChannelSources sources;

    PollRepliesService(Desk desk, ReplyFeeds feeds) {
        this.desk = desk;
        this.feeds = feeds;
        this.sources = desk.world().channels().sources();
    }

    @Override
    public Round poll(ClientId client) {
        Tally tally = new Tally();
        for (ReplyFeeds.ReplyFeed feed : feeds.of(client)) {
            poll(client, feed.vendor(), position -> mail(feed.replies().since(client, position)), tally);
        }
        for (ChannelSources.Source source : sources.of(client)) {
            poll(client, source.vendor(), position -> rest(source.replies().since(client, position)), tally);
        }
        return new Round(tally.read, tally.fresh, List.copyOf(tally.failures));
    }

    /** What a source shows at once, whatever it carries. */
    private record Shown(List<? extends InboundEvent> events, String next, boolean more) {}

    private static Result<Shown, VendorFailure> mail(Result<EmailReplies.Page, VendorFailure> page) {
        return page.map(shown -> new Shown(shown.events(), shown.next(), shown.more()));
    }

    private static Result<Shown, VendorFailure> rest(Result<ChannelReplies.Page, VendorFailure> page) {
        return page.map(shown -> new Shown(shown.events(), shown.next(), shown.more()));
    }

    private static final class Tally {
        private int read;
        private int fresh;
        private final List<String> failures = new ArrayList<>();
    }

    private void poll(
            ClientId client,
            String vendor,
            Function<@Nullable String, Result<Shown, VendorFailure>> pages,
            Tally tally) {
        Source source = new Source(client, vendor, "");
        String position = desk.inTenant(client, () -> position(source));
        for (int read = 0; read < MOST_PAGES; read++) {
            switch (pages.apply(position)) {
                case Result.Err<Shown, VendorFailure>(VendorFailure failure) -> {
                    String error = failure.toString();
                    desk.inTenant(client, () -> {
                        desk.stores().cursors().fail(source, error, desk.now());
                        return error;
                    });
                    tally.failures.add(vendor + ": " + error);
                    return;
                }
                case Result.Ok<Shown, VendorFailure>(Shown page) -> {
                    tally.read += page.events().size();
                    tally.fresh += desk.inTenant(client, () -> store(source, vendor, page));
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

    private int store(Source source, String vendor, Shown page) {
        Feed feed = new Feed(vendor, source.client());
        List<Arrival> arrivals = page.events().stream()
                .map(event -> new Arrival(new Key(feed, event.key()), desk.now(), new Content.Event(event)))
                .toList();
        int fresh = desk.stores().inbox().store(arrivals).size();
        desk.stores().cursors().advance(source, page.next(), desk.now());
        return fresh;
    }
}
