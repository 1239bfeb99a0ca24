package io.agencyos.application.scoring;

import io.agencyos.domain.campaign.CampaignTarget;
import io.agencyos.domain.campaign.ChannelFloors;
import io.agencyos.domain.client.Client;
import io.agencyos.domain.client.SeoMode;
import io.agencyos.domain.scoring.HomeLocation;
import io.agencyos.domain.scoring.LeadFacts;
import io.agencyos.domain.scoring.Rescoring;
import io.agencyos.domain.scoring.Scorer;
import io.agencyos.domain.scoring.ScoringContext;
import io.agencyos.domain.scoring.ScoringSetup;
import io.agencyos.domain.scoring.ScoringTargets;
import io.agencyos.domain.scoring.tier.CostFloors;
import io.agencyos.domain.scoring.weight.WeightSet;
import io.agencyos.domain.scoring.weight.Weights;
import io.agencyos.domain.scoring.weight.WeightsInForce;
import io.agencyos.domain.scoring.weight.WeightsSource;
import io.agencyos.domain.scoring.weight.WeightsStatus;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.SizeRange;
import io.agencyos.domain.shared.contact.Country;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The scorers of one client under one setup, one per campaign and day; what the client says is read once. */
final class ClientScorers {

    private static final ZoneId HOME = ZoneId.of("Australia/Sydney");

    private record Key(Optional<CampaignId> campaign, LocalDate day) {}

    /** What a campaign sets in the client's place. */
    private record Wanted(ScoringTargets targets, CostFloors floors) {}

    private final ClientId client;
    private final ScoringBasis basis;
    private final ScoringSetup setup;
    private final Instant now;
    private final ZoneId zone;
    private final LocalDate today;
    private final ScoringTargets icp;
    private final WeightsInForce weights;
    private final SeoMode seoMode;
    private final Map<Optional<CampaignId>, Wanted> wanted = new HashMap<>();
    private final Map<Key, Scorer> scorers = new HashMap<>();

    ClientScorers(ClientId client, ScoringBasis basis, ScoringSetup setup, Instant now) {
        this.client = client;
        this.basis = basis;
        this.setup = setup;
        this.now = now;
        zone = basis.clients().find(client).map(Client::timezone).orElse(HOME);
        today = LocalDate.ofInstant(now, zone);
        icp = targets(setup.industries(), setup.companySizes(), setup.locations());
        weights = WeightsInForce.of(
                sets(basis.known(client), setup.choice().weights(), now),
                setup.choice().benchmark());
        seoMode = basis.clients().settings(client).seoMode();
    }

    /** The stored sets as they would be with these weights of the client's own, without those that have expired. */
    private static List<WeightSet> sets(List<WeightSet> stored, @Nullable Weights own, Instant now) {
        List<WeightSet> sets =
                new ArrayList<>(stored.stream().filter(set -> !set.expired(now)).toList());
        Optional<WeightSet> inForce = ScoringBasis.custom(sets);
        if (inForce.flatMap(set -> set.weights().toOptional()).equals(Optional.ofNullable(own))) {
            return sets;
        }
        sets.removeIf(set -> set.source() == WeightsSource.CLIENT_CUSTOM);
        if (own != null) {
            int version = stored.stream().mapToInt(WeightSet::version).max().orElse(0) + 1;
            sets.add(new WeightSet(
                    WeightsSource.CLIENT_CUSTOM,
                    version,
                    WeightsStatus.PROMOTED,
                    inForce.map(WeightSet::pinned).orElse(false),
                    null,
                    null,
                    Result.ok(own)));
        }
        return sets;
    }

    WeightsInForce weights() {
        return weights;
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
        return of(campaign, today);
    }

    /** As on another day. */
    Scorer of(Optional<CampaignId> campaign, LocalDate day) {
        return scorers.computeIfAbsent(new Key(campaign, day), key -> new Scorer(context(key)));
    }

    private ScoringContext context(Key key) {
        Wanted own = wanted.computeIfAbsent(key.campaign(), this::wanted);
        ScoringSetup.Choice choice = setup.choice();
        return new ScoringContext(
                own.targets(),
                choice.technologies(),
                choice.competitors(),
                choice.subWeights(),
                weights,
                seoMode,
                own.floors(),
                key.day(),
                choice.titleVeto());
    }

    private Wanted wanted(Optional<CampaignId> id) {
        return id.flatMap(campaign -> basis.campaigns().find(client, campaign))
                .map(campaign -> {
                    ChannelFloors own = campaign.floors();
                    CampaignTarget target = campaign.target();
                    return new Wanted(
                            targets(target.industries(), target.companySizes(), target.locations())
                                    .orElse(icp),
                            basis.clients().costFloors().with(own.voice(), own.sms(), own.mail()));
                })
                .orElseGet(() -> new Wanted(icp, basis.clients().costFloors()));
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
