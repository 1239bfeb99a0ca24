package io.agencyos.application.client;

import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.IdSource;
import io.agencyos.application.shared.UnitOfWork;
import java.util.function.UnaryOperator;

/** What admins set up for their client, wired by hand; bootstrap and tests hand in the ports. */
public final class ClientSetUpUseCases {

    private final EditClientService client;
    private final EditClient editClient;
    private final IcpService icp;
    private final PersonaService personas;

    /** @param alone what scores by the profile says of changes that name nothing beside it */
    public ClientSetUpUseCases(ClientPorts ports, ProfileRider alone, UnitOfWork units, ClockPort clock, IdSource ids) {
        this(ports, SettingsElsewhere.NONE, alone, units, clock, ids, UnaryOperator.identity());
    }

    /**
     * @param elsewhere settings that other parts of the product keep
     * @param followed what a change of the client is followed by, such as what a switch of the mode sends back
     */
    public ClientSetUpUseCases(
            ClientPorts ports,
            SettingsElsewhere elsewhere,
            ProfileRider alone,
            UnitOfWork units,
            ClockPort clock,
            IdSource ids,
            UnaryOperator<EditClient> followed) {
        AuditTrail trail = new AuditTrail(ports.audit(), clock, ids);
        client = new EditClientService(ports, elsewhere, trail, units, clock);
        editClient = followed.apply(client);
        icp = new IcpService(ports, alone, trail, units, clock, ids);
        personas = new PersonaService(ports, trail, units, ids);
    }

    public ShowClient showClient() {
        return client;
    }

    public EditClient editClient() {
        return editClient;
    }

    public ChangeClientSettings changeSettings() {
        return client;
    }

    public EditIcp editIcp() {
        return icp;
    }

    public ConfirmIcp confirmIcp() {
        return icp;
    }

    public ManagePersonas personas() {
        return personas;
    }
}
