package io.agencyos.adapters.out.memory.conversion;

import io.agencyos.application.conversion.report.Benchmarks;
import io.agencyos.application.conversion.report.Figures;
import io.agencyos.application.conversion.report.FiguresContract;
import io.agencyos.application.testing.Desk;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

class MemoryFiguresTest extends FiguresContract {

    @Override
    protected Desk desk(AtomicReference<Instant> time) {
        return MemoryDesk.at(time);
    }

    @Override
    protected Benchmarks sharing(ClientId client, Figures figures) {
        return new MemoryBenchmarks(() -> List.of(client), figures);
    }
}
