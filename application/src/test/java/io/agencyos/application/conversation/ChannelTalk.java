package io.agencyos.application.conversation;

import io.agencyos.application.conversation.inbox.ChannelEvent;
import io.agencyos.application.testing.Leadbook;
import io.agencyos.application.testing.Outreachbook;
import io.agencyos.application.testing.TouchMaker;
import io.agencyos.domain.lead.ContactPoints;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.outreach.NonDelivery;
import io.agencyos.domain.outreach.touch.Touch;
import io.agencyos.domain.outreach.touch.TouchOrigin;
import io.agencyos.domain.resource.seat.Seat;
import io.agencyos.domain.resource.seat.SeatAccount;
import io.agencyos.domain.resource.seat.SeatEvent;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.TouchKind;
import io.agencyos.domain.shared.contact.LinkedInUrl;
import io.agencyos.domain.shared.contact.PhoneNumber;
import io.agencyos.domain.shared.id.ResourceId;
import io.agencyos.domain.shared.id.SeatId;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A scenario whose leads also text and use LinkedIn: touches of these channels stand there as their senders leave them. */
final class ChannelTalk {

    static final String TEXTS = "fake-texts";
    static final String NETWORK = "fake-network";
    static final String POST = "fake-post";
    static final String HOUSE = "12 EXAMPLE STREET||SYDNEY|NSW|2000";
    static final String OURS = "+61491570110";
    static final String ACCOUNT = "acc_1";

    private final ConversationScenario scenario;
    private int numbers;

    public ChannelTalk(ConversationScenario scenario) {
        this.scenario = scenario;
    }

    /** A lead with its first e-mail sent, and with this number. */
    Lead contacted(String number) {
        return known(scenario.contacted(), number, null);
    }

    public Lead known(Lead lead, String number, @Nullable String slug) {
        return scenario.outreach().in(() -> {
            Lead now = scenario.outreach()
                    .on()
                    .world()
                    .leads()
                    .leads()
                    .find(lead.clientId(), lead.id())
                    .orElseThrow();
            ContactPoints contact = new ContactPoints(
                    now.contact().email(),
                    now.contact().emailStatus(),
                    new PhoneNumber(number),
                    slug == null ? null : LinkedInUrl.ofKey("in/" + slug).orElseThrow());
            return scenario.outreach()
                    .on()
                    .world()
                    .leads()
                    .leads()
                    .update(Leadbook.with(now, contact, now.poolPersonId(), now.externalId()));
        });
    }

    /** A vendor's reference; worlds that share a database have their own. */
    String ref(String name) {
        return name + "/" + scenario.outreach().client().text();
    }

    /** A touch whose call may be running: nobody knows yet whether it left. */
    Touch begun(Lead lead, TouchKind kind) {
        return added(maker(lead, kind)
                .by(kind == TouchKind.SMS ? TEXTS : NETWORK)
                .dispatching(scenario.outreach().now().plus(Duration.ofMinutes(2))));
    }

    /** A letter of which nobody knows yet whether it was ordered. */
    Touch letter(Lead lead) {
        return added(maker(lead, TouchKind.LETTER)
                .by(POST)
                .to(HOUSE)
                .dispatching(scenario.outreach().now().plus(Duration.ofMinutes(2))));
    }

    /** A text to this number that may have left. */
    Touch texted(Lead lead, String number) {
        return added(maker(lead, TouchKind.SMS)
                .by(TEXTS)
                .to(number)
                .dispatching(scenario.outreach().now().plus(Duration.ofMinutes(2))));
    }

    /** A call that may be under way. */
    Touch called(Lead lead, String vendor, String number) {
        return added(maker(lead, TouchKind.VOICE)
                .by(vendor)
                .to(number)
                .dispatching(scenario.outreach().now().plus(Duration.ofMinutes(2))));
    }

    /** Another call of the same step, to a line that was not taken before. */
    Touch calledAgain(Lead lead, String vendor, String number) {
        return added(maker(lead, TouchKind.VOICE)
                .origin(TouchOrigin.RETRY)
                .attempt(3)
                .by(vendor)
                .to(number)
                .dispatching(scenario.outreach().now().plus(Duration.ofMinutes(2))));
    }

    private TouchMaker maker(Lead lead, TouchKind kind) {
        return Outreachbook.touch(scenario.outreach().enrolment(lead))
                .kind(kind)
                .step(2);
    }

    private Touch added(TouchMaker maker) {
        Touch touch = maker.make();
        scenario.outreach().in(() -> scenario.outreach().on().stores().touches().insertNew(List.of(touch)));
        return touch;
    }

    /** One that its vendor took under this reference. */
    Touch sent(Lead lead, TouchKind kind, String ref) {
        Touch touch = begun(lead, kind);
        scenario.outreach()
                .in(() -> scenario.outreach()
                        .useCases()
                        .acceptEvidence()
                        .accepted(
                                lead.clientId(),
                                touch.id(),
                                ref,
                                scenario.outreach().now()));
        return touch;
    }

    /** A text that left from this number under this reference. */
    void sentFrom(Lead lead, ResourceId number, String ref) {
        Touch touch = added(maker(lead, TouchKind.SMS)
                .from(number, OURS)
                .by(TEXTS)
                .dispatching(scenario.outreach().now().plus(Duration.ofMinutes(2))));
        scenario.outreach()
                .in(() -> scenario.outreach()
                        .useCases()
                        .acceptEvidence()
                        .accepted(
                                lead.clientId(),
                                touch.id(),
                                ref,
                                scenario.outreach().now()));
    }

    Touch reread(Touch touch) {
        return scenario.outreach()
                .in(() -> scenario.outreach().on().stores().touches().findAll(touch.clientId(), List.of(touch.id())))
                .getFirst();
    }

    String key() {
        return "channel-event-" + ++numbers;
    }

    ChannelEvent.About text(@Nullable String ref, @Nullable String idempotencyKey, String theirs) {
        return new ChannelEvent.About(Channel.SMS, ref, idempotencyKey, OURS, theirs);
    }

    static ChannelEvent.About member(@Nullable String ref, @Nullable String theirs) {
        return new ChannelEvent.About(Channel.LINKEDIN, ref, null, ACCOUNT, theirs);
    }

    ChannelEvent.Received texted(String from, String words) {
        return texted(text(null, null, from), words);
    }

    ChannelEvent.Received texted(ChannelEvent.About about, String words) {
        return new ChannelEvent.Received(key(), scenario.outreach().now(), about, null, words, null);
    }

    ChannelEvent.OptedOut stop(String from) {
        return new ChannelEvent.OptedOut(key(), scenario.outreach().now(), text(null, null, from), "STOP");
    }

    ChannelEvent.Delivered delivered(String ref) {
        return new ChannelEvent.Delivered(
                key(), scenario.outreach().now(), new ChannelEvent.About(Channel.SMS, ref, null, null, null));
    }

    ChannelEvent.Undelivered lost(String ref, NonDelivery reason, boolean proven) {
        return new ChannelEvent.Undelivered(
                key(),
                scenario.outreach().now(),
                new ChannelEvent.About(Channel.SMS, ref, null, null, null),
                reason,
                proven);
    }

    ChannelEvent.Received wrote(String member, @Nullable String chat, String words) {
        return new ChannelEvent.Received(
                key(), ChannelEvent.UNTOLD, member("msg_" + key(), member), "Priya Raman", words, chat);
    }

    ChannelEvent.OwnMessage ours(@Nullable String ref, String member, String chat, String words) {
        return new ChannelEvent.OwnMessage(key(), ChannelEvent.UNTOLD, member(ref, member), words, chat);
    }

    ChannelEvent.Connected connected(String member, @Nullable String slug) {
        return new ChannelEvent.Connected(key(), ChannelEvent.UNTOLD, member(null, member), slug);
    }

    /** A seat of the client with the account that its events name. */
    Seat seat() {
        Seat asked = Seat.asked(
                new SeatId(UUID.randomUUID()),
                scenario.outreach().client(),
                null,
                ZoneId.of("Australia/Sydney"),
                scenario.outreach().now());
        return scenario.outreach().in(() -> {
            scenario.ground().seats().insert(asked);
            return scenario.ground()
                    .seats()
                    .update(asked.on(
                            new SeatEvent.Connected(account()),
                            scenario.outreach().now()));
        });
    }

    private static SeatAccount account() {
        return new SeatAccount(ACCOUNT, "Sam Okoro", null);
    }

    void tells(String vendor, ChannelEvent... events) {
        scenario.arrives(vendor, events);
        scenario.process();
    }

    void tells(ChannelEvent... events) {
        tells(TEXTS, events);
    }
}
