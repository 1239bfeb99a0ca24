package io.agencyos.application.conversation.event;

import io.agencyos.application.conversation.inbox.ChannelEvent;
import io.agencyos.application.conversation.inbox.WebhookInbox.Claimed;
import io.agencyos.application.conversation.inbox.WebhookInbox.Verdict;
import io.agencyos.application.conversation.reply.Desk;
import io.agencyos.application.conversation.reply.SaidMatch;
import io.agencyos.application.conversation.reply.Verdicts;
import io.agencyos.application.conversation.store.TaskBoard;
import io.agencyos.application.conversation.store.TouchOutcomes.Fact;
import io.agencyos.application.conversation.store.TouchOutcomes.Known;
import io.agencyos.application.outreach.store.ChannelAddresses;
import io.agencyos.application.outreach.store.NumberRests;
import io.agencyos.domain.client.Client;
import io.agencyos.domain.lead.ActivityAction;
import io.agencyos.domain.lead.ActivityActor;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.lead.LeadStatus;
import io.agencyos.domain.outreach.AddressState;
import io.agencyos.domain.outreach.DeliveryReport;
import io.agencyos.domain.outreach.DeliveryStatus;
import io.agencyos.domain.outreach.NonDelivery;
import io.agencyos.domain.outreach.touch.Touch;
import io.agencyos.domain.platform.Alert;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.contact.PhoneNumber;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.TaskId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Texts that did not arrive. Anybody who knows a hook's address could push such a report, so what would close a number is
 * asked of the sender first, outside any unit of work. Source: outreach 6.3, 9.5, clicksend 4.4, 5.2.
 */
final class ChannelTroubles {

    private static final String INVALID = "invalid_phone";

    private final Desk desk;
    private final SaidMatch match;
    private final ChannelFacts facts;

    ChannelTroubles(Desk desk) {
        this.desk = desk;
        this.match = new SaidMatch(desk);
        this.facts = new ChannelFacts(desk);
    }

    Verdict undelivered(Claimed claimed, ChannelEvent.Undelivered event) {
        ClientId client = claimed.key().feed().client();
        Optional<Known> touch = desk.inTenant(client, () -> match.touch(client, event.about()));
        if (touch.isEmpty()) {
            return settled(client, Verdicts.unmatched(claimed, desk.now()));
        }
        if (event.proven() || !event.reason().permanent()) {
            return lost(claimed, event.about(), touch.get(), event.reason());
        }
        return asked(claimed, event.about(), touch.get(), () -> later(claimed, "the sender says nothing of it yet"));
    }

    /** Where the sender has nothing to say of it either, it stays accepted. */
    Verdict untold(Claimed claimed, ChannelEvent.Untold event) {
        ClientId client = claimed.key().feed().client();
        return desk.inTenant(client, () -> match.touch(client, event.about()))
                .map(touch ->
                        asked(claimed, event.about(), touch, () -> settled(client, Verdicts.done(claimed, desk.now()))))
                .orElseGet(() -> settled(client, Verdicts.ignored(claimed, desk.now())));
    }

    /** What the sender itself says counts, whatever was pushed. */
    private Verdict asked(Claimed claimed, ChannelEvent.About about, Known touch, Supplier<Verdict> nothing) {
        ClientId client = claimed.key().feed().client();
        String vendor = claimed.key().feed().vendor();
        String ref = about.vendorRef();
        Optional<Result<Optional<DeliveryReport>, VendorFailure>> answer = ref == null
                ? Optional.empty()
                : desk.world().channels().sources().texts(vendor).map(sender -> sender.delivery(client, ref));
        return switch (answer.orElse(null)) {
            case null -> later(claimed, "nobody can be asked for this report");
            case Result.Err<Optional<DeliveryReport>, VendorFailure>(VendorFailure failure) ->
                later(claimed, failure.toString());
            case Result.Ok<Optional<DeliveryReport>, VendorFailure>(Optional<DeliveryReport> report) ->
                report.map(said -> said(claimed, about, touch, said)).orElseGet(nothing);
        };
    }

    private Verdict said(Claimed claimed, ChannelEvent.About about, Known touch, DeliveryReport report) {
        ClientId client = claimed.key().feed().client();
        return switch (report) {
            case DeliveryReport.OnItsWay onItsWay -> settled(client, Verdicts.done(claimed, desk.now()));
            case DeliveryReport.Delivered delivered ->
                desk.inTenant(client, () -> {
                    facts.proven(client, about, touch, at(claimed));
                    desk.stores().outcomes().fold(client, List.of(new Fact.Delivered(touch.id(), delivered.at())));
                    return settle(Verdicts.done(claimed, desk.now()));
                });
            case DeliveryReport.Undelivered lost -> lost(claimed, about, touch, lost.reason());
        };
    }

    private Verdict later(Claimed claimed, String why) {
        return settled(claimed.key().feed().client(), Verdicts.failed(claimed, why, desk.now()));
    }

    private Verdict lost(Claimed claimed, ChannelEvent.About about, Known known, NonDelivery reason) {
        ClientId client = claimed.key().feed().client();
        return desk.inTenant(client, () -> {
            Instant at = at(claimed);
            Known touch = facts.proven(client, about, known, at);
            desk.stores()
                    .outcomes()
                    .fold(client, List.of(new Fact.NotDelivered(touch.id(), at, DeliveryStatus.UNDELIVERED)));
            desk.world().leads().leads().find(client, touch.lead()).ifPresent(lead -> {
                boolean fresh = line(lead, touch, reason, at);
                if (fresh && reason == NonDelivery.FILTERED) {
                    filtered(client, touch);
                }
                if (reason == NonDelivery.CONTENT_REJECTED) {
                    review(lead, touch);
                }
                closed(reason).forEach(channel -> close(lead, channel, at));
                if (reason == NonDelivery.INVALID_NUMBER) {
                    outOfReach(lead);
                }
            });
            return settle(Verdicts.done(claimed, desk.now()));
        });
    }

    /** What nobody can be reached on any more: a dead number on both its channels, a line without texts on one. */
    private static Set<Channel> closed(NonDelivery reason) {
        return switch (reason) {
            case INVALID_NUMBER -> Set.of(Channel.SMS, Channel.VOICE);
            case UNSUPPORTED -> Set.of(Channel.SMS);
            case ABSENT, HANDSET_FULL, FILTERED, NETWORK, UNKNOWN_DELIVERY, CANCELLED, CONTENT_REJECTED, OTHER ->
                Set.of();
        };
    }

    private void close(Lead lead, Channel channel, Instant at) {
        PhoneNumber phone = lead.contact().phone();
        if (phone == null) {
            return;
        }
        desk.stores()
                .channels()
                .addresses()
                .put(
                        lead.clientId(),
                        new ChannelAddresses.Standing(
                                lead.id(), channel, phone.e164(), AddressState.INVALID, INVALID, at));
        desk.world().stop().closeChannel(lead.clientId(), lead.id(), channel, INVALID);
    }

    /** Of whom nothing but the number was known. */
    private void outOfReach(Lead lead) {
        if (lead.contact().email() != null || lead.contact().linkedIn() != null) {
            return;
        }
        desk.world()
                .leads()
                .leads()
                .findForUpdate(lead.clientId(), lead.id())
                .filter(found -> found.status().mayBounce())
                .ifPresent(
                        found -> desk.world().leads().leads().update(found.becoming(LeadStatus.BOUNCED, desk.now())));
    }

    private boolean line(Lead lead, Known touch, NonDelivery reason, Instant at) {
        return desk.world()
                .activities()
                .append(desk.activity(
                        lead.clientId(),
                        lead.id(),
                        touch,
                        ActivityAction.FAILED,
                        at,
                        ActivityAction.FAILED.wire() + ":" + touch.id().text(),
                        reason.name().toLowerCase(Locale.ROOT),
                        ActivityActor.VENDOR));
    }

    /** Carriers take the number for a spammer's: a third text in a day rests it. Source: clicksend 4.4. */
    private void filtered(ClientId client, Known touch) {
        Instant now = desk.now();
        ZoneId zone = desk.world().clients().find(client).map(Client::timezone).orElse(ZoneOffset.UTC);
        LocalDate today = LocalDate.ofInstant(now, zone);
        desk.world().channels().touches().findAll(client, List.of(touch.id())).stream()
                .map(Touch::resourceId)
                .filter(Objects::nonNull)
                .filter(number ->
                        desk.stores().channels().rests().filtered(client, number, today) == NumberRests.ENOUGH)
                .forEach(number -> {
                    Instant until = now.plus(NumberRests.REST);
                    desk.stores().channels().rests().rest(client, number, today, until);
                    desk.world()
                            .channels()
                            .alerts()
                            .raise(Alert.of(
                                    "number_filtered:" + client.text() + ":" + number.text(),
                                    Alert.Severity.WARNING,
                                    "texts",
                                    client,
                                    "Carriers filter the texts of a number; it rests for a week.",
                                    Map.of("number", number.text(), "until", until.toString()),
                                    now));
                });
    }

    /** The vendor's staff refused the words: somebody has to look at them before the step goes on. */
    private void review(Lead lead, Known touch) {
        desk.stores()
                .tasks()
                .open(List.of(new TaskBoard.Task(
                        new TaskId(desk.ids().next()),
                        lead.clientId(),
                        "content_review",
                        lead.id(),
                        touch.id(),
                        null,
                        null,
                        "The sender of texts refused these words. Change them.",
                        null,
                        TaskBoard.Status.OPEN,
                        "content_review:" + touch.id().text(),
                        null,
                        null,
                        desk.now())));
    }

    private Instant at(Claimed claimed) {
        return desk.clamped(claimed.event().at(), claimed.receivedAt());
    }

    private Verdict settle(Verdict verdict) {
        desk.stores().inbox().settle(List.of(verdict));
        return verdict;
    }

    private Verdict settled(ClientId client, Verdict verdict) {
        return desk.inTenant(client, () -> settle(verdict));
    }
}
