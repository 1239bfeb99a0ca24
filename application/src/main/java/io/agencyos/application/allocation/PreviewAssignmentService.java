package io.agencyos.application.allocation;

import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.allocation.AssignmentRefusal;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.lead.PoolPerson;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.PoolPersonId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The rehearsal of an assignment, told person by person. */
final class PreviewAssignmentService implements PreviewAssignment {

    private final AssignPoolLeadsService pool;
    private final AllocationWorld world;
    private final UnitOfWork units;

    PreviewAssignmentService(AssignPoolLeadsService pool, AllocationWorld world, UnitOfWork units) {
        this.pool = pool;
        this.world = world;
        this.units = units;
    }

    @Override
    public Outcome preview(TenantScope scope, CampaignId campaign, int count) {
        if (scope.role() != Role.WORKER && !scope.role().permits(Role.MEMBER)) {
            return new Outcome.RoleRequired();
        }
        TenantScope worker = scope.asWorker();
        var request = new AssignPoolLeads.Request(campaign, count, "", true);
        return switch (pool.rehearsal(worker, request)) {
            case Result.Err<AssignPoolLeadsService.Rehearsed, AssignmentRefusal>(AssignmentRefusal refusal) ->
                new Outcome.Refused(refusal);
            case Result.Ok<AssignPoolLeadsService.Rehearsed, AssignmentRefusal>(var rehearsal) ->
                shown(worker, rehearsal);
        };
    }

    private Outcome shown(TenantScope worker, AssignPoolLeadsService.Rehearsed rehearsal) {
        List<PoolAllocator.Pick> picks = rehearsal.picks().stream().limit(MOST).toList();
        List<PoolPersonId> ids = picks.stream().map(PoolAllocator.Pick::id).toList();
        Map<PoolPersonId, PoolPerson> people =
                units.inTenant(worker, () -> world.leads().people().findAll(ids)).stream()
                        .collect(Collectors.toMap(PoolPerson::id, Function.identity()));
        List<Chosen> chosen = picks.stream()
                .filter(pick -> people.containsKey(pick.id()))
                .map(pick -> chosen(pick, Objects.requireNonNull(people.get(pick.id())), rehearsal.place()))
                .toList();
        return new Outcome.Shown(
                rehearsal.report(), chosen, rehearsal.place().refused().left());
    }

    private static Chosen chosen(PoolAllocator.Pick pick, PoolPerson person, PoolPlace place) {
        return new Chosen(told(person), place.score(pick.person()), place.tier(pick.person()), pick.explored());
    }

    static Person told(PoolPerson person) {
        return new Person(
                person.person().title(),
                person.person().seniority(),
                person.company().industry(),
                person.company().employeeCount(),
                person.country());
    }
}
