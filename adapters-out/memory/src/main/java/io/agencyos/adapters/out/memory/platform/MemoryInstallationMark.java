package io.agencyos.adapters.out.memory.platform;

import io.agencyos.adapters.out.memory.kernel.MemoryTable;
import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.application.platform.secret.InstallationMark;
import java.util.Optional;

/** The mark as a table of at most one row. */
public final class MemoryInstallationMark implements InstallationMark {

    private static final int ONLY = 1;

    private final MemoryTable<Integer, String> table;

    public MemoryInstallationMark(MemoryUnitOfWork units) {
        table = MemoryTable.ofPlatform("platform_setting", units, fingerprint -> ONLY);
    }

    @Override
    public Optional<String> read() {
        return table.find(ONLY);
    }

    @Override
    public void set(String fingerprint) {
        if (table.find(ONLY).isEmpty()) {
            table.insert(fingerprint);
        }
    }
}
