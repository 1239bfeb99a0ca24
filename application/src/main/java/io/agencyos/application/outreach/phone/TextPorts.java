package io.agencyos.application.outreach.phone;

import io.agencyos.application.outreach.channel.TextLines;
import io.agencyos.application.outreach.store.ChannelAddresses;
import io.agencyos.application.outreach.store.NumberRests;
import io.agencyos.application.outreach.wash.DoNotCallStandings;
import io.agencyos.application.resource.SendingNumbers;

/** What texts need from outside. */
public record TextPorts(
        SendingNumbers numbers,
        TextLines lines,
        DoNotCallStandings register,
        ChannelAddresses addresses,
        NumberRests rests) {

    /** Where no number ever rests. */
    public TextPorts(SendingNumbers numbers, TextLines lines, DoNotCallStandings register, ChannelAddresses addresses) {
        this(numbers, lines, register, addresses, NumberRests.NONE);
    }
}
