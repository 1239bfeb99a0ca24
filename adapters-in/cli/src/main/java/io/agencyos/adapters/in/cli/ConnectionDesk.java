package io.agencyos.adapters.in.cli;

import io.agencyos.application.platform.vendor.ConnectVendor;
import io.agencyos.application.platform.vendor.VendorConnector;
import io.agencyos.domain.client.Client;
import java.util.List;
import java.util.Optional;

/** The running product as the commands around vendors' accounts use it; bootstrap opens it for one command. */
public interface ConnectionDesk extends AutoCloseable {

    /** Opens the product; the command closes it. */
    @FunctionalInterface
    interface Opener {

        ConnectionDesk open();
    }

    /** The live client that a person means by a name, slug or id. */
    Optional<Client> client(String meant);

    /** Every vendor that can be connected. */
    List<VendorConnector> vendors();

    ConnectVendor connectVendor();

    @Override
    void close();
}
