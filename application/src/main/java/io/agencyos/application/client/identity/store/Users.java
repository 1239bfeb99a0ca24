package io.agencyos.application.client.identity.store;

import io.agencyos.domain.client.identity.ClientAccess;
import io.agencyos.domain.client.identity.Member;
import io.agencyos.domain.client.identity.Membership;
import io.agencyos.domain.client.identity.User;
import io.agencyos.domain.shared.contact.EmailAddress;
import io.agencyos.domain.shared.contact.EmailKey;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jmolecules.architecture.hexagonal.SecondaryPort;

/** People who sign in and the clients they belong to. Needs an open platform unit of work. Source: data model 5.1. */
@SecondaryPort
public interface Users {

    /** The person unless deleted. */
    Optional<User> find(UserId id);

    /**
     * The person unless deleted, held until the unit of work ends. First lock of everything that begins, renews or ends
     * a sign-in, so that none of them misses what another one is just writing.
     */
    Optional<User> findForUpdate(UserId id);

    /** The person who signs in here with this mailbox, unless deleted; nobody of an outside identity provider. */
    Optional<User> findByEmail(EmailKey email);

    /** A second person with a password and the same mailbox is a {@code UniqueViolation} of {@code uq_app_user_email_key}. */
    void insert(User user);

    /**
     * Writes name, password hash and suspension where the version is still {@code user.version()}, else {@code
     * ConcurrentUpdate}. Address and staff flag are never changed here.
     */
    User update(User user);

    /** Writes another address, with the next version. A taken one is a {@code UniqueViolation} as above. */
    User changeEmail(UserId id, EmailAddress email);

    /** Whether anybody is of the platform's staff. */
    boolean staffExists();

    /** How many people of the platform's staff may act now; platform unit only. */
    int platformAdmins();

    /** Remembers the last sign-in; no new version. */
    void signedIn(UserId id, Instant at);

    /** Every client the person may enter, live ones and their twins, by name and then id. */
    List<ClientAccess> access(UserId id);

    /** The members of a live client, by address. */
    List<Member> members(ClientId client);

    Optional<Membership> membership(ClientId client, UserId user);

    /** Inserts a membership, or revives and changes the one that is there, with the next version. */
    void putMembership(Membership membership);

    /** Ends a membership; the person stays, and may be invited again. */
    void endMembership(ClientId client, UserId user, Instant at);
}
