package io.agencyos.adapters.in.cli;

import io.agencyos.application.resource.lending.ProvisionNumber;
import io.agencyos.application.resource.lending.RegisterSenderNames;
import io.agencyos.domain.client.Client;
import java.util.Optional;

/** The running product as the command around numbers uses it; bootstrap opens it for one command. */
public interface NumberDesk extends AutoCloseable {

    /** Opens the product; the command closes it. */
    @FunctionalInterface
    interface Opener {

        NumberDesk open();
    }

    /** The live client that a person means by a name, slug or id. */
    Optional<Client> client(String meant);

    ProvisionNumber numbers();

    RegisterSenderNames names();

    @Override
    void close();
}
