package io.agencyos.application.allocation;

import io.agencyos.application.allocation.store.AllocationPorts;
import io.agencyos.application.allocation.store.AssignmentRuns;
import io.agencyos.application.shared.ConcurrentUpdate;
import io.agencyos.application.shared.UniqueViolation;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.allocation.AssignmentRefusal;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.PoolPersonId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A chunk of a plan as one unit of work, all or nothing; a lost race is tried again with whoever is left. */
final class ClaimStep {

    private static final int RACES = 5;

    private final AllocationPorts ports;
    private final AllocationWorld world;
    private final ClaimChunk chunks;
    private final UnitOfWork units;

    ClaimStep(AllocationPorts ports, AllocationWorld world, ClaimChunk chunks, UnitOfWork units) {
        this.ports = ports;
        this.world = world;
        this.chunks = chunks;
        this.units = units;
    }

    /**
     * What became of a chunk; whoever is in none of the sets was not tried.
     *
     * @param lost held by somebody else by now
     * @param refused by a check inside the unit of work
     * @param already the client's assignments of this period, these included
     * @param stopped why the demand as a whole gets nobody any more
     */
    record Step(
            AssignmentRuns.Run run,
            Set<PoolPersonId> taken,
            Set<PoolPersonId> lost,
            Set<PoolPersonId> refused,
            int already,
            @Nullable AssignmentRefusal stopped) {

        static Step nothing(AssignmentRuns.Run run, int already, @Nullable AssignmentRefusal stopped) {
            return new Step(run, Set.of(), Set.of(), Set.of(), already, stopped);
        }
    }

    /** @param already how many of the client's period the plan counted before this chunk */
    Step claim(PoolPlace place, List<PoolAllocator.Pick> picks, int already) {
        for (int attempt = 1; ; attempt++) {
            try {
                return units.inTenant(place.worker(), () -> once(place, picks, already));
            } catch (UniqueViolation | ConcurrentUpdate | ClaimChunk.OutOfCredits race) {
                // an import took one of these people, or another run the last credit, between our look and our write
                if (attempt == RACES) {
                    throw race;
                }
            }
        }
    }

    private Step once(PoolPlace place, List<PoolAllocator.Pick> picks, int already) {
        AssignmentRuns.Run last = place.run();
        ClientId client = last.clientId();
        AssignmentRuns.Run run = ports.runs().findForUpdate(client, last.id()).orElse(last);
        int open = run.finishedAt() == null ? run.requested() - run.progress().assigned() : 0;
        int now = assignedBefore(client);
        if (open == 0 || now != already) {
            // another run of this client went on meanwhile: its places in the period are not those of the plan
            return Step.nothing(run, now, null);
        }
        return switch (Demand.read(ports, world, client, run.campaignId(), run.requested())) {
            case Result.Err<Demand, AssignmentRefusal>(AssignmentRefusal refusal) -> Step.nothing(run, now, refusal);
            case Result.Ok<Demand, AssignmentRefusal>(Demand demand) -> {
                int most = Math.min(Math.min(open, demand.credits()), picks.size());
                Step step = chunks.claim(place.worker(), demand, run, picks.subList(0, most), now);
                ports.runs().update(step.run());
                yield step;
            }
        };
    }

    /** Why the demand as a whole would get nobody just now; null when it would. */
    @Nullable
    AssignmentRefusal refusal(PoolPlace place) {
        AssignmentRuns.Run run = place.run();
        return switch (units.inTenant(
                place.worker(), () -> Demand.read(ports, world, run.clientId(), run.campaignId(), run.requested()))) {
            case Result.Ok<Demand, AssignmentRefusal>(Demand demand) -> null;
            case Result.Err<Demand, AssignmentRefusal>(AssignmentRefusal refusal) -> refusal;
        };
    }

    /** The client's assignments of its credits' period. */
    int assignedBefore(ClientId client) {
        return ports.runs().assignedSince(client, world.periodBegan(client));
    }
}
