package io.agencyos.adapters.out.memory.client;

import io.agencyos.adapters.out.memory.kernel.MemoryTable;
import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.application.client.identity.store.SecondFactors;
import io.agencyos.domain.client.identity.SecondFactor;
import io.agencyos.domain.shared.id.UserId;
import java.util.Optional;

/** People's second factors. */
public final class MemorySecondFactors implements SecondFactors {

    private final MemoryTable<UserId, SecondFactor> factors;

    public MemorySecondFactors(MemoryUnitOfWork units) {
        factors = MemoryTable.ofPlatform("user_second_factor", units, SecondFactor::user);
    }

    @Override
    public Optional<SecondFactor> find(UserId user) {
        return factors.find(user);
    }

    @Override
    public void put(SecondFactor factor) {
        factors.put(factor);
    }

    @Override
    public void remove(UserId user) {
        factors.find(user).ifPresent(factor -> factors.remove(user));
    }
}
