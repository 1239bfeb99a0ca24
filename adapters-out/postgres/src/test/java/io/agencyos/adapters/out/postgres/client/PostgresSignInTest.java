package io.agencyos.adapters.out.postgres.client;

import io.agencyos.adapters.out.postgres.platform.PostgresAudit;
import io.agencyos.adapters.out.postgres.testing.FreshDatabase;
import io.agencyos.application.client.Clients;
import io.agencyos.application.client.Credits;
import io.agencyos.application.client.Invitations;
import io.agencyos.application.client.SignInAttempts;
import io.agencyos.application.client.SignInContract;
import io.agencyos.application.client.SignedInSessions;
import io.agencyos.application.client.Users;
import io.agencyos.application.platform.Audit;
import io.agencyos.application.shared.UnitOfWork;
import java.util.UUID;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresSignInTest extends SignInContract {

    @RegisterExtension
    static final FreshDatabase database = new FreshDatabase();

    @Override
    protected UnitOfWork units() {
        return database.unitOfWork();
    }

    @Override
    protected Clients clients() {
        return new PostgresClients(UUID::randomUUID);
    }

    @Override
    protected Credits credits() {
        return new PostgresCredits(UUID::randomUUID);
    }

    @Override
    protected Users users() {
        return new PostgresUsers();
    }

    @Override
    protected Invitations invitations() {
        return new PostgresInvitations();
    }

    @Override
    protected SignedInSessions sessions() {
        return new PostgresSignedInSessions();
    }

    @Override
    protected SignInAttempts attempts() {
        return new PostgresSignInAttempts();
    }

    @Override
    protected Audit audit() {
        return new PostgresAudit();
    }
}
