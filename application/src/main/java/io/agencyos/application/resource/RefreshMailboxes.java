package io.agencyos.application.resource;

import io.agencyos.domain.shared.id.ClientId;
import org.jmolecules.architecture.hexagonal.PrimaryPort;

/**
 * Takes over what the vendors say of a client's mailboxes: whether mail can leave from them, and under which id. A list
 * that cannot be read changes nothing; a mailbox that a list no longer names is disconnected. And tells them what a mailbox
 * may send in a day, where they know otherwise. Source: scoring RES-8, salesforge 4.2, 9.
 */
@PrimaryPort
public interface RefreshMailboxes {

    /** How many mailboxes are otherwise than before. */
    int refresh(ClientId client);
}
