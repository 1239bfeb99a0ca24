package io.agencyos.application.outreach.phone;

import io.agencyos.application.outreach.channel.SmsCommand;
import io.agencyos.application.outreach.channel.SmsFrom;
import io.agencyos.application.outreach.channel.TextLines;
import io.agencyos.application.outreach.engine.CallDesk;
import io.agencyos.application.outreach.engine.ContactFacts;
import io.agencyos.application.outreach.engine.Handover;
import io.agencyos.application.outreach.engine.SenderDesk;
import io.agencyos.application.outreach.engine.Setting;
import io.agencyos.application.outreach.engine.TouchCase;
import io.agencyos.application.outreach.store.OutreachStores;
import io.agencyos.application.platform.usage.VendorMeter;
import io.agencyos.application.platform.usage.VendorMeter.Metered;
import io.agencyos.domain.campaign.enrolment.Enrolment;
import io.agencyos.domain.client.Client;
import io.agencyos.domain.client.TestMode;
import io.agencyos.domain.content.SmsLength;
import io.agencyos.domain.outreach.gate.Gate;
import io.agencyos.domain.outreach.touch.Touch;
import io.agencyos.domain.outreach.touch.TouchMachine;
import io.agencyos.domain.platform.usage.MeteredUnit;
import io.agencyos.domain.resource.SendingNumber;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.TouchKind;
import io.agencyos.domain.shared.contact.PhoneNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Texts: one segment, from a number that can be answered, to mobiles that were washed. Source: outreach 9. */
public final class TextOutlet extends NumberOutlet {

    private final OutreachStores stores;
    private final TextPorts ports;

    public TextOutlet(OutreachStores stores, TextPorts ports) {
        super(Channel.SMS, ports.numbers(), ports.addresses());
        this.stores = stores;
        this.ports = ports;
    }

    @Override
    public Result<Touch.TouchContent, List<String>> write(TouchCase one, Setting setting) {
        return TextWriter.write(one, setting);
    }

    @Override
    public Result<Touch.TouchContent, List<String>> edited(
            TouchCase one, Setting setting, String subject, String body) {
        return TextWriter.edited(one, setting, body);
    }

    @Override
    public List<String> addedLines(Client client) {
        return List.of(TextWriter.OPT_OUT);
    }

    @Override
    boolean carries(SendingNumber number) {
        return ports.lines().of(number).isPresent();
    }

    @Override
    boolean isComplete(String body, TouchCase one, Setting setting) {
        return TextWriter.isComplete(body, one, setting);
    }

    @Override
    public ContactFacts contacts(Gate gate, Setting setting, List<TouchCase> cases) {
        return PhoneFacts.read(
                Channel.SMS,
                setting,
                cases,
                PhoneNumber::canReceiveSms,
                ports.addresses(),
                ports.register(),
                stores.consents());
    }

    @Override
    public SenderDesk senders(Setting setting, Collection<Enrolment> enrolments) {
        return new NumberSenders(
                stores.touches(),
                setting,
                TouchKind.SMS,
                numbers(setting),
                enrolments,
                () -> ports.rests().resting(setting.id(), setting.now()));
    }

    @Override
    public CallDesk calls(Setting setting, List<TouchCase> cases) {
        return one -> line(one.touch(), setting).map(line -> line);
    }

    @Override
    public Optional<VendorMeter.Metered> metered(Touch touch) {
        return Optional.ofNullable(touch.content())
                .map(content -> Metered.usual(
                        MeteredUnit.SEGMENT, SmsLength.of(content.body()).segments(), true));
    }

    private Optional<TextLine> line(Touch touch, Setting setting) {
        return number(touch, setting)
                .flatMap(number -> ports.lines().of(number).map(line -> new TextLine(number, line)));
    }

    @Override
    public Duration settleDelay(Touch touch, Setting setting) {
        return line(touch, setting)
                .map(line -> line.handover(touch).semantics().settleDelay())
                .orElse(TouchMachine.LEASE);
    }

    private record TextLine(SendingNumber from, TextLines.Line by) implements CallDesk.Line {

        @Override
        public String vendor() {
            return by.vendor();
        }

        @Override
        public Handover handover(TouchCase started, String slot, Instant begun) {
            return handover(started.touch());
        }

        Handover handover(Touch touch) {
            String text = text(touch);
            SmsCommand command = new SmsCommand(
                    touch.clientId(),
                    touch.id(),
                    touch.idempotencyKey(),
                    new SmsFrom.Dedicated(from.number()),
                    new PhoneNumber(touch.goesTo().orElseThrow()),
                    text);
            return Handover.of(by.vendor(), by.sender(), command, text);
        }

        private static String text(Touch touch) {
            String body = Objects.requireNonNull(touch.content(), "a committed touch has a text")
                    .body();
            return touch.isRedirected()
                    ? TestMode.marked(body, marked -> SmsLength.of(marked).segments() == 1)
                    : body;
        }
    }
}
