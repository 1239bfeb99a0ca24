package io.agencyos.application.resource;

import io.agencyos.domain.shared.id.ResourceId;
import org.jmolecules.architecture.hexagonal.PrimaryPort;

/**
 * Staff tell how many of a domain's test e-mails arrived in the inbox today; a warm-up goes ahead by it. Source: scoring
 * B10.
 */
@PrimaryPort
@FunctionalInterface
public interface RecordPlacement {

    /**
     * @param inboxPercent 0 to 100, rounded down
     * @return false where there is no such domain
     */
    boolean record(ResourceId domain, int inboxPercent);
}
