package io.agencyos.application.scoring;

import io.agencyos.application.campaign.Campaigns;
import io.agencyos.application.client.Clients;
import io.agencyos.domain.campaign.CampaignTarget;
import io.agencyos.domain.campaign.ChannelFloors;
import io.agencyos.domain.client.Client;
import io.agencyos.domain.client.IcpProfile;
import io.agencyos.domain.scoring.HomeLocation;
import io.agencyos.domain.scoring.LeadFacts;
import io.agencyos.domain.scoring.Rescoring;
import io.agencyos.domain.scoring.Scorer;
import io.agencyos.domain.scoring.ScoringContext;
import io.agencyos.domain.scoring.ScoringTargets;
import io.agencyos.domain.scoring.SizeRange;
import io.agencyos.domain.scoring.WeightsInForce;
import io.agencyos.domain.shared.CampaignId;
import io.agencyos.domain.shared.ClientId;
import io.agencyos.domain.shared.Country;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The scorers of one client on one day, one per campaign; what the client says is read once. */
final class ClientScorers {

    private static final ZoneId HOME = ZoneId.of("Australia/Sydney");

    private final ClientId client;
    private final Campaigns campaigns;
    private final Instant now;
    private final ZoneId zone;
    private final ScoringTargets icp;
    private final ScoringContext base;
    private final Map<Optional<CampaignId>, Scorer> scorers = new HashMap<>();

    ClientScorers(ClientId client, Clients clients, Campaigns campaigns, WeightSets weights, Instant now) {
        this.client = client;
        this.campaigns = campaigns;
        icp = clients.icp(client).map(ClientScorers::targets).orElse(ScoringTargets.NONE);
        this.now = now;
        zone = clients.find(client).map(Client::timezone).orElse(HOME);
        base = new ScoringContext(
                icp,
                List.of(),
                List.of(),
                null,
                WeightsInForce.of(weights.of(client), false),
                clients.settings(client).seoMode(),
                clients.costFloors(),
                LocalDate.ofInstant(now, zone));
    }

    /** When time alone, or a source that did not answer, asks for another score; null for never. */
    @Nullable
    Instant next(LeadFacts facts, ScoringContext context) {
        return Stream.of(Rescoring.nextRescoreAt(facts, context, zone, now), Rescoring.lookupRetryAt(facts, now))
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    Scorer of(Optional<CampaignId> campaign) {
        return scorers.computeIfAbsent(campaign, id -> new Scorer(context(id)));
    }

    private ScoringContext context(Optional<CampaignId> id) {
        return id.flatMap(campaign -> campaigns.find(client, campaign))
                .map(campaign -> {
                    ChannelFloors own = campaign.floors();
                    return new ScoringContext(
                            targets(campaign.target()).orElse(icp),
                            base.icpTechnologies(),
                            base.competitorDomains(),
                            base.subWeights(),
                            base.weights(),
                            base.seoMode(),
                            base.costFloors().with(own.voice(), own.sms(), own.mail()),
                            base.asOf());
                })
                .orElse(base);
    }

    private static ScoringTargets targets(IcpProfile icp) {
        return targets(icp.industries(), icp.companySizes(), icp.locations());
    }

    private static ScoringTargets targets(CampaignTarget target) {
        return targets(target.industries(), target.companySizes(), target.locations());
    }

    /** Sizes and places that nobody can read are left out; the use cases that store them refuse them. */
    private static ScoringTargets targets(List<String> industries, List<String> sizes, List<String> places) {
        return new ScoringTargets(
                industries,
                sizes.stream()
                        .flatMap(size -> SizeRange.parse(size).toOptional().stream())
                        .toList(),
                places.stream()
                        .flatMap(place -> Country.parse(place).toOptional().stream())
                        .map(HomeLocation::all)
                        .toList());
    }
}
