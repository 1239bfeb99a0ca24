package io.agencyos.application.conversation;

import io.agencyos.domain.shared.contact.EmailAddress;
import java.util.Optional;
import org.jmolecules.architecture.hexagonal.PrimaryPort;
import org.jspecify.annotations.Nullable;

/**
 * A person opts out by the link of an e-mail, without signing in: at once, for all campaigns and channels of the client.
 * Doing it again changes nothing. Source: outreach 6.2, 8.6.
 */
@PrimaryPort
public interface Unsubscribe {

    /**
     * Opts out whom the link is for.
     *
     * @param reason what the person says about it, if anything
     * @return the name of the client that writes no more, blank where it was removed; empty where the link is not one of ours
     */
    Optional<String> byLink(String token, @Nullable String reason);

    /** Whose link is broken names the address instead: nobody writes to it any more, whoever it belongs to. Source: outreach 8.6. */
    void byAddress(EmailAddress address);
}
