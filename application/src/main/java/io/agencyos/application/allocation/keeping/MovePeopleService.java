package io.agencyos.application.allocation.keeping;

import io.agencyos.application.allocation.CandidateChecks;
import io.agencyos.application.allocation.ClaimChunk;
import io.agencyos.application.allocation.Demand;
import io.agencyos.application.allocation.HandOrder;
import io.agencyos.application.allocation.Unfit;
import io.agencyos.application.shared.ConcurrentUpdate;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UniqueViolation;
import io.agencyos.domain.allocation.AssignmentRefusal;
import io.agencyos.domain.lead.ClaimStatus;
import io.agencyos.domain.lead.PoolClaim;
import io.agencyos.domain.lead.ReleaseReason;
import io.agencyos.domain.platform.AuditAction;
import io.agencyos.domain.platform.AuditEntry;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.PoolPersonId;
import io.agencyos.domain.shared.id.UserId;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** One unit of work for a client: its people move together with the line in the log. */
final class MovePeopleService implements MovePeople {

    private static final int RACES = 5;

    private final PoolKeeping on;
    private final ClaimChunk chunks;
    private final HeldBatch batches;

    MovePeopleService(PoolKeeping on) {
        this.on = on;
        this.chunks = new ClaimChunk(
                on.ports(), on.world(), new CandidateChecks(on.ports(), on.world()), on.clock(), on.ids());
        this.batches = new HeldBatch(on);
    }

    @Override
    public Given give(UserId staff, HandOrder order, Origin origin) {
        TenantScope worker = TenantScope.worker(order.client());
        for (int attempt = 1; ; attempt++) {
            try {
                Supplier<Given> work = () -> once(staff, worker, order, origin);
                return on.units().inTenant(worker, work);
            } catch (UniqueViolation | ConcurrentUpdate | ClaimChunk.OutOfCredits race) {
                // somebody took one of these people, or the last credit, between our look and our write
                if (attempt == RACES) {
                    throw race;
                }
            }
        }
    }

    private Given once(UserId staff, TenantScope worker, HandOrder order, Origin origin) {
        return switch (Demand.read(
                on.ports(),
                on.world(),
                order.client(),
                order.campaign(),
                order.people().size())) {
            case Result.Err<Demand, AssignmentRefusal>(AssignmentRefusal refusal) -> new Given.Refused(refusal);
            case Result.Ok<Demand, AssignmentRefusal>(Demand demand) -> {
                Map<PoolPersonId, Optional<Unfit>> fates = chunks.byHand(worker, demand, order);
                List<PoolPersonId> given = fates.entrySet().stream()
                        .filter(fate -> fate.getValue().isEmpty())
                        .map(Map.Entry::getKey)
                        .toList();
                note(staff, order.client(), "assign", given, order.reason(), origin);
                yield new Given.Done(fates);
            }
        };
    }

    @Override
    public Map<PoolPersonId, Taken> takeBack(
            UserId staff, Collection<PoolPersonId> people, String reason, Origin origin) {
        Map<PoolPersonId, Taken> fates = new LinkedHashMap<>();
        people.forEach(person -> fates.put(person, Taken.NOT_HELD));
        Map<PoolPersonId, PoolClaim> claims =
                on.units().readingPlatform(() -> on.world().leads().people().claims(fates.keySet()));
        claims.forEach((person, claim) -> {
            if (claim.status() == ClaimStatus.CONVERTED) {
                fates.put(person, Taken.CONVERTED);
            }
        });
        Map<ClientId, List<PoolClaim>> held = claims.values().stream()
                .filter(claim -> claim.status() == ClaimStatus.ACTIVE)
                .collect(Collectors.groupingBy(
                        PoolClaim::clientId,
                        () -> new TreeMap<>(Comparator.comparing(ClientId::text)),
                        Collectors.toList()));
        held.forEach((client, those) -> {
            on.units().inTenant(TenantScope.worker(client), () -> {
                List<LeadId> leads = those.stream().map(PoolClaim::leadId).toList();
                batches.release(client, leads, ReleaseReason.MANUAL);
                batches.complete(client, leads);
                note(
                        staff,
                        client,
                        "release",
                        those.stream().map(PoolClaim::personId).toList(),
                        reason,
                        origin);
            });
            those.forEach(claim -> fates.put(claim.personId(), Taken.RELEASED));
        });
        return fates;
    }

    private void note(
            UserId staff, ClientId client, String step, List<PoolPersonId> people, String reason, Origin origin) {
        if (people.isEmpty()) {
            return;
        }
        on.world()
                .audit()
                .append(new AuditEntry(
                        on.ids().next(),
                        on.clock().now(),
                        client,
                        AuditEntry.Actor.user(staff.value()),
                        AuditAction.UPDATE,
                        AuditEntry.Outcome.OK,
                        "pool_claim",
                        null,
                        Map.of(),
                        Map.of(
                                "step",
                                step,
                                "reason",
                                reason,
                                "people",
                                people.stream().map(PoolPersonId::text).sorted().collect(Collectors.joining(","))),
                        origin));
    }
}
