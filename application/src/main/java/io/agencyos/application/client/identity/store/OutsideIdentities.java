package io.agencyos.application.client.identity.store;

import io.agencyos.domain.shared.id.UserId;
import java.util.Optional;
import org.jmolecules.architecture.hexagonal.SecondaryPort;

/** Which person a subject of an identity provider is. Needs an open platform unit of work. Source: data model 5.1. */
@SecondaryPort
public interface OutsideIdentities {

    Optional<UserId> find(String issuer, String subject);

    /** A second person for a subject is a {@code UniqueViolation} of {@code user_identity_pkey}. */
    void link(String issuer, String subject, UserId user);
}
