package io.agencyos.application.client.identity.session;

import io.agencyos.domain.client.identity.SignedInSession;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.shared.id.SessionId;
import java.util.List;
import org.jmolecules.architecture.hexagonal.PrimaryPort;

/** Where a person is signed in, and ending one of it. Source: api 2. */
@PrimaryPort
public interface ManageSessions {

    /** The sign-ins that go on, the last seen first; each by its newest token. */
    List<SignedInSession> list(Principal principal);

    /** Ends one; false where the person has no such sign-in. */
    boolean end(Principal principal, SessionId family, Origin origin);
}
