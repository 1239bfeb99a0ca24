package io.agencyos.application.scoring;

import io.agencyos.application.campaign.store.Campaigns;
import io.agencyos.application.client.Clients;
import io.agencyos.application.scoring.store.BuyerLookup;
import io.agencyos.application.scoring.store.ScoringChoices;
import io.agencyos.application.scoring.weight.WeightSets;
import io.agencyos.domain.client.IcpProfile;
import io.agencyos.domain.client.IcpStatus;
import io.agencyos.domain.client.IcpTarget;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.scoring.LeadFacts;
import io.agencyos.domain.scoring.ScoringSetup;
import io.agencyos.domain.scoring.weight.WeightSet;
import io.agencyos.domain.scoring.weight.WeightsSource;
import io.agencyos.domain.scoring.weight.WeightsStatus;
import io.agencyos.domain.shared.contact.DomainName;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Where scorers come from. Works inside the caller's unit of work. */
record ScoringBasis(
        Clients clients, Campaigns campaigns, WeightSets weights, ScoringChoices choices, BuyerLookup buyers) {

    /** The scorers of things as they stand. */
    ClientScorers scorers(ClientId client, Instant now) {
        return scorers(client, setup(client), now);
    }

    /** The scorers of another setup. */
    ClientScorers scorers(ClientId client, ScoringSetup setup, Instant now) {
        return new ClientScorers(client, this, setup, now);
    }

    /** What people set, as it is in force. A profile that is only a draft is read as well while there is no other. */
    ScoringSetup setup(ClientId client) {
        return setup(clients.icp(client).map(IcpProfile::target).orElse(IcpTarget.EMPTY), choice(client));
    }

    static ScoringSetup setup(IcpTarget target, ScoringSetup.Choice choice) {
        return new ScoringSetup(target.industries(), target.companySizes(), target.locations(), choice);
    }

    /** Every set of weights that may score the client's leads. */
    List<WeightSet> known(ClientId client) {
        return weights.known(client, clients.icp(client).flatMap(IcpProfile::soleIndustry));
    }

    /** What is known of the employers of these leads as buyers, one look-up for all of them (ALS-19). */
    Map<DomainName, LeadFacts.BuyerSignal> buyers(ClientId client, Collection<Lead> leads) {
        return buyersAt(
                client,
                leads.stream()
                        .map(lead -> lead.company().domain())
                        .filter(Objects::nonNull)
                        .toList());
    }

    /** The same by the employers' domains. */
    Map<DomainName, LeadFacts.BuyerSignal> buyersAt(ClientId client, Collection<DomainName> companies) {
        return companies.isEmpty() ? Map.of() : buyers.of(client, Set.copyOf(companies));
    }

    /** Those of the employers of whom there is anything to be asked. */
    Set<DomainName> toldOf(Collection<DomainName> companies) {
        return companies.isEmpty() ? Set.of() : buyers.toldOf(Set.copyOf(companies));
    }

    ScoringSetup.Choice choice(ClientId client) {
        return choices.choice(client)
                .weighing(custom(weights.of(client))
                        .flatMap(set -> set.weights().toOptional())
                        .orElse(null));
    }

    /** What the client's profile asks for of technologies. */
    List<String> technologies(ClientId client) {
        return choices.choice(client).technologies();
    }

    /** Whether a profile is in force, so that changes act on scores that exist. */
    boolean live(ClientId client) {
        return clients.icp(client)
                .filter(icp -> icp.status() == IcpStatus.CONFIRMED)
                .isPresent();
    }

    static Optional<WeightSet> custom(List<WeightSet> sets) {
        return sets.stream()
                .filter(set -> set.source() == WeightsSource.CLIENT_CUSTOM && set.status() == WeightsStatus.PROMOTED)
                .findFirst();
    }
}
