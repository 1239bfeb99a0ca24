package io.agencyos.bootstrap.simulate;

import io.agencyos.application.outreach.EmailCapabilities;
import io.agencyos.application.outreach.EmailCommand;
import io.agencyos.application.outreach.EmailSender;
import io.agencyos.application.outreach.LookupOutcome;
import io.agencyos.application.outreach.SendOutcome;
import io.agencyos.application.outreach.SendSemantics;
import io.agencyos.domain.shared.ClientId;
import io.agencyos.domain.shared.EmailAddress;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.function.Consumer;

/**
 * The real adapter as a process meets it that hangs, stalls or hears nothing: the vendor's answer is lost after half a minute
 * of the world's time, or the process sleeps before its request or after it while everybody else goes on.
 */
final class FatedSender implements EmailSender {

    private static final int HANGS = 40;
    private static final int STALLS = 25;
    private static final Duration TIME_OUT = Duration.ofSeconds(30);

    private final EmailSender inner;
    private final Fate fate;
    private final WorldTime time;
    private final Consumer<Duration> meanwhile;

    /** @param meanwhile lets the world and the other processes live for so long */
    FatedSender(EmailSender inner, Fate fate, WorldTime time, Consumer<Duration> meanwhile) {
        this.inner = inner;
        this.fate = fate;
        this.time = time;
        this.meanwhile = meanwhile;
    }

    @Override
    public SendOutcome send(EmailCommand command) {
        if (fate.strikes(Fate.Trouble.HANG_BEFORE, HANGS)) {
            return noAnswer();
        }
        if (fate.strikes(Fate.Trouble.STALL, STALLS)) {
            // no longer than lease and settle delay: longer is what outreach 4.5 b excludes
            meanwhile.accept(fate.between(Duration.ofMinutes(1), Duration.ofMinutes(8)));
        }
        SendOutcome outcome = inner.send(command);
        if (fate.strikes(Fate.Trouble.HANG_AFTER_ACCEPT, HANGS)) {
            return noAnswer();
        }
        if (fate.strikes(Fate.Trouble.STALL, STALLS)) {
            meanwhile.accept(fate.between(Duration.ofMinutes(1), Duration.ofHours(2)));
        }
        return outcome;
    }

    private SendOutcome noAnswer() {
        time.advance(TIME_OUT);
        return new SendOutcome.Ambiguous(
                new VendorFailure.Timeout(VendorFailure.Details.of("the world", "send", "no answer in time")
                        .asAmbiguous()));
    }

    @Override
    public LookupOutcome lookup(EmailCommand command, Instant since) {
        return inner.lookup(command, since);
    }

    @Override
    public SendSemantics semantics() {
        return inner.semantics();
    }

    @Override
    public SendSemantics semanticsOf(EmailCommand command) {
        return inner.semanticsOf(command);
    }

    @Override
    public EmailCapabilities capabilities() {
        return inner.capabilities();
    }

    @Override
    public String slotFor(int earlierDispatches) {
        return inner.slotFor(earlierDispatches);
    }

    @Override
    public Result<Boolean, VendorFailure> suppress(ClientId client, Collection<EmailAddress> addresses) {
        return inner.suppress(client, addresses);
    }

    @Override
    public Result<Boolean, VendorFailure> unsuppress(ClientId client, Collection<EmailAddress> addresses) {
        return inner.unsuppress(client, addresses);
    }

    @Override
    public Result<Recall, VendorFailure> recall(ClientId client, EmailAddress address) {
        return inner.recall(client, address);
    }

    @Override
    public Result<Boolean, VendorFailure> checkConnection(ClientId client) {
        return inner.checkConnection(client);
    }
}
