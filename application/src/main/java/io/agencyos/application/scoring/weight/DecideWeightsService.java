package io.agencyos.application.scoring.weight;

import io.agencyos.application.platform.Audit;
import io.agencyos.application.scoring.rescore.RescoreRequest;
import io.agencyos.application.scoring.rescore.RescoreRequests;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.IdSource;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.platform.AuditAction;
import io.agencyos.domain.platform.AuditEntry;
import io.agencyos.domain.platform.AuditEntry.Change;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.scoring.ScoreCause;
import io.agencyos.domain.scoring.weight.WeightSet;
import io.agencyos.domain.scoring.weight.WeightsSource;
import io.agencyos.domain.scoring.weight.WeightsStatus;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The set, the line in the audit log and the request for new scores are one unit of work of the client. */
public final class DecideWeightsService implements DecideWeights {

    /** What waits for a person, and what was in force before. */
    private static final Set<WeightsStatus> PROMOTABLE = Set.of(WeightsStatus.NEEDS_REVIEW, WeightsStatus.RETIRED);

    private final WeightSets weights;
    private final RescoreRequests rescores;
    private final Audit audit;
    private final UnitOfWork units;
    private final ClockPort clock;
    private final IdSource ids;

    public DecideWeightsService(
            WeightSets weights,
            RescoreRequests rescores,
            Audit audit,
            UnitOfWork units,
            ClockPort clock,
            IdSource ids) {
        this.weights = weights;
        this.rescores = rescores;
        this.audit = audit;
        this.units = units;
        this.clock = clock;
        this.ids = ids;
    }

    @Override
    public Outcome promote(UserId by, UUID id, Origin origin) {
        return decide(by, id, WeightsStatus.PROMOTED, PROMOTABLE, origin);
    }

    @Override
    public Outcome retire(UserId by, UUID id, Origin origin) {
        return decide(by, id, WeightsStatus.RETIRED, Set.of(WeightsStatus.PROMOTED), origin);
    }

    private Outcome decide(UserId by, UUID id, WeightsStatus to, Set<WeightsStatus> from, Origin origin) {
        Optional<WeightSets.Owned> owned = units.onPlatform(() -> weights.find(id))
                .filter(each -> each.set().source() == WeightsSource.CLIENT_LEARNED);
        return owned.<Outcome>map(found -> units.inTenant(
                        TenantScope.worker(found.client()),
                        () -> decideInside(by, id, found.client(), to, from, origin)))
                .orElseGet(Outcome.NotFound::new);
    }

    private Outcome decideInside(
            UserId by, UUID id, ClientId client, WeightsStatus to, Set<WeightsStatus> from, Origin origin) {
        WeightSet set = version(client, id).set();
        if (!from.contains(set.status())) {
            return new Outcome.InvalidTransition(set.status());
        }
        Instant now = clock.now();
        if (to == WeightsStatus.PROMOTED) {
            weights.promote(client, set.source(), set.version(), now);
        } else {
            weights.retire(client, set.source(), now);
        }
        rescores.add(List.of(new RescoreRequest(
                ids.next(), client, ScoreCause.REWEIGHT, new RescoreRequest.Target.Everybody(), null, now)));
        audit.append(new AuditEntry(
                ids.next(),
                now,
                client,
                AuditEntry.Actor.user(by.value()),
                AuditAction.UPDATE,
                AuditEntry.Outcome.OK,
                "scoring_weights",
                id,
                Map.of("status", new Change(set.status().wire(), to.wire())),
                Map.of("version", Integer.toString(set.version())),
                origin));
        return new Outcome.Decided(version(client, id));
    }

    private ShowWeights.Version version(ClientId client, UUID id) {
        return weights.history(client).stream()
                .filter(version -> version.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("weights " + id + " left their client"));
    }
}
