package io.agencyos.application.client;

import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.IdSource;
import io.agencyos.application.shared.UnitOfWork;

/** The use cases of this context, wired by hand; bootstrap and tests hand in the ports. */
public final class ClientUseCases {

    private final OpenClient openClient;

    public ClientUseCases(Clients clients, Credits credits, UnitOfWork units, ClockPort clock, IdSource ids) {
        openClient = new OpenClientService(clients, credits, units, clock, ids);
    }

    public OpenClient openClient() {
        return openClient;
    }
}
