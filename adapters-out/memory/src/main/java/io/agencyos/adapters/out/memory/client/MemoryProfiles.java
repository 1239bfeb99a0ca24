package io.agencyos.adapters.out.memory.client;

import io.agencyos.adapters.out.memory.kernel.MemoryTable;
import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.application.client.identity.store.Profiles;
import io.agencyos.domain.client.identity.Profile;
import io.agencyos.domain.shared.id.UserId;

/** What people say of themselves. */
public final class MemoryProfiles implements Profiles {

    private record Row(UserId user, Profile profile) {}

    private final MemoryTable<UserId, Row> table;

    public MemoryProfiles(MemoryUnitOfWork units) {
        table = MemoryTable.ofPlatform("user_preference", units, Row::user);
    }

    @Override
    public Profile find(UserId user) {
        return table.find(user).map(Row::profile).orElse(Profile.PLAIN);
    }

    @Override
    public void save(UserId user, Profile profile) {
        table.put(new Row(user, profile));
    }
}
