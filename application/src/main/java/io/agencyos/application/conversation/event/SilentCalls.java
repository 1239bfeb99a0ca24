package io.agencyos.application.conversation.event;

import io.agencyos.application.conversation.inbox.ChannelEvent;
import io.agencyos.application.conversation.inbox.WebhookInbox.Arrival;
import io.agencyos.application.conversation.inbox.WebhookInbox.Content;
import io.agencyos.application.conversation.inbox.WebhookInbox.Feed;
import io.agencyos.application.conversation.inbox.WebhookInbox.Key;
import io.agencyos.application.conversation.reply.Desk;
import io.agencyos.application.outreach.channel.VoiceCaller;
import io.agencyos.application.outreach.recording.CallBook;
import io.agencyos.domain.outreach.call.CallTerms;
import io.agencyos.domain.platform.Alert;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Calls that a vendor took and of which nothing is told: asked for in the inbox like a call that is over, and ended where
 * they still wait for a line, since nobody expects to be called hours later. Source: outreach 10.7, vapi 7.
 */
public final class SilentCalls {

    /** What is older was given up. */
    private static final Duration LOOKED_AT = Duration.ofHours(48);

    private static final int AT_ONCE = 200;

    private final Desk desk;
    private final CallBook calls;
    private final CallTerms terms;

    public SilentCalls(Desk desk) {
        this.desk = desk;
        this.calls = desk.world().channels().calls().book();
        this.terms = desk.world().channels().calls().terms();
    }

    /** Puts each of them into the inbox, once. Inside the caller's unit of work. */
    public void ask(ClientId client) {
        Instant now = desk.now();
        List<Arrival> arrivals =
                calls.silent(client, now.minus(LOOKED_AT), now.minus(terms.overdue()), AT_ONCE).stream()
                        .filter(call -> desk.world()
                                .channels()
                                .sources()
                                .calls(call.vendor())
                                .isPresent())
                        .map(call -> arrival(client, call, now))
                        .toList();
        if (!arrivals.isEmpty()) {
            desk.stores().inbox().store(arrivals);
        }
    }

    private static Arrival arrival(ClientId client, CallBook.Silent call, Instant now) {
        String key = "silent/" + call.ref();
        ChannelEvent.About about = new ChannelEvent.About(Channel.VOICE, call.ref(), call.key(), null, null);
        return new Arrival(
                new Key(new Feed(call.vendor(), client), key),
                now,
                new Content.Event(new ChannelEvent.CallOver(key, call.acceptedAt(), about)));
    }

    /**
     * Ends a call that goes on beyond its time; what it came to is asked for later.
     *
     * @param since when it was accepted, or told to be over
     * @return what is known of it, for whoever asks again
     */
    String ended(ClientId client, VoiceCaller caller, String ref, Instant since, String word) {
        if (desk.now().isBefore(since.plus(terms.overdue()))) {
            return "it is " + word;
        }
        return switch (caller.hangUp(client, ref)) {
            case Result.Ok<Boolean, VendorFailure> done -> "it was " + word + " and is to end";
            case Result.Err<Boolean, VendorFailure>(VendorFailure failure) -> {
                desk.inTenant(client, () -> alerted(client, ref, word));
                yield "it is " + word + " and cannot be ended: " + failure;
            }
        };
    }

    private String alerted(ClientId client, String ref, String word) {
        desk.world()
                .channels()
                .alerts()
                .raise(Alert.of(
                        "call_not_ended:" + client.text() + ":" + ref,
                        Alert.Severity.WARNING,
                        "call_not_ended",
                        client,
                        "A call that should be over is still at its vendor, which does not end it.",
                        Map.of("call", ref, "state", word),
                        desk.now()));
        return ref;
    }
}
