package io.agencyos.application.allocation;

import io.agencyos.application.allocation.store.LearnedTargets;
import io.agencyos.domain.shared.id.ClientId;
import java.util.List;

/** Chief executives convert, marketing agencies of 16 to 30 people most of all. */
record ChiefsConvert(int exploredPercent) implements LearnedTargets {

    @Override
    public Aim searched(ClientId client, Aim base) {
        return new Aim(base.industries(), List.of("CEO", "Head of Growth"), base.sizes());
    }

    @Override
    public Aim taken(ClientId client, Aim base) {
        return searched(client, base);
    }

    @Override
    public int exploredPercent(ClientId client) {
        return exploredPercent;
    }
}
