package io.agencyos.application.conversion.learning;

import io.agencyos.application.client.Clients;
import io.agencyos.application.client.SharingConsents;
import io.agencyos.application.scoring.WeightSets;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.client.Client;
import io.agencyos.domain.conversion.detect.Who;
import io.agencyos.domain.conversion.kernel.Cell;
import io.agencyos.domain.conversion.platform.Contribution;
import io.agencyos.domain.conversion.platform.PlatformLearning;
import io.agencyos.domain.conversion.platform.PlatformLearning.Published;
import io.agencyos.domain.scoring.Weights;
import io.agencyos.domain.scoring.WeightsSource;
import io.agencyos.domain.scoring.WeightsStatus;
import io.agencyos.domain.shared.ClientId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** A unit of work per client for its counts, one for all at the end. */
public final class LearnTogetherService implements LearnTogether {

    /** Nothing but counts of these leaves a client: no text, no name of a company. */
    private static final Set<String> SHARED = Set.of(Who.TITLE, Who.SENIORITY, Who.INDUSTRY, Who.SIZE);

    private final LearningFacts facts;
    private final WeightSets weights;
    private final Clients clients;
    private final SharingConsents consents;
    private final PlatformFindings findings;
    private final UnitOfWork units;
    private final ClockPort clock;

    public LearnTogetherService(LearningPorts ports, SharingConsents consents, UnitOfWork units, ClockPort clock) {
        this.facts = ports.facts();
        this.weights = ports.weights();
        this.clients = ports.clients();
        this.consents = consents;
        this.findings = ports.platform();
        this.units = units;
        this.clock = clock;
    }

    @Override
    public Outcome learn() {
        Instant now = clock.now();
        Instant cutOff = Windows.cutOff(now);
        List<Contribution> brought = new ArrayList<>();
        for (ClientId client : consenting()) {
            brought.add(units.inTenant(TenantScope.worker(client), () -> contribution(client, cutOff)));
        }
        return units.onPlatform(() -> {
            // who withdrew while the others were read is left out
            List<Contribution> still = brought.stream()
                    .filter(each -> consents.given(each.client()))
                    .toList();
            List<Published> published = PlatformLearning.over(still)
                    .flatMap(learning -> learning.patterns().toOptional())
                    .orElse(List.of());
            findings.replace(published, now);
            return new Outcome(still.size(), published.size());
        });
    }

    private List<ClientId> consenting() {
        Predicate<ClientId> agreed = consents::given;
        return units.onPlatform(
                () -> clients.allLive().stream().map(Client::id).filter(agreed).toList());
    }

    private Contribution contribution(ClientId client, Instant cutOff) {
        Windows.Window year = Windows.window(LearningFacts.Unit.LEAD, cutOff, Windows.LONGEST);
        Map<String, List<Cell>> dimensions = new HashMap<>();
        facts.counts(client, LearningFacts.Unit.LEAD, year.span()).stream()
                .filter(counted -> SHARED.contains(counted.dimension()))
                .forEach(counted -> dimensions
                        .computeIfAbsent(counted.dimension(), _ -> new ArrayList<>())
                        .add(counted.cell()));
        return new Contribution(
                client,
                facts.totals(client, LearningFacts.Unit.LEAD, year.span()).conversions(),
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
