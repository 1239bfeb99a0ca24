package io.agencyos.application.outreach;

import io.agencyos.application.resource.SendingNumbers;

/** What calls need from outside. */
public record VoicePorts(
        SendingNumbers numbers,
        CallLines lines,
        DoNotCallStandings register,
        ChannelAddresses addresses,
        CallBook calls) {}
