package io.agencyos.application.outreach.suppression;

import io.agencyos.domain.outreach.Consent;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import java.util.List;
import org.jmolecules.architecture.hexagonal.SecondaryPort;

/** The evidence that people may be contacted; append-only. Needs an open unit of work of the tenant. Source: outreach 6.4. */
@SecondaryPort
public interface Consents {

    void append(Consent consent);

    /** The newest first. */
    List<Consent> ofLead(ClientId client, LeadId lead);
}
