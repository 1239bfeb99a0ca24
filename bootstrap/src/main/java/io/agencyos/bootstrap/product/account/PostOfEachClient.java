package io.agencyos.bootstrap.product.account;

import io.agencyos.application.outreach.channel.LookupOutcome;
import io.agencyos.application.outreach.channel.PostCommand;
import io.agencyos.application.outreach.channel.PostSender;
import io.agencyos.application.outreach.channel.SendOutcome;
import io.agencyos.application.outreach.channel.SendSemantics;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Instant;
import java.util.function.Function;

/** Letters leave by whoever prints for their client, which is found out when they leave: an account may be connected at any time. */
public final class PostOfEachClient implements PostSender {

    private final Function<ClientId, PostSender> printers;
    private final PostSender usual;

    /**
     * @param printers never called inside a unit of work
     * @param usual who prints for most: what may be promised of a letter is the same for all, and is asked in units of work
     */
    public PostOfEachClient(Function<ClientId, PostSender> printers, PostSender usual) {
        this.printers = printers;
        this.usual = usual;
    }

    @Override
    public SendOutcome send(PostCommand command) {
        return printers.apply(command.clientId()).send(command);
    }

    @Override
    public LookupOutcome lookup(PostCommand command, Instant since) {
        return printers.apply(command.clientId()).lookup(command, since);
    }

    @Override
    public SendSemantics semanticsOf(PostCommand command) {
        return usual.semanticsOf(command);
    }

    @Override
    public Result<Long, VendorFailure> quote(PostCommand command) {
        return printers.apply(command.clientId()).quote(command);
    }

    @Override
    public Result<State, VendorFailure> state(ClientId client, String vendorRef) {
        return printers.apply(client).state(client, vendorRef);
    }

    @Override
    public Result<Boolean, VendorFailure> cancel(ClientId client, String vendorRef) {
        return printers.apply(client).cancel(client, vendorRef);
    }

    @Override
    public Result<Boolean, VendorFailure> checkConnection(ClientId client) {
        return printers.apply(client).checkConnection(client);
    }
}
