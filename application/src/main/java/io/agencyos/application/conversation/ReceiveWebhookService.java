package io.agencyos.application.conversation;

import io.agencyos.application.conversation.WebhookInbox.Arrival;
import io.agencyos.application.conversation.WebhookInbox.Content;
import io.agencyos.application.conversation.WebhookInbox.Feed;
import io.agencyos.application.conversation.WebhookInbox.Key;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.shared.Result;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Verifies and reads outside any unit of work, stores in one. */
final class ReceiveWebhookService implements ReceiveWebhook {

    private final InboundHooks hooks;
    private final WebhookInbox inbox;
    private final UnitOfWork units;
    private final ClockPort clock;

    ReceiveWebhookService(InboundHooks hooks, WebhookInbox inbox, UnitOfWork units, ClockPort clock) {
        this.hooks = hooks;
        this.inbox = inbox;
        this.units = units;
        this.clock = clock;
    }

    @Override
    public Answer receive(String vendor, String hookId, HookReader.Delivery delivery) {
        Optional<InboundHooks.Hook> found = units.onPlatform(() -> hooks.find(hookId))
                .filter(hook -> hook.reader().vendor().equals(vendor));
        if (found.isEmpty()) {
            return new Answer.UnknownHook();
        }
        InboundHooks.Hook hook = found.get();
        Instant now = clock.now();
        return switch (hook.reader().verify(delivery, hook.secrets(), now)) {
            case Result.Err<String, HookReader.Forgery>(var why) -> new Answer.Forged(why);
            case Result.Ok<String, HookReader.Forgery>(var eventKey) -> store(hook, eventKey, delivery.body(), now);
        };
    }

    private Answer store(InboundHooks.Hook hook, String eventKey, byte[] body, Instant now) {
        Feed feed = new Feed(hook.reader().vendor(), hook.client());
        List<Arrival> arrivals = read(hook, eventKey, body).stream()
                .map(content -> new Arrival(new Key(feed, keyOf(content, eventKey)), now, content))
                .toList();
        Set<Key> fresh = units.onPlatform(() -> inbox.store(arrivals));
        return fresh.isEmpty()
                ? new Answer.Duplicate()
                : new Answer.Accepted(fresh.stream().map(Key::key).sorted().toList());
    }

    private static String keyOf(Content content, String eventKey) {
        return switch (content) {
            case Content.Event(MailEvent event) -> event.key();
            case Content.Unreadable unreadable -> eventKey;
            case Content.Unknown unknown -> eventKey;
        };
    }

    private static List<Content> read(InboundHooks.Hook hook, String eventKey, byte[] body) {
        try {
            List<MailEvent> events = hook.reader().read(hook.client(), eventKey, body);
            return events.isEmpty()
                    ? List.of(new Content.Unknown(body))
                    : events.stream().<Content>map(Content.Event::new).toList();
        } catch (IllegalArgumentException unreadable) {
            return List.of(new Content.Unreadable(body, String.valueOf(unreadable.getMessage())));
        }
    }
}
