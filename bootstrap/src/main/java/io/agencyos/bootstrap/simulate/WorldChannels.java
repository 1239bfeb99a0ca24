package io.agencyos.bootstrap.simulate;

import io.agencyos.adapters.out.dncr.RegisterFiles;
import io.agencyos.application.outreach.recording.CallArchive;
import io.agencyos.application.outreach.recording.CallBook;
import io.agencyos.application.outreach.store.ChannelAddresses;
import io.agencyos.application.outreach.store.ContactRefs;
import io.agencyos.application.outreach.store.PostBook;
import io.agencyos.application.outreach.store.ReplyFeedBook;
import io.agencyos.application.outreach.suppression.Consents;
import io.agencyos.application.outreach.wash.PhoneWashes;
import io.agencyos.application.outreach.wash.WashPorts;
import io.agencyos.application.outreach.wash.WashUseCases;
import io.agencyos.application.platform.Alerts;
import io.agencyos.application.resource.SendingNumbers;
import io.agencyos.application.resource.seat.SeatConnections;
import io.agencyos.application.resource.seat.SeatLinking;
import io.agencyos.application.resource.seat.SeatPorts;
import io.agencyos.application.resource.seat.SeatTries;
import io.agencyos.application.resource.seat.SeatUsage;
import io.agencyos.application.resource.seat.SeatUseCases;
import io.agencyos.application.resource.seat.Seats;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.IdSource;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.resource.SendingNumber;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What a world keeps for texts, LinkedIn, calls and letters.
 *
 * @param lend gives a client a number
 */
record WorldChannels(
        SendingNumbers numbers,
        Consumer<SendingNumber> lend,
        ChannelAddresses addresses,
        PostBook post,
        Seats seats,
        SeatConnections connections,
        SeatUsage usage,
        ContactRefs refs,
        CallBook calls,
        CallArchive archive,
        PhoneWashes washes,
        Consents consents,
        ReplyFeedBook feeds,
        Alerts alerts) {

    /** The use cases of seats, on these transactions. */
    SeatUseCases seatUseCases(
            WorldStores stores, Optional<SeatLinking> linking, UnitOfWork units, ClockPort clock, IdSource ids) {
        SeatPorts ports = new SeatPorts(
                seats,
                connections,
                usage,
                SeatTries.NONE,
                stores.clients(),
                alerts,
                stores.events(),
                stores.audit(),
                linking,
                client -> Optional.empty(),
                Optional.empty());
        return new SeatUseCases(ports, units, clock, ids);
    }

    /** The washing of numbers by files. */
    WashUseCases washing(WorldStores stores, ClockPort clock, IdSource ids) {
        WashPorts ports = new WashPorts(washes, new RegisterFiles(), alerts, stores.audit(), clock);
        return new WashUseCases(ports, stores.units(), ids);
    }
}
