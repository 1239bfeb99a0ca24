package io.agencyos.application.outreach.phone;

import io.agencyos.application.outreach.channel.CallLines;
import io.agencyos.application.outreach.recording.CallBook;
import io.agencyos.application.outreach.store.ChannelAddresses;
import io.agencyos.application.outreach.wash.DoNotCallStandings;
import io.agencyos.application.resource.SendingNumbers;

/** What calls need from outside. */
public record VoicePorts(
        SendingNumbers numbers,
        CallLines lines,
        DoNotCallStandings register,
        ChannelAddresses addresses,
        CallBook calls) {}
