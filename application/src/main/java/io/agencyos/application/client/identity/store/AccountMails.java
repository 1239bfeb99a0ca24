package io.agencyos.application.client.identity.store;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jmolecules.architecture.hexagonal.SecondaryPort;

/**
 * E-mails about people's own accounts that wait to be sent: queued with the change that causes them, so that neither goes
 * without the other. Needs an open platform unit of work. Source: api 2.
 */
@SecondaryPort
public interface AccountMails {

    void queue(AccountMail mail);

    /** A mail whose turn it is, with how often it was tried before. */
    record Due(AccountMail mail, int attempts) {}

    /** Takes what is due and puts it off until {@code until}, so that nobody else sends it meanwhile; oldest first. */
    List<Due> take(Instant now, Instant until, int limit);

    void putOff(UUID id, Instant until);

    /** It is sent; its text is forgotten. */
    void sent(UUID id, Instant at);

    /** It is given up; its text is forgotten. */
    void givenUp(UUID id, Instant at);
}
