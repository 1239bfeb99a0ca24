package io.agencyos.application.conversation;

import io.agencyos.domain.shared.id.ClientId;
import java.util.Collection;
import java.util.function.Consumer;
import org.jmolecules.architecture.hexagonal.SecondaryPort;

/**
 * Lines to mailboxes on which the server says at once that something came. They only ring: what came is read as by any
 * poll, under the same keys. Source: smtp-imap 4.
 */
@SecondaryPort
public interface MailLines {

    /**
     * Listens to the mailboxes of these clients, and to no others any more. A line that breaks is opened again after a
     * pause; a mailbox whose server cannot say is left to the polls.
     *
     * @param heard told when something came, and whenever a line was opened, because nobody listened before
     */
    void listen(Collection<ClientId> clients, Consumer<ClientId> heard);

    /** Hangs up all of them; who is being told meanwhile hears it to the end. */
    void hangUp();
}
