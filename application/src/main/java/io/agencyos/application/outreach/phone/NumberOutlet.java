package io.agencyos.application.outreach.phone;

import io.agencyos.application.outreach.engine.Outlet;
import io.agencyos.application.outreach.engine.Setting;
import io.agencyos.application.outreach.engine.TouchCase;
import io.agencyos.application.outreach.store.ChannelAddresses;
import io.agencyos.application.resource.SendingNumbers;
import io.agencyos.domain.outreach.AddressState;
import io.agencyos.domain.outreach.gate.GateFacts;
import io.agencyos.domain.outreach.touch.Touch;
import io.agencyos.domain.resource.SendingNumber;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.contact.PhoneNumber;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.ResourceId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What texts and calls have in common: both go from the client's own numbers to the lead's telephone. Source: outreach 9, 10. */
abstract class NumberOutlet extends Outlet {

    private final SendingNumbers numbers;
    private final ChannelAddresses addresses;

    NumberOutlet(Channel channel, SendingNumbers numbers, ChannelAddresses addresses) {
        super(channel);
        this.numbers = numbers;
        this.addresses = addresses;
    }

    /** Whether this channel has a vendor who carries the number. */
    abstract boolean carries(SendingNumber number);

    private GateFacts.Content.Standing standing(Touch.TouchContent content, Setting setting) {
        if (!content.qaPassed()) {
            return GateFacts.Content.Standing.QA_FAILED;
        }
        return isStale(content.body(), setting) ? GateFacts.Content.Standing.STALE : GateFacts.Content.Standing.READY;
    }

    /** Whether it has to be written anew, as the client says more of itself by now (check 38). */
    boolean isStale(String body, Setting setting) {
        return false;
    }

    /** Whether the words say everything that the law asks of them. */
    abstract boolean isComplete(String body, TouchCase one, Setting setting);

    @Override
    public final GateFacts.Content content(TouchCase one, Setting setting) {
        Touch.TouchContent content = one.touch().content();
        return content == null
                ? new GateFacts.Content(GateFacts.Content.Standing.MISSING, true, true)
                : new GateFacts.Content(
                        standing(content, setting), isComplete(content.body(), one, setting), recipientCurrent(one));
    }

    @Override
    public final Optional<String> recipient(TouchCase one) {
        return PhoneFacts.phone(one).map(PhoneNumber::e164);
    }

    @Override
    public final Optional<String> writtenFor(TouchCase one) {
        return recipient(one);
    }

    /** The client's numbers that this channel can use. */
    final List<SendingNumber> numbers(Setting setting) {
        return setting.numbers(numbers).stream().filter(this::carries).toList();
    }

    /** The one that the touch was committed to; empty where it is gone. */
    final Optional<SendingNumber> number(Touch touch, Setting setting) {
        return numbers(setting).stream()
                .filter(number -> number.id().equals(touch.resourceId()))
                .findFirst();
    }

    @Override
    public final Optional<String> shown(ResourceId sender, Setting setting) {
        return numbers(setting).stream()
                .filter(number -> number.id().equals(sender))
                .map(number -> number.number().e164())
                .findFirst();
    }

    @Override
    public final SentAs sentAs(Touch touch, Setting setting) {
        return SentAs.NAMELESS;
    }

    @Override
    public final void used(ClientId client, Collection<ResourceId> senders, Instant at) {
        numbers.markUsed(client, senders, at);
    }

    @Override
    public final void unreachable(Touch touch, Instant now) {
        String number = touch.recipient();
        if (number != null) {
            addresses.put(
                    touch.clientId(),
                    new ChannelAddresses.Standing(
                            touch.leadId(), channel(), number, AddressState.INVALID, "recipient_rejected", now));
        }
    }
}
