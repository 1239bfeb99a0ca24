package io.agencyos.application.outreach.sandbox;

import io.agencyos.domain.shared.id.ClientId;
import java.util.List;
import org.jmolecules.architecture.hexagonal.PrimaryPort;

/**
 * The twins of clients in use: furnished when somebody first comes in, and again where their sandbox has forgotten them. What
 * a twin starts with: an account at every vendor of its sandbox, one warm mailbox, a number for texts and one for calls, and a
 * seat. Source: api 4.1.
 */
@PrimaryPort
public interface KeepTwins {

    /** Told of what did not go as it should; whoever came in is let in all the same. */
    interface Trouble {

        /** The twin stands without this. */
        void lacks(ClientId twin, String what);

        /** The twin could not be furnished, and is by the next who comes in. */
        void failed(ClientId twin, RuntimeException why);
    }

    /** Somebody came into this client, live or twin. Once it stands, this costs a look into a set. */
    void entered(ClientId client);

    /** Has the twins that were in use before this process stand again. */
    void keep();

    /** The twins that stand here. */
    List<ClientId> standing();

    /** The twin is there for nobody any more, and its sandbox forgets it; false where that does not answer. */
    boolean forget(ClientId twin);
}
