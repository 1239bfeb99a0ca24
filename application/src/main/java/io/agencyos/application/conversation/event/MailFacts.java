package io.agencyos.application.conversation.event;

import io.agencyos.application.conversation.inbox.MailEvent;
import io.agencyos.application.conversation.inbox.WebhookInbox.Claimed;
import io.agencyos.application.conversation.inbox.WebhookInbox.Verdict;
import io.agencyos.application.conversation.reply.Desk;
import io.agencyos.application.conversation.reply.Verdicts;
import io.agencyos.application.conversation.store.TouchOutcomes.Fact;
import io.agencyos.application.conversation.store.TouchOutcomes.Known;
import io.agencyos.domain.campaign.enrolment.DueDates;
import io.agencyos.domain.conversation.MachineRule;
import io.agencyos.domain.lead.Activity;
import io.agencyos.domain.lead.ActivityAction;
import io.agencyos.domain.lead.ActivityActor;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.TouchId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Sent, delivered, opened, clicked: many at once, as they come by the thousand. Source: outreach 8.7, api 10.2. */
public final class MailFacts {

    private final Desk desk;

    public MailFacts(Desk desk) {
        this.desk = desk;
    }

    /** Folds a client's facts in one unit of work together with their verdicts. */
    public List<Verdict> handle(ClientId client, List<Claimed> batch) {
        Set<TouchId> openedOften = new HashSet<>();
        List<Verdict> verdicts = desk.inTenant(client, () -> {
            Batch work = new Batch(client, batch);
            work.prove();
            batch.forEach(work::take);
            openedOften.addAll(crossed(work.facts, desk.stores().outcomes().fold(client, work.facts)));
            desk.world().activities().append(work.lines);
            desk.stores().inbox().settle(work.verdicts);
            return work.verdicts;
        });
        // runs are locked before what became of their messages, so not inside the unit that has just written that
        desk.world().adapt().openedOften(client, openedOften);
        return verdicts;
    }

    /** Those that these openings bring to the number that counts; each is named once. */
    private static Set<TouchId> crossed(List<Fact> facts, Map<TouchId, Integer> opened) {
        Map<TouchId, Long> now = facts.stream()
                .filter(Fact.Opened.class::isInstance)
                .collect(Collectors.groupingBy(Fact::touch, Collectors.counting()));
        return opened.entrySet().stream()
                .filter(one -> one.getValue() >= DueDates.OPENINGS_OF_INTEREST
                        && one.getValue() - now.getOrDefault(one.getKey(), 0L) < DueDates.OPENINGS_OF_INTEREST)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    static MailEvent.@Nullable About about(MailEvent event) {
        return switch (event) {
            case MailEvent.Sent sent -> sent.about();
            case MailEvent.Delivered delivered -> delivered.about();
            case MailEvent.Opened opened -> opened.about();
            case MailEvent.Clicked clicked -> clicked.about();
            case MailEvent.Bounced bounced -> bounced.about();
            case MailEvent.Complained complained -> complained.about();
            case MailEvent.OptedOut optedOut -> optedOut.about();
            case MailEvent.Dropped dropped -> dropped.about();
            case MailEvent.Received received -> null;
            case MailEvent.ReplyNotice notice -> null;
            case MailEvent.Noted noted -> null;
        };
    }

    private final class Batch {

        private final ClientId client;
        private final List<Claimed> batch;
        private final Instant now = desk.now();
        private final List<Fact> facts = new ArrayList<>();
        private final List<Activity> lines = new ArrayList<>();
        private final List<Verdict> verdicts = new ArrayList<>();
        private final Map<TouchId, Instant> deliveries = new HashMap<>();
        private final Map<TouchId, List<MachineRule.Click>> clicks = new HashMap<>();
        private Map<MailEvent.About, Known> known;

        private Batch(ClientId client, List<Claimed> batch) {
            this.client = client;
            this.batch = batch;
            this.known = named();
        }

        private Map<MailEvent.About, Known> named() {
            return desk.stores()
                    .outcomes()
                    .named(
                            client,
                            batch.stream()
                                    .map(claimed -> about(claimed.mail()))
                                    .filter(Objects::nonNull)
                                    .distinct()
                                    .toList());
        }

        /** An event about a touch whose call has no certain outcome proves that it was accepted. */
        private void prove() {
            boolean proven = false;
            for (Claimed claimed : batch) {
                Known touch = of(claimed);
                if (touch == null) {
                    continue;
                }
                Instant at = desk.clamped(claimed.mail().at(), claimed.receivedAt());
                if (touch.sentAt() == null) {
                    desk.world().evidence().accepted(client, touch.id(), reference(claimed.mail()), at);
                    proven = true;
                }
                if (claimed.mail() instanceof MailEvent.Delivered) {
                    deliveries.merge(touch.id(), at, MailFacts::earlier);
                }
                if (claimed.mail() instanceof MailEvent.Clicked(var key, var told, var about, var url, var agent)) {
                    clicks.computeIfAbsent(touch.id(), id -> new ArrayList<>()).add(new MachineRule.Click(at, url));
                }
            }
            if (proven) {
                known = named();
            }
        }

        private @Nullable Known of(Claimed claimed) {
            MailEvent.About about = about(claimed.mail());
            return about == null ? null : known.get(about);
        }

        private void take(Claimed claimed) {
            Known touch = of(claimed);
            if (touch == null) {
                verdicts.add(Verdicts.unmatched(claimed, now));
                return;
            }
            Instant at = desk.clamped(claimed.mail().at(), claimed.receivedAt());
            switch (claimed.mail()) {
                case MailEvent.Delivered delivered -> {
                    facts.add(new Fact.Delivered(touch.id(), at));
                    line(touch, ActivityAction.DELIVERED, at, null);
                }
                case MailEvent.Opened opened -> engaged(touch, at, opened.userAgent(), false, null);
                case MailEvent.Clicked clicked -> engaged(touch, at, clicked.userAgent(), true, clicked.url());
                default -> {
                    // sent: the proof above is all there is to it
                }
            }
            verdicts.add(Verdicts.done(claimed, now));
        }

        private void engaged(Known touch, Instant at, @Nullable String agent, boolean click, @Nullable String url) {
            Instant sent = touch.sentAt() == null ? at : touch.sentAt();
            Instant delivered = touch.deliveredAt() == null ? deliveries.get(touch.id()) : touch.deliveredAt();
            boolean machine = MachineRule.isMachine(at, sent, delivered, agent)
                    || click
                            && MachineRule.isBurst(
                                    new MachineRule.Click(at, url), clicks.getOrDefault(touch.id(), List.of()));
            if (machine) {
                return;
            }
            long minutes = MachineRule.minutesUntil(sent, at);
            facts.add(click ? new Fact.Clicked(touch.id(), at) : new Fact.Opened(touch.id(), at));
            line(touch, click ? ActivityAction.CLICKED : ActivityAction.OPENED, at, minutes + " min after sending");
        }

        private void line(Known touch, ActivityAction action, Instant at, @Nullable String detail) {
            lines.add(desk.activity(
                    client,
                    touch.lead(),
                    touch,
                    action,
                    at,
                    action.wire() + ":" + touch.id().text(),
                    detail,
                    action == ActivityAction.DELIVERED ? ActivityActor.VENDOR : ActivityActor.LEAD));
        }
    }

    static @Nullable String reference(MailEvent event) {
        if (event instanceof MailEvent.Sent(var key, var at, var about, var emailRef) && emailRef != null) {
            return emailRef;
        }
        MailEvent.About about = about(event);
        return about == null ? null : about.vendorRef();
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
