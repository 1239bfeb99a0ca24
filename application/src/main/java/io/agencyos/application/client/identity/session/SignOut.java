package io.agencyos.application.client.identity.session;

import io.agencyos.domain.platform.AuditEntry.Origin;
import org.jmolecules.architecture.hexagonal.PrimaryPort;

/** Ends the sign-in that a principal came with: its refresh and access tokens are refused from then on. Source: api 2. */
@PrimaryPort
public interface SignOut {

    void signOut(Principal principal, Origin origin);
}
