package io.agencyos.application.outreach.stop;

import io.agencyos.application.outreach.channel.SendOutcome;
import io.agencyos.application.outreach.channel.SmsCommand;
import io.agencyos.application.outreach.channel.SmsFrom;
import io.agencyos.application.outreach.channel.TextLines;
import io.agencyos.application.outreach.engine.Engine;
import io.agencyos.application.outreach.engine.Setting;
import io.agencyos.application.outreach.phone.TextPorts;
import io.agencyos.application.outreach.store.StopConfirmations;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.client.Client;
import io.agencyos.domain.outreach.calendar.Holidays;
import io.agencyos.domain.outreach.calendar.LeadPlace;
import io.agencyos.domain.outreach.calendar.LeadPlaces;
import io.agencyos.domain.outreach.calendar.SendCalendar;
import io.agencyos.domain.outreach.calendar.SendCalendars;
import io.agencyos.domain.resource.SendingNumber;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.Digests;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.TouchId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * No touch: nobody is contacted who did not just write. The mark is stored before the call, and a call of which nobody
 * knows the end is never made again.
 */
public final class ConfirmStopsService implements ConfirmStops {

    private static final Duration TRIED_AGAIN = Duration.ofMinutes(15);

    /** A confirmation that comes days later is a text that nobody asked for. */
    private static final Duration WORTH_IT = Duration.ofDays(3);

    private static final int KEY_HEX = 32;

    private final Engine engine;
    private final UnitOfWork units;
    private final TextPorts texts;
    private final StopConfirmations stops;

    public ConfirmStopsService(Engine engine, UnitOfWork units, TextPorts texts, StopConfirmations stops) {
        this.engine = engine;
        this.units = units;
        this.texts = texts;
        this.stops = stops;
    }

    /** One that may be called now. */
    private record Ready(StopConfirmations.Wanted wanted, TextLines.Line line, SmsCommand command) {}

    @Override
    public List<ClientId> due() {
        Instant now = engine.clock().now();
        return units.onPlatform(() -> stops.waiting(now));
    }

    @Override
    public int confirm(ClientId client, int limit) {
        Holidays holidays = engine.holidays();
        List<StopConfirmations.Wanted> looked = new ArrayList<>();
        List<Ready> ready = engine.inTenant(client, () -> begin(client, limit, holidays, looked));
        for (Ready one : ready) {
            SendOutcome outcome = one.line().sender().send(one.command());
            engine.inTenant(client, () -> {
                ended(one.wanted(), outcome);
                return null;
            });
        }
        return looked.size();
    }

    private List<Ready> begin(ClientId client, int limit, Holidays holidays, List<StopConfirmations.Wanted> looked) {
        Instant now = engine.clock().now();
        looked.addAll(stops.lockDue(client, now, limit));
        if (looked.isEmpty()) {
            return List.of();
        }
        Setting setting = engine.setting(client, Setting.Hold.READ, holidays, now);
        List<Ready> ready = new ArrayList<>();
        for (StopConfirmations.Wanted wanted : looked) {
            Optional<Instant> opens = opens(wanted, setting);
            if (opens.isEmpty() || opens.get().isAfter(wanted.askedAt().plus(WORTH_IT))) {
                stops.put(wanted, StopConfirmations.State.GIVEN_UP, now);
            } else if (opens.get().isAfter(now)) {
                stops.put(wanted, StopConfirmations.State.WANTED, opens.get());
            } else {
                begin(wanted, setting).ifPresent(ready::add);
            }
        }
        return ready;
    }

    /** Where somebody is whose number is all that is known, the law has to allow it everywhere at once. */
    private static Optional<Instant> opens(StopConfirmations.Wanted wanted, Setting setting) {
        LeadPlace place = LeadPlaces.resolve(
                null, LeadPlaces.Address.UNKNOWN, LeadPlaces.Address.UNKNOWN, wanted.theirs(), setting.zone());
        SendCalendar calendar =
                SendCalendars.reply(Channel.SMS, SendCalendars.Clocks.of(place, setting.zone()), setting.holidays());
        return calendar.nextOpening(setting.now());
    }

    private Optional<Ready> begin(StopConfirmations.Wanted wanted, Setting setting) {
        Instant now = setting.now();
        Optional<Ready> ready = line(wanted, setting)
                .flatMap(line -> setting.client().map(client -> new Ready(wanted, line, command(wanted, client))));
        boolean stopped = setting.client().map(Client::paused).orElse(false)
                || setting.switches().platform()
                || ready.filter(one ->
                                setting.switches().stops(Channel.SMS, one.line().vendor()))
                        .isPresent();
        if (stopped) {
            stops.put(wanted, StopConfirmations.State.WANTED, now.plus(TRIED_AGAIN));
            return Optional.empty();
        }
        stops.put(wanted, ready.isPresent() ? StopConfirmations.State.SENDING : StopConfirmations.State.GIVEN_UP, now);
        return ready;
    }

    private Optional<TextLines.Line> line(StopConfirmations.Wanted wanted, Setting setting) {
        return setting.numbers(texts.numbers()).stream()
                .filter(number -> number.number().equals(wanted.ours()))
                .findFirst()
                .flatMap((SendingNumber number) -> texts.lines().of(number));
    }

    private static SmsCommand command(StopConfirmations.Wanted wanted, Client client) {
        String subject = wanted.client().text() + "|" + wanted.theirs().e164() + "|stop";
        return new SmsCommand(
                wanted.client(),
                new TouchId(UUID.nameUUIDFromBytes(subject.getBytes(StandardCharsets.UTF_8))),
                "aos1-" + Digests.sha256Hex(subject).substring(0, KEY_HEX),
                new SmsFrom.Dedicated(wanted.ours()),
                wanted.theirs(),
                client.name() + ": you will get no more messages from us.");
    }

    private void ended(StopConfirmations.Wanted wanted, SendOutcome outcome) {
        Instant now = engine.clock().now();
        switch (outcome) {
            case SendOutcome.Accepted accepted -> stops.put(wanted, StopConfirmations.State.SENT, now);
            case SendOutcome.NotAccepted refused ->
                stops.put(wanted, StopConfirmations.State.WANTED, now.plus(TRIED_AGAIN));
            case SendOutcome.Rejected rejected -> stops.put(wanted, StopConfirmations.State.GIVEN_UP, now);
            case SendOutcome.Ambiguous unknown -> {
                // it stays marked as begun, and nobody makes that call again
            }
        }
    }
}
