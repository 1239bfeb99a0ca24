package io.agencyos.application.outreach.phone;

import io.agencyos.application.outreach.channel.CallLines;
import io.agencyos.application.outreach.channel.SendSemantics;
import io.agencyos.application.outreach.channel.VoiceCommand;
import io.agencyos.application.outreach.engine.CallDesk;
import io.agencyos.application.outreach.engine.ContactFacts;
import io.agencyos.application.outreach.engine.Handover;
import io.agencyos.application.outreach.engine.SenderDesk;
import io.agencyos.application.outreach.engine.Setting;
import io.agencyos.application.outreach.engine.TouchCase;
import io.agencyos.application.outreach.engine.TouchCases;
import io.agencyos.application.outreach.recording.CallBook;
import io.agencyos.application.outreach.store.OutreachStores;
import io.agencyos.application.outreach.store.Touches;
import io.agencyos.application.platform.usage.VendorMeter;
import io.agencyos.application.platform.usage.VendorMeter.Metered;
import io.agencyos.domain.campaign.enrolment.Enrolment;
import io.agencyos.domain.client.Client;
import io.agencyos.domain.client.Persona;
import io.agencyos.domain.content.KnowledgeBase;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.outreach.call.CallHealth;
import io.agencyos.domain.outreach.call.CallHolds;
import io.agencyos.domain.outreach.call.CallTerms;
import io.agencyos.domain.outreach.gate.Gate;
import io.agencyos.domain.outreach.touch.Touch;
import io.agencyos.domain.outreach.touch.TouchMachine;
import io.agencyos.domain.platform.usage.MeteredUnit;
import io.agencyos.domain.platform.usage.MicroAud;
import io.agencyos.domain.resource.SendingNumber;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.TouchKind;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.EnrolmentId;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.ResourceId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Calls by an assistant that says what it is, from the client's own number, to numbers that were washed, a few at a time.
 * Source: outreach 10.
 */
public final class VoiceOutlet extends NumberOutlet {

    /** A price follows the last hundred calls closely enough by the hour. */
    private static final Duration PRICED = Duration.ofHours(1);

    private static final Duration JUDGED = Duration.ofMinutes(5);

    private final OutreachStores stores;
    private final VoicePorts ports;
    private final Map<ClientId, Health> healths = new ConcurrentHashMap<>();
    private final Map<ClientId, Price> prices = new ConcurrentHashMap<>();

    public VoiceOutlet(OutreachStores stores, VoicePorts ports) {
        super(Channel.VOICE, ports.numbers(), ports.addresses());
        this.stores = stores;
        this.ports = ports;
    }

    @Override
    public Result<Touch.TouchContent, List<String>> write(TouchCase one, Setting setting) {
        return CallWriter.write(one, setting);
    }

    @Override
    public Result<Touch.TouchContent, List<String>> edited(
            TouchCase one, Setting setting, String subject, String body) {
        return CallWriter.edited(one, setting, body);
    }

    @Override
    boolean carries(SendingNumber number) {
        return ports.lines().of(number).isPresent();
    }

    @Override
    boolean isComplete(String body, TouchCase one, Setting setting) {
        return CallWriter.isComplete(body, one, setting);
    }

    @Override
    boolean isStale(String body, Setting setting) {
        return CallWriter.isStale(body, setting);
    }

    @Override
    public ContactFacts contacts(Gate gate, Setting setting, List<TouchCase> cases) {
        return PhoneFacts.read(
                Channel.VOICE, setting, cases, number -> true, ports.addresses(), ports.register(), stores.consents());
    }

    @Override
    public SenderDesk senders(Setting setting, Collection<Enrolment> enrolments) {
        List<SendingNumber> mine = numbers(setting);
        if (!mine.isEmpty()) {
            price(setting);
        }
        Resting resting = new Resting(setting, mine);
        return new CallSenders(
                new NumberSenders(stores.touches(), setting, TouchKind.VOICE, mine, enrolments, resting::numbers),
                sender -> resting.numbers().contains(sender),
                campaign -> resting.holds().rests(campaign),
                () -> ports.calls()
                        .running(setting.id(), setting.now().minus(ports.terms().longest())));
    }

    /** Whether an e-mail went before is asked once for all: a message on a machine may refer to one that was sent. */
    @Override
    public CallDesk calls(Setting setting, List<TouchCase> cases) {
        Map<LeadId, Touches.ContactHistory> histories = stores.touches()
                .history(
                        setting.id(),
                        cases.stream()
                                .map(one -> one.touch().leadId())
                                .distinct()
                                .toList(),
                        setting.now().minus(TouchCases.REMEMBERED));
        Map<LeadId, KnowledgeBase> written = ports.knowledge()
                .valid(
                        setting.id(),
                        cases.stream()
                                .map(one -> one.touch().leadId())
                                .distinct()
                                .toList(),
                        setting.now());
        return one -> line(
                        one,
                        setting,
                        mailed(histories, one),
                        Optional.ofNullable(written.get(one.touch().leadId())))
                .map(line -> line);
    }

    @Override
    public Map<EnrolmentId, CallBook.Wish> wishes(ClientId client, Collection<EnrolmentId> runs) {
        return runs.isEmpty() ? Map.of() : ports.calls().wishes(client, runs);
    }

    /** As long as a call may be, at what the client's minutes cost lately; how long it was the report says. Source: vapi 5. */
    @Override
    public Optional<VendorMeter.Metered> metered(Touch touch) {
        int minutes = ports.terms().mostMinutes();
        return Optional.of(Optional.ofNullable(prices.get(touch.clientId()))
                .map(price -> new Metered(
                        MeteredUnit.MINUTE, minutes, price.perMinute().times(minutes), false))
                .orElseGet(() -> Metered.usual(MeteredUnit.MINUTE, minutes, false)));
    }

    /** What rests, asked once and only where somebody wants to call. */
    private final class Resting {

        private final Setting setting;
        private final List<SendingNumber> mine;
        private @Nullable CallHolds known;

        Resting(Setting setting, List<SendingNumber> mine) {
            this.setting = setting;
            this.mine = mine;
        }

        CallHolds holds() {
            CallHolds asked = known;
            if (asked == null) {
                Instant now = setting.now();
                asked = CallHolds.of(ports.calls().failedSince(setting.id(), now.minus(CallHolds.LONGEST)), now);
                known = asked;
            }
            return asked;
        }

        Set<ResourceId> numbers() {
            CallHolds asked = holds();
            CallHealth health = health(setting);
            return mine.stream()
                    .filter(number -> asked.rests(number.number()) || health.rests(number.number()))
                    .map(SendingNumber::id)
                    .collect(Collectors.toSet());
        }
    }

    /** As it was a few minutes ago: what it counts takes days. */
    private CallHealth health(Setting setting) {
        return healths.compute(
                        setting.id(),
                        (client, known) -> known != null && known.holds(setting.now())
                                ? known
                                : new Health(
                                        CallHealth.of(
                                                ports.calls().newest(client, CallHealth.JUDGED),
                                                ports.calls()
                                                        .answered(
                                                                client,
                                                                setting.now().minus(CallHealth.NUMBER_RESTS)),
                                                setting.now()),
                                        setting.now()))
                .health();
    }

    private record Health(CallHealth health, Instant at) {

        boolean holds(Instant now) {
            return !now.isBefore(at) && now.isBefore(at.plus(JUDGED));
        }
    }

    private void price(Setting setting) {
        prices.compute(
                setting.id(),
                (client, known) -> known != null && known.holds(setting.now())
                        ? known
                        : new Price(
                                ports.terms().perMinute(ports.calls().lately(client, CallTerms.AVERAGED)),
                                setting.now()));
    }

    /** What a begun minute of a client is expected to cost, as it was known then. */
    private record Price(MicroAud perMinute, Instant at) {

        boolean holds(Instant now) {
            return !now.isBefore(at) && now.isBefore(at.plus(PRICED));
        }
    }

    private static boolean mailed(Map<LeadId, Touches.ContactHistory> histories, TouchCase one) {
        return histories
                .getOrDefault(one.touch().leadId(), Touches.ContactHistory.NONE)
                .lastByChannel()
                .containsKey(Channel.EMAIL);
    }

    private Optional<VoiceLine> line(TouchCase one, Setting setting, boolean mailed, Optional<KnowledgeBase> written) {
        Optional<Client> client = setting.client();
        return number(one.touch(), setting)
                .flatMap(number -> ports.lines()
                        .of(number)
                        .flatMap(line -> client.map(caller -> new VoiceLine(
                                number, line, caller, setting.persona(), one.lead(), written, mailed, ports.terms()))));
    }

    @Override
    public Duration settleDelay(Touch touch, Setting setting) {
        return number(touch, setting)
                .flatMap(number -> ports.lines()
                        .of(number)
                        .map(line -> line.caller().semanticsOf(Dial.command(touch, number, "", Map.of()))))
                .map(SendSemantics::settleDelay)
                .orElse(TouchMachine.LEASE);
    }

    private record VoiceLine(
            SendingNumber from,
            CallLines.Line by,
            Client client,
            Optional<Persona> persona,
            @Nullable Lead lead,
            Optional<KnowledgeBase> written,
            boolean mailed,
            CallTerms terms)
            implements CallDesk.Line {

        @Override
        public String vendor() {
            return by.vendor();
        }

        @Override
        public Handover handover(TouchCase started, String slot, Instant begun) {
            Touch touch = started.touch();
            String text = Objects.requireNonNull(touch.content(), "a committed call has its words")
                    .body();
            String name = lead == null ? "" : CallScripts.name(lead);
            Map<String, String> facts = lead == null
                    ? Map.of()
                    : CallWriter.Spoken.of(text)
                            .map(spoken -> CallScripts.facts(spoken, lead, client, persona, written, mailed))
                            .orElseThrow(() -> new IllegalStateException("words without an opening"));
            VoiceCommand command = Dial.command(touch, from, name, facts);
            int seconds = terms.longestSeconds(begun, started.calendar().closes(begun));
            return new Dial(
                    by,
                    CallScripts.assistant(touch.campaignId(), client, persona, terms.longestSeconds()),
                    seconds < terms.longestSeconds() ? command.atMost(seconds) : command,
                    text);
        }
    }
}
