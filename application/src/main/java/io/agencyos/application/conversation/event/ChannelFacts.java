package io.agencyos.application.conversation.event;

import io.agencyos.application.conversation.inbox.ChannelEvent;
import io.agencyos.application.conversation.inbox.MailEvent;
import io.agencyos.application.conversation.inbox.WebhookInbox.Claimed;
import io.agencyos.application.conversation.inbox.WebhookInbox.Verdict;
import io.agencyos.application.conversation.reply.Desk;
import io.agencyos.application.conversation.reply.SaidMatch;
import io.agencyos.application.conversation.reply.Verdicts;
import io.agencyos.application.conversation.store.TouchOutcomes.Fact;
import io.agencyos.application.conversation.store.TouchOutcomes.Known;
import io.agencyos.domain.lead.Activity;
import io.agencyos.domain.lead.ActivityAction;
import io.agencyos.domain.lead.ActivityActor;
import io.agencyos.domain.shared.TouchKind;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.TouchId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Texts and calls that left or arrived, many at once: each proves that its touch was accepted, wherever that stands.
 * Source: outreach 4.5 evidence, 9.5, api 10.2.
 */
final class ChannelFacts {

    private final Desk desk;
    private final ReachedNumbers reached;

    ChannelFacts(Desk desk) {
        this.desk = desk;
        this.reached = new ReachedNumbers(desk);
    }

    /** Folds a client's facts in one unit of work together with their verdicts. */
    List<Verdict> handle(ClientId client, List<Claimed> batch) {
        return desk.inTenant(client, () -> {
            Map<MailEvent.About, Known> known = proven(client, batch, named(client, batch));
            Instant now = desk.now();
            List<Fact> facts = new ArrayList<>();
            List<Activity> lines = new ArrayList<>();
            Set<TouchId> texts = new LinkedHashSet<>();
            List<Verdict> verdicts = new ArrayList<>();
            for (Claimed claimed : batch) {
                Known touch = known.get(name(claimed));
                if (touch != null && claimed.event() instanceof ChannelEvent.Delivered) {
                    Instant at = at(claimed);
                    facts.add(new Fact.Delivered(touch.id(), at));
                    lines.add(delivered(client, touch, at));
                    if (touch.kind() == TouchKind.SMS) {
                        texts.add(touch.id());
                    }
                }
                verdicts.add(touch == null ? Verdicts.unmatched(claimed, now) : Verdicts.done(claimed, now));
            }
            desk.stores().outcomes().fold(client, facts);
            desk.world().activities().append(lines);
            reached.tell(client, texts);
            desk.stores().inbox().settle(verdicts);
            return verdicts;
        });
    }

    private Map<MailEvent.About, Known> named(ClientId client, List<Claimed> batch) {
        return desk.stores()
                .outcomes()
                .named(client, batch.stream().map(ChannelFacts::name).distinct().toList());
    }

    /** What is named once every touch that was not certain is. */
    private Map<MailEvent.About, Known> proven(
            ClientId client, List<Claimed> batch, Map<MailEvent.About, Known> known) {
        boolean news = false;
        for (Claimed claimed : batch) {
            Known touch = known.get(name(claimed));
            if (touch != null && touch.sentAt() == null) {
                desk.world()
                        .evidence()
                        .accepted(client, touch.id(), name(claimed).vendorRef(), at(claimed));
                news = true;
            }
        }
        return news ? named(client, batch) : known;
    }

    /** The touch once it is certain that it left; the same where it was. */
    Known proven(ClientId client, ChannelEvent.About about, Known touch, Instant at) {
        if (touch.sentAt() != null) {
            return touch;
        }
        MailEvent.About name = SaidMatch.name(about);
        desk.world().evidence().accepted(client, touch.id(), about.vendorRef(), at);
        return desk.stores().outcomes().named(client, List.of(name)).getOrDefault(name, touch);
    }

    private Activity delivered(ClientId client, Known touch, Instant at) {
        return desk.activity(
                client,
                touch.lead(),
                touch,
                ActivityAction.DELIVERED,
                at,
                ActivityAction.DELIVERED.wire() + ":" + touch.id().text(),
                null,
                ActivityActor.VENDOR);
    }

    private Instant at(Claimed claimed) {
        return desk.clamped(claimed.event().at(), claimed.receivedAt());
    }

    private static MailEvent.About name(Claimed claimed) {
        return SaidMatch.name(claimed.ofChannel().about());
    }
}
