package io.agencyos.adapters.out.postgres.client;

import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.adapters.out.postgres.kernel.Rows;
import io.agencyos.application.client.identity.store.Invitations;
import io.agencyos.domain.client.identity.Invitation;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.shared.contact.EmailKey;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.InvitationId;
import io.agencyos.domain.shared.id.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Invitations in {@code invitation}. */
public final class PostgresInvitations implements Invitations {

    @Override
    public void insert(Invitation invitation) {
        Db.update("""
            insert into invitation (client_id, id, email_key, role, token_hash, invited_by, expires_at, accepted_at,
                   revoked_at)
            values (:client, :id, :email, :role, :hash, :by, :expires, :accepted, :revoked)
            """)
                .bind("client", invitation.clientId())
                .bind("id", invitation.id())
                .bind("email", invitation.email().value())
                .bind("role", invitation.role())
                .bind("hash", HexFormat.of().parseHex(invitation.tokenHash()))
                .bindByType("by", invitation.invitedBy(), UserId.class)
                .bind("expires", invitation.expiresAt())
                .bindByType("accepted", invitation.acceptedAt(), Instant.class)
                .bindByType("revoked", invitation.revokedAt(), Instant.class)
                .execute();
    }

    @Override
    public Optional<Invitation> pending(ClientId client, EmailKey email) {
        return Db.query("""
            select * from invitation
             where client_id = :client and email_key = :email and accepted_at is null and revoked_at is null
            """)
                .bind("client", client)
                .bind("email", email.value())
                .map((row, context) -> read(row))
                .findOne();
    }

    @Override
    public Optional<Invitation> findForUpdate(String tokenHash) {
        return Db.query("select * from invitation where token_hash = :hash for update")
                .bind("hash", HexFormat.of().parseHex(tokenHash))
                .map((row, context) -> read(row))
                .findOne();
    }

    @Override
    public List<Invitation> open(ClientId client) {
        return Db.query("""
            select * from invitation
             where client_id = :client and accepted_at is null and revoked_at is null
             order by created_at, id
            """)
                .bind("client", client)
                .map((row, context) -> read(row))
                .list();
    }

    @Override
    public List<Invitation> openFor(EmailKey email) {
        return Db.query("""
            select * from invitation
             where email_key = :email and accepted_at is null and revoked_at is null
             order by created_at, id
               for update
            """)
                .bind("email", email.value())
                .map((row, context) -> read(row))
                .list();
    }

    @Override
    public Optional<Invitation> findForUpdate(ClientId client, InvitationId id) {
        return Db.query("select * from invitation where client_id = :client and id = :id for update")
                .bind("client", client)
                .bind("id", id)
                .map((row, context) -> read(row))
                .findOne();
    }

    @Override
    public void update(Invitation invitation) {
        Db.update("""
            update invitation
               set accepted_at = :accepted, revoked_at = :revoked, row_version = row_version + 1
             where client_id = :client and id = :id
            """)
                .bind("client", invitation.clientId())
                .bind("id", invitation.id())
                .bindByType("accepted", invitation.acceptedAt(), Instant.class)
                .bindByType("revoked", invitation.revokedAt(), Instant.class)
                .execute();
    }

    private static Invitation read(ResultSet row) throws SQLException {
        return new Invitation(
                Rows.id(row, "id", InvitationId::new),
                Rows.id(row, "client_id", ClientId::new),
                new EmailKey(Rows.text(row, "email_key")),
                Rows.word(row, "role", Role.class),
                HexFormat.of().formatHex(row.getBytes("token_hash")),
                Rows.idOrNull(row, "invited_by", UserId::new),
                Rows.instant(row, "expires_at"),
                Rows.instantOrNull(row, "accepted_at"),
                Rows.instantOrNull(row, "revoked_at"));
    }
}
