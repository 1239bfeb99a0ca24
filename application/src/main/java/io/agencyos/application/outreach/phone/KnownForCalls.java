package io.agencyos.application.outreach.phone;

import io.agencyos.domain.content.KnowledgeBase;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;

/** What a call that is about to be made finds written of its lead. Source: content 3.13. */
public interface KnownForCalls {

    /** Where no model writes: every call goes by what rules say of its lead. */
    KnownForCalls NOTHING = (client, leads, now) -> Map.of();

    /** Those of the leads' that may still be used. Needs the client's unit. */
    Map<LeadId, KnowledgeBase> valid(ClientId client, Collection<LeadId> leads, Instant now);
}
