package io.agencyos.application.outreach.phone;

import io.agencyos.domain.content.KnowledgeBase;
import io.agencyos.domain.content.budget.AiCost;
import io.agencyos.domain.content.model.TokenUse;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import java.time.Instant;
import java.util.List;
import org.jmolecules.architecture.hexagonal.SecondaryPort;

/**
 * What models wrote for calls, at most one knowledge base for each lead, until it is too old. Needs the client's unit. Source: data
 * model 5.6 {@code lead_research}, content 3.13.
 */
@SecondaryPort
public interface KnowledgeBook extends KnownForCalls {

    /** By whom, with which prompt and at what price it was written. */
    record Written(String model, String promptVersion, AiCost cost, TokenUse use, int turns, Instant at) {}

    /**
     * Leads who are to be called and have no knowledge base that is valid, the next call first.
     *
     * @param calledBefore whose call is due by then
     * @param failedBefore whose writing failed later than this is left alone
     */
    List<LeadId> wanted(ClientId client, Instant calledBefore, Instant failedBefore, Instant now, int limit);

    /** Keeps it in the place of an older one, for as long as it is valid; a lead that is gone by now gets none. */
    void keep(ClientId client, LeadId lead, KnowledgeBase base, Written by);

    /** Notes that there is none, so that it is not asked for again at once; one that is still valid stays. */
    void missed(ClientId client, LeadId lead, String code, Written by);
}
