package io.agencyos.adapters.out.memory.lead;

import io.agencyos.application.lead.enrichment.PhoneHolders;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.lead.PoolPerson;
import io.agencyos.domain.shared.contact.PhoneNumber;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.PoolPersonId;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Who has a number. */
public final class MemoryPhoneHolders implements PhoneHolders {

    private final MemoryLeads leads;
    private final MemoryPoolPeople people;

    public MemoryPhoneHolders(MemoryLeads leads, MemoryPoolPeople people) {
        this.leads = leads;
        this.people = people;
    }

    @Override
    public List<Lead> leads(ClientId client, PhoneNumber number) {
        return leads.live(client)
                .filter(lead -> number.equals(lead.contact().phone()))
                .sorted(Comparator.comparing(Lead::createdAt)
                        .thenComparing(lead -> lead.id().text()))
                .toList();
    }

    @Override
    public Set<PoolPersonId> people(PhoneNumber number) {
        return people.all()
                .filter(person -> number.equals(person.contact().phone()))
                .map(PoolPerson::id)
                .collect(Collectors.toUnmodifiableSet());
    }
}
