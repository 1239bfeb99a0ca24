package io.agencyos.application.client.access;

import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.IdSource;
import io.agencyos.application.shared.RandomSource;
import io.agencyos.application.shared.UnitOfWork;

/** The use cases of access to clients, wired by hand; bootstrap and tests hand in the ports. */
public final class AccessUseCases {

    private final KeepApiKeys keepApiKeys;
    private final AuthenticateKey authenticateKey;
    private final ChangeMembers changeMembers;

    public AccessUseCases(AccessPorts ports, UnitOfWork units, ClockPort clock, IdSource ids, RandomSource random) {
        keepApiKeys = new KeepApiKeysService(ports, units, clock, ids, random);
        authenticateKey = new AuthenticateKeyService(ports, units, clock);
        changeMembers = new ChangeMembersService(ports, units, clock, ids);
    }

    public KeepApiKeys keepApiKeys() {
        return keepApiKeys;
    }

    public AuthenticateKey authenticateKey() {
        return authenticateKey;
    }

    public ChangeMembers changeMembers() {
        return changeMembers;
    }
}
