package io.agencyos.adapters.out.memory.platform;

import io.agencyos.adapters.out.memory.kernel.MemoryTable;
import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.application.platform.Alerts;
import io.agencyos.domain.platform.Alert;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Open alerts; one whose cause is gone is forgotten here. */
public final class MemoryAlerts implements Alerts {

    private final MemoryTable<String, Alert> open;

    public MemoryAlerts(MemoryUnitOfWork units) {
        open = MemoryTable.ofPlatform("alert", units, Alert::fingerprint);
    }

    @Override
    public void raise(Alert alert) {
        open.put(open.find(alert.fingerprint()).map(known -> known.again(alert)).orElse(alert));
    }

    @Override
    public void resolveOthers(String source, Collection<String> stillOpen, Instant at) {
        open.rows()
                .filter(alert -> alert.source().equals(source) && !stillOpen.contains(alert.fingerprint()))
                .forEach(alert -> open.remove(alert.fingerprint()));
    }

    @Override
    public List<Alert> open(int limit) {
        return open.rows()
                .sorted(Comparator.comparing(Alert::lastAt).reversed().thenComparing(Alert::fingerprint))
                .limit(limit)
                .toList();
    }
}
