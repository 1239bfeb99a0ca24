package io.agencyos.adapters.in.rest.testing;

import io.agencyos.adapters.in.http.testing.MemoryWorld;
import io.agencyos.adapters.in.rest.card.Moments;
import io.agencyos.adapters.out.memory.platform.MemoryStamps;
import io.agencyos.application.shared.ReadStampsService;

/** When the rows of a world were written. */
public final class Written {

    private Written() {}

    public static Moments moments(MemoryWorld world) {
        return new Moments(new ReadStampsService(new MemoryStamps(world.units), world.units));
    }
}
