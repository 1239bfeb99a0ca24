package io.agencyos.application.allocation;

import io.agencyos.application.allocation.store.AllocationPorts;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.allocation.AssignmentRefusal;
import io.agencyos.domain.allocation.Exploration;
import io.agencyos.domain.lead.PoolPerson;
import io.agencyos.domain.shared.id.PoolPersonId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Whom a single demand would get if nobody else took anybody, by the same looks at companies as a claim and in the same
 * places of the period; writes nothing. Source: scoring POOL-6, POOL-8, B5.
 */
final class Rehearsal {

    private final AllocationPorts ports;
    private final AllocationWorld world;
    private final UnitOfWork units;
    private final PoolPlace place;
    private final CompanyRoom room;
    private final Map<PoolPersonId, PoolPerson> met = new HashMap<>();

    Rehearsal(AllocationPorts ports, AllocationWorld world, UnitOfWork units, PoolPlace place, Instant now) {
        this.ports = ports;
        this.world = world;
        this.units = units;
        this.place = place;
        this.room = units.inTenant(
                place.worker(),
                () -> CompanyRoom.of(ports, world, place.demand().clientId(), List.of(), now));
    }

    /** @param already how many the client was assigned in this period before */
    List<PoolAllocator.Pick> picks(int most, int already) {
        List<PoolAllocator.Pick> taken = new ArrayList<>();
        boolean more = true;
        while (more && taken.size() < most) {
            List<PoolAllocator.Pick> planned = plan(most - taken.size(), already + taken.size());
            meet(planned);
            taken.addAll(asAClaimWould(planned));
            place.rewind();
            more = !planned.isEmpty();
        }
        return taken;
    }

    /** As the client set it: what is shown is what would be done. */
    private boolean explores(int ordinal) {
        return Exploration.falls(ordinal, place.demand().exploring());
    }

    private List<PoolAllocator.Pick> plan(int most, int already) {
        List<PoolAllocator.Pick> planned = new ArrayList<>();
        for (int ordinal = already + 1; planned.size() < most; ordinal++) {
            boolean explore = explores(ordinal);
            int person = place.isOpen() ? place.plan(explore, List.of(place)) : Ranking.NOBODY;
            if (person == Ranking.NOBODY) {
                return planned;
            }
            planned.add(new PoolAllocator.Pick(person, place.found().board().id(person), ordinal, explore));
        }
        return planned;
    }

    private void meet(Collection<PoolAllocator.Pick> planned) {
        List<PoolPersonId> strangers = planned.stream()
                .map(PoolAllocator.Pick::id)
                .filter(id -> !met.containsKey(id))
                .toList();
        if (strangers.isEmpty()) {
            return;
        }
        units.inTenant(place.worker(), () -> {
            List<PoolPerson> people = world.leads().people().findAll(strangers);
            room.lookAt(people);
            people.forEach(person -> met.put(person.id(), person));
        });
    }

    /** After a gap everybody moves up; from whoever's place would then be another kind of place on, all is planned anew. */
    private List<PoolAllocator.Pick> asAClaimWould(List<PoolAllocator.Pick> planned) {
        List<PoolAllocator.Pick> taken = new ArrayList<>();
        int gaps = 0;
        boolean inPlace = true;
        for (PoolAllocator.Pick pick : planned) {
            inPlace = inPlace && explores(pick.ordinal() - gaps) == pick.explored();
            PoolPerson person = met.get(pick.id());
            if (!inPlace) {
                place.giveBack(pick.person());
            } else if (person != null && room.take(person)) {
                taken.add(pick);
            } else {
                gaps++;
                place.lost(pick.person(), person == null);
                if (person != null) {
                    place.refused().first(person, AssignmentRefusal.LEAD_UNAVAILABLE);
                }
            }
        }
        return taken;
    }
}
