package io.agencyos.adapters.out.memory.client;

import io.agencyos.adapters.out.memory.kernel.MemoryTable;
import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.application.client.identity.store.Invitations;
import io.agencyos.domain.client.identity.Invitation;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.shared.contact.EmailKey;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.InvitationId;
import java.util.List;
import java.util.Optional;

/** Invitations by link. */
public final class MemoryInvitations implements Invitations {

    private record Pending(ClientId client, EmailKey email) {}

    private final MemoryTable<InvitationId, Invitation> invitations;

    public MemoryInvitations(MemoryUnitOfWork units) {
        invitations = MemoryTable.<InvitationId, Invitation>ofTenants(
                        "invitation", units, Invitation::clientId, Invitation::id)
                .writtenBy(Role.OWNER, Role.ADMIN, Role.WORKER)
                .alsoWrittenByThePlatform()
                .unique("uq_invitation_token_hash", Invitation::tokenHash)
                .unique(
                        "uq_invitation_open",
                        invitation -> invitation.acceptedAt() == null && invitation.revokedAt() == null
                                ? new Pending(invitation.clientId(), invitation.email())
                                : null);
    }

    @Override
    public void insert(Invitation invitation) {
        invitations.insert(invitation);
    }

    @Override
    public Optional<Invitation> pending(ClientId client, EmailKey email) {
        return invitations.findBy("uq_invitation_open", new Pending(client, email));
    }

    @Override
    public Optional<Invitation> findForUpdate(String tokenHash) {
        return invitations.findBy("uq_invitation_token_hash", tokenHash);
    }

    @Override
    public List<Invitation> open(ClientId client) {
        return invitations
                .rows()
                .filter(invitation -> invitation.clientId().equals(client))
                .filter(invitation -> invitation.acceptedAt() == null && invitation.revokedAt() == null)
                .toList();
    }

    @Override
    public List<Invitation> openFor(EmailKey email) {
        return invitations
                .rows()
                .filter(invitation -> invitation.email().equals(email))
                .filter(invitation -> invitation.acceptedAt() == null && invitation.revokedAt() == null)
                .toList();
    }

    @Override
    public Optional<Invitation> findForUpdate(ClientId client, InvitationId id) {
        return invitations.find(id).filter(invitation -> invitation.clientId().equals(client));
    }

    @Override
    public void update(Invitation invitation) {
        invitations.put(invitation);
    }
}
