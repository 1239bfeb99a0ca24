package io.agencyos.adapters.out.postgres.outreach;

import io.agencyos.application.outreach.channel.EmailCapabilities;
import io.agencyos.application.outreach.channel.EmailCommand;
import io.agencyos.application.outreach.channel.EmailSender;
import io.agencyos.application.outreach.channel.LookupOutcome;
import io.agencyos.application.outreach.channel.SendOutcome;
import io.agencyos.application.outreach.channel.SendSemantics;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.contact.EmailAddress;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Instant;
import java.util.Collection;
import java.util.concurrent.atomic.AtomicReference;

/** A sender after whose hand-over something happens once, before the caller hears of it. */
final class DecoratedSender implements EmailSender {

    private static final Runnable NOTHING = () -> {};

    private final EmailSender inner;
    private final AtomicReference<Runnable> afterwards = new AtomicReference<>(NOTHING);

    DecoratedSender(EmailSender inner) {
        this.inner = inner;
    }

    void onceAccepted(Runnable happening) {
        afterwards.set(happening);
    }

    @Override
    public SendOutcome send(EmailCommand command) {
        SendOutcome outcome = inner.send(command);
        afterwards.getAndSet(NOTHING).run();
        return outcome;
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
    public Result<Boolean, VendorFailure> checkConnection(ClientId client) {
        return inner.checkConnection(client);
    }
}
