package io.agencyos.adapters.out.memory.client;

import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.adapters.out.memory.platform.MemoryAudit;
import io.agencyos.adapters.out.memory.platform.MemoryInstallationMark;
import io.agencyos.application.client.Clients;
import io.agencyos.application.client.Credits;
import io.agencyos.application.client.Invitations;
import io.agencyos.application.client.SignInAttempts;
import io.agencyos.application.client.SignedInSessions;
import io.agencyos.application.client.SigningKeys;
import io.agencyos.application.client.Users;
import io.agencyos.application.client.UsersContract;
import io.agencyos.application.platform.Audit;
import io.agencyos.application.platform.InstallationMark;
import io.agencyos.application.shared.UnitOfWork;
import java.util.UUID;

class MemoryUsersTest extends UsersContract {

    private final MemoryUnitOfWork units = new MemoryUnitOfWork();
    private final MemoryClients clients = new MemoryClients(units);
    private final Credits credits = new MemoryCredits(units, UUID::randomUUID);
    private final Users users = new MemoryUsers(units, clients);
    private final Invitations invitations = new MemoryInvitations(units);
    private final SignedInSessions sessions = new MemorySignedInSessions(units);
    private final SignInAttempts attempts = new MemorySignInAttempts(units);
    private final Audit audit = new MemoryAudit(units);
    private final SigningKeys signingKeys = new MemorySigningKeys(units);
    private final InstallationMark installationMark = new MemoryInstallationMark(units);

    @Override
    protected UnitOfWork units() {
        return units;
    }

    @Override
    protected Clients clients() {
        return clients;
    }

    @Override
    protected Credits credits() {
        return credits;
    }

    @Override
    protected Users users() {
        return users;
    }

    @Override
    protected Invitations invitations() {
        return invitations;
    }

    @Override
    protected SignedInSessions sessions() {
        return sessions;
    }

    @Override
    protected SignInAttempts attempts() {
        return attempts;
    }

    @Override
    protected Audit audit() {
        return audit;
    }

    @Override
    protected SigningKeys signingKeys() {
        return signingKeys;
    }

    @Override
    protected InstallationMark installationMark() {
        return installationMark;
    }
}
