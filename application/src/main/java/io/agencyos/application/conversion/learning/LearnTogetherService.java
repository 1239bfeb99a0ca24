package io.agencyos.application.conversion.learning;

import io.agencyos.application.client.Clients;
import io.agencyos.application.client.SharingConsents;
import io.agencyos.application.conversion.learning.store.LearningFacts;
import io.agencyos.application.conversion.learning.store.LearningPorts;
import io.agencyos.application.conversion.learning.store.PlatformFindings;
import io.agencyos.application.conversion.learning.store.Windows;
import io.agencyos.application.scoring.rescore.RescoreRequest;
import io.agencyos.application.scoring.rescore.RescoreRequests;
import io.agencyos.application.scoring.weight.PlatformWeights;
import io.agencyos.application.scoring.weight.WeightSets;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.IdSource;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.client.Client;
import io.agencyos.domain.conversion.detect.Who;
import io.agencyos.domain.conversion.kernel.Cell;
import io.agencyos.domain.conversion.platform.Contribution;
import io.agencyos.domain.conversion.platform.PlatformLearning;
import io.agencyos.domain.conversion.platform.PlatformLearning.Published;
import io.agencyos.domain.conversion.platform.PlatformLearning.PublishedWeights;
import io.agencyos.domain.conversion.weights.ComponentCell;
import io.agencyos.domain.conversion.weights.Holdout;
import io.agencyos.domain.scoring.ScoreCause;
import io.agencyos.domain.scoring.weight.WeightSet;
import io.agencyos.domain.scoring.weight.Weights;
import io.agencyos.domain.scoring.weight.WeightsInForce;
import io.agencyos.domain.scoring.weight.WeightsSource;
import io.agencyos.domain.scoring.weight.WeightsStatus;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** A unit of work per client for its counts, one for all at the end. */
public final class LearnTogetherService implements LearnTogether {

    /** Nothing but counts of these leaves a client: no text, no name of a company. */
    private static final Set<String> SHARED = Set.of(Who.TITLE, Who.SENIORITY, Who.INDUSTRY, Who.SIZE);

    private final LearningPorts ports;
    private final LearningFacts facts;
    private final WeightSets weights;
    private final Clients clients;
    private final SharingConsents consents;
    private final PlatformFindings findings;
    private final RescoreRequests rescores;
    private final UnitOfWork units;
    private final ClockPort clock;
    private final IdSource ids;

    public LearnTogetherService(
            LearningPorts ports, SharingConsents consents, UnitOfWork units, ClockPort clock, IdSource ids) {
        this.ports = ports;
        this.facts = ports.facts();
        this.weights = ports.weights();
        this.clients = ports.clients();
        this.consents = consents;
        this.findings = ports.platform();
        this.rescores = ports.rescores();
        this.units = units;
        this.clock = clock;
        this.ids = ids;
    }

    /** A client's counts, and its leads by component where it brings weights of its own. */
    private record Brought(Contribution contribution, List<ComponentCell> leads) {}

    @Override
    public Outcome learn() {
        Instant now = clock.now();
        Instant cutOff = Windows.cutOff(now);
        Map<ClientId, Brought> brought = new LinkedHashMap<>();
        for (ClientId client : consenting()) {
            brought.put(client, units.inTenant(TenantScope.worker(client), () -> brought(client, cutOff)));
        }
        List<PlatformWeights> before = units.onPlatform(weights::platform);
        Outcome outcome = units.onPlatform(() -> publish(brought, now));
        List<PlatformWeights> after = units.onPlatform(weights::platform);
        if (!mixes(before).equals(mixes(after))) {
            rescoreWhoUsesThem(before, after, now);
        }
        return outcome;
    }

    /** Whose weights are which, of whatever version. */
    private static Map<Optional<String>, Weights> mixes(List<PlatformWeights> made) {
        return made.stream()
                .collect(Collectors.toMap(each -> Optional.ofNullable(each.industry()), PlatformWeights::weights));
    }

    private Outcome publish(Map<ClientId, Brought> brought, Instant now) {
        // who withdrew while the others were read is left out
        List<Contribution> still = brought.values().stream()
                .map(Brought::contribution)
                .filter(each -> consents.given(each.client()))
                .toList();
        List<Contribution> sound = still.stream().filter(Contribution::isSound).toList();
        Optional<PlatformLearning> learning = PlatformLearning.over(sound);
        List<Published> published =
                learning.map(together -> together.patterns().orElseThrow()).orElse(List.of());
        List<PublishedWeights> means = learning.map(together ->
                        together.weights((client, candidate) -> Holdout.beatsDefault(
                                Objects.requireNonNull(brought.get(client)).leads(), candidate)))
                .orElse(List.of());
        findings.replace(published, now);
        weights.replacePlatform(
                means.stream()
                        .map(made -> new PlatformWeights(
                                made.industry(),
                                0,
                                made.weights(),
                                made.conversions(),
                                made.clients(),
                                made.confidence(),
                                now))
                        .toList(),
                now);
        return new Outcome(
                still.size(),
                published.size(),
                means.size(),
                still.stream()
                        .filter(each -> !each.isSound())
                        .map(Contribution::client)
                        .toList());
    }

    /** Only those whose scores are made with them, before or from now on. */
    private void rescoreWhoUsesThem(List<PlatformWeights> before, List<PlatformWeights> after, Instant now) {
        List<ClientId> live = units.onPlatform(
                () -> clients.allLive().stream().map(Client::id).toList());
        for (ClientId client : live) {
            units.inTenant(TenantScope.worker(client), () -> {
                List<WeightSet> own = weights.of(client).stream()
                        .filter(set -> !set.expired(now))
                        .toList();
                Optional<String> industry = ports.industry(client);
                boolean changes = !inForce(own, before, industry).equals(inForce(own, after, industry));
                if (changes) {
                    rescores.add(List.of(new RescoreRequest(
                            ids.next(),
                            client,
                            ScoreCause.REWEIGHT,
                            new RescoreRequest.Target.Everybody(),
                            null,
                            now)));
                }
                return changes;
            });
        }
    }

    private static WeightsInForce inForce(
            List<WeightSet> own, List<PlatformWeights> platform, Optional<String> industry) {
        return WeightsInForce.of(PlatformWeights.beside(own, platform, industry), false);
    }

    private List<ClientId> consenting() {
        Predicate<ClientId> agreed = consents::given;
        return units.onPlatform(
                () -> clients.allLive().stream().map(Client::id).filter(agreed).toList());
    }

    private Brought brought(ClientId client, Instant cutOff) {
        Contribution contribution = contribution(client, cutOff);
        List<ComponentCell> leads = new ArrayList<>();
        if (contribution.promoted().isPresent()) {
            Holdout all = facts.holdout(client, ports.windows(client).yearOfLeads(cutOff));
            leads.addAll(all.train());
            leads.addAll(all.test());
        }
        return new Brought(contribution, leads);
    }

    private Contribution contribution(ClientId client, Instant cutOff) {
        LearningFacts.Span year = ports.windows(client).yearOfLeads(cutOff);
        Map<String, List<Cell>> dimensions = new HashMap<>();
        facts.counts(client, LearningFacts.Unit.LEAD, year).stream()
                .filter(counted -> SHARED.contains(counted.dimension()))
                .forEach(counted -> dimensions
                        .computeIfAbsent(counted.dimension(), _ -> new ArrayList<>())
                        .add(counted.cell()));
        return new Contribution(
                client,
                ports.industry(client),
                facts.totals(client, LearningFacts.Unit.LEAD, year).conversions(),
                dimensions,
                promoted(client));
    }

    private Optional<Weights> promoted(ClientId client) {
        return weights.of(client).stream()
                .filter(set -> set.source() == WeightsSource.CLIENT_LEARNED && set.status() == WeightsStatus.PROMOTED)
                .flatMap(set -> set.weights().toOptional().stream())
                .findFirst();
    }
}
