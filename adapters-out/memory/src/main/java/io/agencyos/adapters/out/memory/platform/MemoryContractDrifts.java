package io.agencyos.adapters.out.memory.platform;

import io.agencyos.adapters.out.memory.kernel.MemoryTable;
import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.application.platform.vendor.ContractDrifts;
import io.agencyos.domain.platform.ContractDrift;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** By vendor and hour. */
public final class MemoryContractDrifts implements ContractDrifts {

    private record Key(String vendor, Instant hour) {}

    private final MemoryTable<Key, ContractDrift> table;

    public MemoryContractDrifts(MemoryUnitOfWork units) {
        table = MemoryTable.ofPlatform("contract_drift", units, MemoryContractDrifts::key);
    }

    private static Key key(ContractDrift one) {
        return new Key(one.vendor(), one.hour());
    }

    @Override
    public void add(Collection<ContractDrift> said) {
        said.forEach(one -> table.put(table.find(key(one))
                .map(before -> new ContractDrift(
                        one.vendor(),
                        one.hour(),
                        before.read() + one.read(),
                        before.strange() + one.strange(),
                        one.example() == null ? before.example() : one.example()))
                .orElse(one)));
    }

    @Override
    public List<ContractDrift> since(Instant hour) {
        return table.rows()
                .filter(one -> !one.hour().isBefore(hour))
                .sorted(Comparator.comparing(ContractDrift::vendor).thenComparing(ContractDrift::hour))
                .toList();
    }

    @Override
    public void forget(Instant before) {
        table.rows().filter(one -> one.hour().isBefore(before)).toList().forEach(one -> table.remove(key(one)));
    }
}
