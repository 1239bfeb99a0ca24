package io.agencyos.application.outreach.phone;

import io.agencyos.application.outreach.channel.CallLines;
import io.agencyos.application.outreach.recording.CallBook;
import io.agencyos.application.outreach.store.ChannelAddresses;
import io.agencyos.application.outreach.wash.DoNotCallStandings;
import io.agencyos.application.platform.usage.VendorMeter;
import io.agencyos.application.resource.SendingNumbers;
import io.agencyos.domain.outreach.call.CallTerms;

/**
 * What calls need from outside.
 *
 * @param terms of this installation
 * @param knowledge what models wrote for calls
 */
public record VoicePorts(
        SendingNumbers numbers,
        CallLines lines,
        DoNotCallStandings register,
        ChannelAddresses addresses,
        CallBook calls,
        CallTerms terms,
        KnownForCalls knowledge) {

    /** Of an installation where no model writes. */
    public VoicePorts(
            SendingNumbers numbers,
            CallLines lines,
            DoNotCallStandings register,
            ChannelAddresses addresses,
            CallBook calls,
            CallTerms terms) {
        this(numbers, lines, register, addresses, calls, terms, KnownForCalls.NOTHING);
    }

    /** Under the usual terms. */
    public VoicePorts(
            SendingNumbers numbers,
            CallLines lines,
            DoNotCallStandings register,
            ChannelAddresses addresses,
            CallBook calls) {
        this(
                numbers,
                lines,
                register,
                addresses,
                calls,
                new CallTerms(CallTerms.USUAL_SECONDS, VendorMeter.USUAL_RATE));
    }
}
