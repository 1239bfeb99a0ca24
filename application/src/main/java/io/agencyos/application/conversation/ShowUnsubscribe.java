package io.agencyos.application.conversation;

import java.util.Optional;
import org.jmolecules.architecture.hexagonal.PrimaryPort;

/**
 * What the page behind an opt-out link says. Changes nothing, as scanners follow every link of a mail. Source: outreach
 * 8.6.
 */
@PrimaryPort
@FunctionalInterface
public interface ShowUnsubscribe {

    /**
     * The page.
     *
     * @param clientName who would write no more; blank where the client was removed
     * @param optedOut whether the person has opted out already
     */
    record Page(String clientName, boolean optedOut) {}

    /** Empty where the link is not one of ours. */
    Optional<Page> page(String token);
}
