package io.agencyos.application.conversation.event;

import io.agencyos.application.conversation.inbox.ChannelEvent;
import io.agencyos.application.conversation.inbox.SyncCursors.Cursor;
import io.agencyos.application.conversation.inbox.SyncCursors.Source;
import io.agencyos.application.conversation.inbox.WebhookInbox.Arrival;
import io.agencyos.application.conversation.inbox.WebhookInbox.Content;
import io.agencyos.application.conversation.inbox.WebhookInbox.Feed;
import io.agencyos.application.conversation.inbox.WebhookInbox.Key;
import io.agencyos.application.conversation.reply.Desk;
import io.agencyos.application.conversation.store.TouchOutcomes.Silent;
import io.agencyos.domain.outreach.ImpliedDelivery;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Texts of which no receipt came: six hours after each left its sender is asked once, in the inbox, in the order in which they
 * left. Source: clicksend 5.2.
 */
public final class SilentTexts {

    private static final Duration PATIENCE = Duration.ofHours(6);

    private static final int AT_ONCE = 200;
    private static final String NAME = "untold-texts";

    private final Desk desk;

    public SilentTexts(Desk desk) {
        this.desk = desk;
    }

    /** Puts the next of them into the inbox. Inside the caller's unit of work. */
    public void ask(ClientId client) {
        Instant now = desk.now();
        Source read = new Source(client, NAME, "");
        Silent.After after = desk.stores()
                .cursors()
                .find(read)
                .map(Cursor::position)
                .map(Silent.After::parse)
                .filter(position -> position.sentAt().isAfter(now.minus(ImpliedDelivery.NO_RECEIPT_AFTER)))
                .orElseGet(() -> Silent.After.all(now.minus(ImpliedDelivery.NO_RECEIPT_AFTER)));
        List<Silent> silent = desk.stores().outcomes().silentTexts(client, after, now.minus(PATIENCE), AT_ONCE);
        if (silent.isEmpty()) {
            return;
        }
        List<Arrival> arrivals = silent.stream()
                .filter(text ->
                        desk.world().channels().sources().texts(text.vendor()).isPresent())
                .map(text -> arrival(client, text, now))
                .toList();
        if (!arrivals.isEmpty()) {
            desk.stores().inbox().store(arrivals);
        }
        desk.stores().cursors().advance(read, silent.getLast().after().text(), now);
    }

    private static Arrival arrival(ClientId client, Silent text, Instant now) {
        String key = "silent/" + text.ref();
        ChannelEvent.About about = new ChannelEvent.About(Channel.SMS, text.ref(), null, null, null);
        return new Arrival(
                new Key(new Feed(text.vendor(), client), key),
                now,
                new Content.Event(new ChannelEvent.Untold(key, text.sentAt(), about)));
    }
}
