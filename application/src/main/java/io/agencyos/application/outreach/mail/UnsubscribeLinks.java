package io.agencyos.application.outreach.mail;

import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.TouchId;
import java.net.URI;
import java.util.Optional;
import org.jmolecules.architecture.hexagonal.SecondaryPort;

/**
 * The link by which a person opts out, signed so that nobody can make one for somebody else, and good for ever. Source:
 * outreach 8.6, 6.6.
 */
@SecondaryPort
public interface UnsubscribeLinks {

    /** Whom a link is for. */
    record Subject(ClientId client, LeadId lead, TouchId touch) {}

    URI of(Subject subject);

    /** Whom the token at the end of a link is for; empty where its signature does not hold. */
    Optional<Subject> read(String token);
}
