package io.agencyos.adapters.out.memory.allocation;

import io.agencyos.adapters.out.memory.lead.MemoryLeads;
import io.agencyos.application.allocation.store.ReceivedLeads;
import io.agencyos.application.client.Clients;
import io.agencyos.application.scoring.store.LeadScores;
import io.agencyos.domain.allocation.Fairness.Received;
import io.agencyos.domain.client.ClientMode;
import io.agencyos.domain.client.IcpProfile;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.lead.LeadSource;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Pool leads by the day on which they became a client's, with the oldest line of their score's history. */
public final class MemoryReceivedLeads implements ReceivedLeads {

    private final Clients clients;
    private final MemoryLeads leads;
    private final LeadScores scores;

    public MemoryReceivedLeads(Clients clients, MemoryLeads leads, LeadScores scores) {
        this.clients = clients;
        this.leads = leads;
        this.scores = scores;
    }

    @Override
    public List<Received> between(Instant from, Instant to) {
        Map<ClientId, List<Integer>> first = leads.everybody()
                .filter(lead -> lead.source() == LeadSource.POOL && isLive(lead.clientId()))
                .filter(lead ->
                        !lead.createdAt().isBefore(from) && lead.createdAt().isBefore(to))
                .collect(Collectors.groupingBy(
                        Lead::clientId, Collectors.mapping(this::firstScore, Collectors.toList())));
        return first.entrySet().stream()
                .sorted(Comparator.comparing(entry -> entry.getKey().text()))
                .map(entry -> new Received(
                        entry.getKey(),
                        clients.icp(entry.getKey())
                                .map(IcpProfile::industries)
                                .map(Set::copyOf)
                                .orElse(Set.of()),
                        entry.getValue().size(),
                        entry.getValue().stream().mapToLong(Integer::longValue).sum()))
                .toList();
    }

    private boolean isLive(ClientId client) {
        return clients.find(client)
                .filter(found -> found.mode() == ClientMode.LIVE)
                .isPresent();
    }

    private int firstScore(Lead lead) {
        return scores.history(lead.clientId(), lead.id(), null, Integer.MAX_VALUE)
                .getLast()
                .snapshot()
                .score()
                .value();
    }
}
