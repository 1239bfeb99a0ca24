package io.agencyos.application.client.identity.store;

import io.agencyos.domain.client.identity.Invitation;
import io.agencyos.domain.shared.contact.EmailKey;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.InvitationId;
import java.util.List;
import java.util.Optional;
import org.jmolecules.architecture.hexagonal.SecondaryPort;

/** Invitations to clients. Needs an open platform unit of work. Source: data model 5.1. */
@SecondaryPort
public interface Invitations {

    /** A second pending one for a mailbox and client is a {@code UniqueViolation} of {@code uq_invitation_open}. */
    void insert(Invitation invitation);

    /** The one that is neither accepted nor revoked, be it expired. */
    Optional<Invitation> pending(ClientId client, EmailKey email);

    /** The invitation of a link, held against other uses of it until the unit of work ends. */
    Optional<Invitation> findForUpdate(String tokenHash);

    /** Those of a client that are neither accepted nor revoked, expired ones too, the oldest first. */
    List<Invitation> open(ClientId client);

    /** Those to a mailbox by any client that are neither accepted nor revoked, expired ones too; held as above. */
    List<Invitation> openFor(EmailKey email);

    /** One of a client, held against other uses of it until the unit of work ends. */
    Optional<Invitation> findForUpdate(ClientId client, InvitationId id);

    /** Writes acceptance and revocation. */
    void update(Invitation invitation);
}
