package io.agencyos.adapters.out.memory.platform.flow;

import io.agencyos.adapters.out.memory.kernel.MemoryTable;
import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.application.platform.flow.store.Partitions;
import java.time.LocalDate;
import java.util.List;

/** Remembers the days for which there would be a table. */
public final class MemoryPartitions implements Partitions {

    private static final int PERIODS = 4;

    private final MemoryTable<LocalDate, LocalDate> days;

    public MemoryPartitions(MemoryUnitOfWork units) {
        days = MemoryTable.ofPlatform("partition", units, day -> day);
    }

    @Override
    public int createAhead(LocalDate today) {
        List<LocalDate> missing = today.datesUntil(today.plusDays(PERIODS))
                .filter(day -> days.find(day).isEmpty())
                .toList();
        missing.forEach(days::insert);
        return missing.size();
    }
}
