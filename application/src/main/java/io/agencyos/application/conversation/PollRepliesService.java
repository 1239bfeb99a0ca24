package io.agencyos.application.conversation;

import io.agencyos.application.conversation.event.SilentCalls;
import io.agencyos.application.conversation.event.SilentTexts;
import io.agencyos.application.conversation.inbox.ChannelEvent;
import io.agencyos.application.conversation.inbox.ChannelReplies;
import io.agencyos.application.conversation.inbox.ChannelSources;
import io.agencyos.application.conversation.inbox.EmailReplies;
import io.agencyos.application.conversation.inbox.InboundEvent;
import io.agencyos.application.conversation.inbox.ReplyFeeds;
import io.agencyos.application.conversation.inbox.SyncCursors.Cursor;
import io.agencyos.application.conversation.inbox.SyncCursors.Source;
import io.agencyos.application.conversation.inbox.WebhookInbox.Arrival;
import io.agencyos.application.conversation.inbox.WebhookInbox.Content;
import io.agencyos.application.conversation.inbox.WebhookInbox.Feed;
import io.agencyos.application.conversation.inbox.WebhookInbox.Key;
import io.agencyos.application.conversation.reply.Desk;
import io.agencyos.domain.outreach.ReplyFeedRules;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.id.ClientId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Page by page: a page is stored and its cursor moved in one unit, so that a break loses and repeats nothing. */
final class PollRepliesService implements PollReplies {

    /** A source that never ends must not hold up the others; the next round goes on. */
    private static final int MOST_PAGES = 500;

    private final Desk desk;
    private final ReplyFeeds feeds;
    private final ChannelSources sources;
    private final SilentCalls silent;
    private final SilentTexts texts;

    PollRepliesService(Desk desk, ReplyFeeds feeds) {
        this.desk = desk;
        this.feeds = feeds;
        this.sources = desk.world().channels().sources();
        this.silent = new SilentCalls(desk);
        this.texts = new SilentTexts(desk);
    }

    @Override
    public Round poll(ClientId client) {
        Tally tally = new Tally();
        List<Asked> all = asked(client);
        Map<Asked, Optional<String>> due = new LinkedHashMap<>();
        FeedWatch watch = desk.reading(client, () -> {
            FeedWatch seen = new FeedWatch(desk, client);
            all.stream()
                    .filter(one -> !one.pushes() || seen.isDue(one.vendor()))
                    .forEach(one -> due.put(one, position(source(client, one))));
            return seen;
        });
        due.forEach((one, position) -> poll(client, one, position.orElse(null), watch, tally));
        List<String> vendors = all.stream().map(Asked::vendor).toList();
        desk.inTenant(client, () -> {
            watch.tell(vendors);
            silent.ask(client);
            texts.ask(client);
            return vendors;
        });
        return new Round(tally.read, tally.fresh, List.copyOf(tally.failures));
    }

    /**
     * One vendor of the client.
     *
     * @param pushes whether asking is only the net beneath
     */
    private record Asked(
            String vendor,
            Channel channel,
            boolean pushes,
            Function<@Nullable String, Result<Shown, VendorFailure>> pages) {}

    private List<Asked> asked(ClientId client) {
        Stream<Asked> mails = feeds.of(client).stream()
                .map(feed -> new Asked(
                        feed.vendor(),
                        Channel.EMAIL,
                        false,
                        position -> mail(feed.replies().since(client, position))));
        Stream<Asked> others = sources.of(client).stream()
                .map(source -> new Asked(
                        source.vendor(),
                        source.channel(),
                        true,
                        position -> rest(source.replies().since(client, position))));
        return Stream.concat(mails, others).toList();
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

    private void poll(ClientId client, Asked one, @Nullable String from, FeedWatch watch, Tally tally) {
        Source source = source(client, one);
        if (watch.isNew(one.vendor())) {
            desk.inTenant(client, () -> {
                watch.begins(one.vendor(), one.channel());
                return source;
            });
        }
        String position = from;
        boolean pushed = one.pushes() && position != null;
        boolean heldBack = false;
        String unsaved = null;
        for (int read = 1; read <= MOST_PAGES; read++) {
            switch (one.pages().apply(position)) {
                case Result.Err<Shown, VendorFailure>(VendorFailure failure) -> {
                    failed(source, one, unsaved, failure, tally);
                    return;
                }
                case Result.Ok<Shown, VendorFailure>(Shown page) -> {
                    boolean before = heldBack;
                    boolean onlyPassed = page.events().isEmpty() && page.more() && read < MOST_PAGES;
                    position = page.next();
                    if (onlyPassed) {
                        // reading it once more after a break costs little
                        unsaved = position;
                        continue;
                    }
                    unsaved = null;
                    heldBack = desk.inTenant(client, () -> {
                        Set<Key> fresh = store(source, page);
                        tally.read += page.events().size();
                        tally.fresh += fresh.size();
                        boolean late = before || pushed && wasHeldBack(page, fresh);
                        if (!page.more()) {
                            watch.read(one.vendor(), one.channel(), late);
                        }
                        return late;
                    });
                    if (!page.more()) {
                        return;
                    }
                }
            }
        }
    }

    /** @param reached until where there was nothing to store; null if nowhere */
    private void failed(Source source, Asked one, @Nullable String reached, VendorFailure failure, Tally tally) {
        String error = failure.toString();
        desk.inTenant(source.client(), () -> {
            if (reached != null) {
                desk.stores().cursors().advance(source, reached, desk.now());
            }
            desk.stores().cursors().fail(source, error, desk.now());
            return error;
        });
        tally.failures.add(one.vendor() + ": " + error);
    }

    /** Whether somebody wrote long ago, and nobody told us but the vendor's list. */
    private boolean wasHeldBack(Shown page, Set<Key> fresh) {
        Set<String> keys = fresh.stream().map(Key::key).collect(Collectors.toSet());
        return page.events().stream()
                .filter(event -> event instanceof ChannelEvent.Received || event instanceof ChannelEvent.OptedOut)
                .anyMatch(event -> keys.contains(event.key()) && ReplyFeedRules.wasHeldBack(event.at(), desk.now()));
    }

    private static Source source(ClientId client, Asked one) {
        return new Source(client, one.vendor(), "");
    }

    private Optional<String> position(Source source) {
        return desk.stores().cursors().find(source).map(Cursor::position);
    }

    private Set<Key> store(Source source, Shown page) {
        Feed feed = new Feed(source.name(), source.client());
        List<Arrival> arrivals = page.events().stream()
                .map(event -> new Arrival(new Key(feed, event.key()), desk.now(), new Content.Event(event)))
                .toList();
        Set<Key> fresh = desk.stores().inbox().store(arrivals);
        desk.stores().cursors().advance(source, page.next(), desk.now());
        return fresh;
    }
}
