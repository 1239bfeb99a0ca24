package io.agencyos.application.conversation;

import io.agencyos.application.conversation.inbox.HookReader;
import io.agencyos.application.conversation.inbox.InboundEvent;
import io.agencyos.application.conversation.inbox.InboundHooks;
import io.agencyos.application.conversation.inbox.WebhookInbox;
import io.agencyos.application.conversation.inbox.WebhookInbox.Arrival;
import io.agencyos.application.conversation.inbox.WebhookInbox.Content;
import io.agencyos.application.conversation.inbox.WebhookInbox.Feed;
import io.agencyos.application.conversation.inbox.WebhookInbox.Key;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.ConcurrentUpdate;
import io.agencyos.application.shared.Together;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.shared.Result;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Verifies and reads outside any unit of work, by the hook as it was known last; stores in one unit that also looks
 * whether the hook still is what it was known to be. So a hook that is changed or switched off counts at once, in every
 * process, and an event costs one transaction at most: deliveries that come at the same time share theirs.
 */
final class ReceiveWebhookService implements ReceiveWebhook {

    /** A hook changes once in months; that it does so between two looks, and again, does not happen. */
    private static final int LOOKS = 3;

    /** Of one round; one at a time, for what comes meanwhile shares the next one's trips and its commit. */
    private static final int MOST = 100;

    private static final Duration NOTED_EVERY = Duration.ofMinutes(1);

    private final InboundHooks hooks;
    private final WebhookInbox inbox;
    private final UnitOfWork units;
    private final ClockPort clock;
    /** Only hooks that exist get in here. */
    private final Map<String, InboundHooks.Hook> known = new ConcurrentHashMap<>();
    /** When it is next worth noting that a hook brought something. */
    private final Map<String, Instant> heard = new ConcurrentHashMap<>();

    private final HookPace pace = new HookPace();

    private final Together<Verified, Optional<Answer>> stored = new Together<>(MOST, this::store);

    /** A delivery that is believed as long as its hook is still this one. */
    private record Verified(String hookId, InboundHooks.Hook hook, List<Arrival> arrivals) {

        boolean standsBy(Map<String, InboundHooks.Hook> present) {
            InboundHooks.Hook now = present.get(hookId);
            return now != null && hook.isStill(now);
        }
    }

    ReceiveWebhookService(InboundHooks hooks, WebhookInbox inbox, UnitOfWork units, ClockPort clock) {
        this.hooks = hooks;
        this.inbox = inbox;
        this.units = units;
        this.clock = clock;
    }

    @Override
    public Answer receive(String vendor, String hookId, HookReader.Delivery delivery) {
        InboundHooks.Hook last = known.get(hookId);
        return Optional.ofNullable(last)
                .flatMap(hook -> accepted(vendor, hookId, hook, delivery))
                .orElseGet(() -> anew(vendor, hookId, delivery));
    }

    /** What a hook known from before cannot accept may still be right by what it is now. */
    private Optional<Answer> accepted(
            String vendor, String hookId, InboundHooks.Hook hook, HookReader.Delivery delivery) {
        return answer(vendor, hookId, hook, delivery).filter(answer -> switch (answer) {
            case Answer.Accepted accepted -> true;
            case Answer.Duplicate duplicate -> true;
            case Answer.UnknownHook unknown -> false;
            case Answer.Forged forged -> false;
        });
    }

    private Answer anew(String vendor, String hookId, HookReader.Delivery delivery) {
        for (int look = 0; look < LOOKS; look++) {
            Optional<InboundHooks.Hook> found = units.onPlatform(() -> hooks.find(hookId));
            if (found.isEmpty()) {
                known.remove(hookId);
                return new Answer.UnknownHook();
            }
            known.put(hookId, found.get());
            Optional<Answer> answer = answer(vendor, hookId, found.get(), delivery);
            if (answer.isPresent()) {
                return answer.get();
            }
        }
        throw new ConcurrentUpdate("a hook");
    }

    /** Empty when the hook is no more what it was known to be. */
    private Optional<Answer> answer(
            String vendor, String hookId, InboundHooks.Hook hook, HookReader.Delivery delivery) {
        if (!hook.reader().vendor().equals(vendor)) {
            return Optional.of(new Answer.UnknownHook());
        }
        Instant now = clock.now();
        if (!hook.reader().expects(hook.client(), delivery, now)) {
            return Optional.of(new Answer.UnknownHook());
        }
        return switch (hook.reader().verify(delivery, hook.secrets(), now)) {
            case Result.Err<String, HookReader.Forgery>(var why) -> Optional.of(new Answer.Forged(why));
            case Result.Ok<String, HookReader.Forgery>(var eventKey) ->
                stored.ask(new Verified(hookId, hook, arrivals(hookId, hook, eventKey, delivery.body(), now)))
                        .map(answer -> asking(answer, hook, delivery.body()));
        };
    }

    private static Answer asking(Answer answer, InboundHooks.Hook hook, byte[] body) {
        return switch (answer) {
            case Answer.Accepted(List<String> keys, var none) -> new Answer.Accepted(keys, asked(hook, body));
            case Answer.Duplicate(var none) -> new Answer.Duplicate(asked(hook, body));
            case Answer.UnknownHook unknown -> unknown;
            case Answer.Forged forged -> forged;
        };
    }

    private static Optional<AnswerLive.Asked> asked(InboundHooks.Hook hook, byte[] body) {
        return hook.reader()
                .question(body)
                .map(question -> new AnswerLive.Asked(hook.client(), hook.reader(), question));
    }

    /** Deliveries of one moment in one unit. Empty for those whose hook is no more what it was known to be. */
    private List<Optional<Answer>> store(List<Verified> deliveries) {
        return units.onPlatform(() -> {
            Map<String, InboundHooks.Hook> present =
                    hooks.findAll(deliveries.stream().map(Verified::hookId).collect(Collectors.toSet()));
            Map<Key, Arrival> arrivals = new LinkedHashMap<>();
            deliveries.stream()
                    .filter(delivery -> delivery.standsBy(present))
                    .flatMap(delivery -> delivery.arrivals().stream())
                    .forEach(arrival -> arrivals.putIfAbsent(arrival.key(), arrival));
            Set<Key> fresh = new HashSet<>(inbox.store(arrivals.values()));
            noted(deliveries, present);
            return deliveries.stream()
                    .map(delivery -> Optional.of(delivery)
                            .filter(one -> one.standsBy(present))
                            .map(one -> told(one.arrivals(), fresh)))
                    .toList();
        });
    }

    /** Once a minute is often enough to see that a hook is alive. */
    private void noted(List<Verified> deliveries, Map<String, InboundHooks.Hook> present) {
        Instant now = clock.now();
        Set<String> due = deliveries.stream()
                .filter(delivery -> delivery.standsBy(present))
                .map(Verified::hookId)
                .filter(id -> !now.isBefore(heard.getOrDefault(id, Instant.MIN)))
                .collect(Collectors.toSet());
        if (!due.isEmpty()) {
            hooks.heard(due, now);
            due.forEach(id -> heard.put(id, now.plus(NOTED_EVERY)));
        }
    }

    /** What is in two deliveries of one moment was new in the first of them only. */
    private static Answer told(List<Arrival> arrivals, Set<Key> fresh) {
        List<String> mine = arrivals.stream()
                .map(Arrival::key)
                .filter(fresh::remove)
                .map(Key::key)
                .sorted()
                .toList();
        return mine.isEmpty() ? new Answer.Duplicate(Optional.empty()) : new Answer.Accepted(mine, Optional.empty());
    }

    private List<Arrival> arrivals(String hookId, InboundHooks.Hook hook, String eventKey, byte[] body, Instant now) {
        Feed feed = new Feed(hook.reader().vendor(), hook.client());
        return read(hook, eventKey, body).stream()
                .map(content -> Arrival.pushed(
                        new Key(feed, keyOf(content, eventKey)), now, content, yields(hookId, content, now)))
                .toList();
    }

    /** A flood waits behind everybody else's events; what a person said keeps its turn, for it may be a stop. */
    private boolean yields(String hookId, Content content, Instant now) {
        boolean above = pace.isAbove(hookId, now);
        return above && content instanceof Content.Event(InboundEvent event) && ProcessInboxService.isFact(event);
    }

    private static String keyOf(Content content, String eventKey) {
        return switch (content) {
            case Content.Event(InboundEvent event) -> event.key();
            case Content.Unreadable unreadable -> eventKey;
            case Content.Unknown unknown -> eventKey;
        };
    }

    private static List<Content> read(InboundHooks.Hook hook, String eventKey, byte[] body) {
        try {
            List<? extends InboundEvent> events = hook.reader().read(hook.client(), eventKey, body);
            return events.isEmpty()
                    ? List.of(new Content.Unknown(body))
                    : events.stream().<Content>map(Content.Event::new).toList();
        } catch (IllegalArgumentException unreadable) {
            return List.of(new Content.Unreadable(body, String.valueOf(unreadable.getMessage())));
        }
    }
}
