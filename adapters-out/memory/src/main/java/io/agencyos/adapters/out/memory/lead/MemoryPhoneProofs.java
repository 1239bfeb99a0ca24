package io.agencyos.adapters.out.memory.lead;

import io.agencyos.application.lead.enrichment.PhoneProofs;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.shared.contact.PhoneNumber;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The number that was reached stands with the lead's signals. */
public final class MemoryPhoneProofs implements PhoneProofs {

    private final MemoryLeads leads;

    public MemoryPhoneProofs(MemoryLeads leads) {
        this.leads = leads;
    }

    @Override
    public Set<LeadId> reached(ClientId client, Map<LeadId, PhoneNumber> numbers) {
        return leads.findAll(client, numbers.keySet()).stream()
                .filter(lead -> isNews(lead, numbers.get(lead.id())))
                .map(lead -> leads.proven(lead).id())
                .collect(Collectors.toSet());
    }

    private static boolean isNews(Lead lead, PhoneNumber reached) {
        return reached.equals(lead.contact().phone()) && !lead.signals().verifies(reached);
    }
}
