package io.agencyos.adapters.out.memory.platform;

import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.application.platform.ExportFilesContract;
import io.agencyos.application.platform.export.ExportFiles;
import io.agencyos.application.shared.UnitOfWork;

class MemoryExportFilesTest extends ExportFilesContract {

    private final MemoryUnitOfWork units = new MemoryUnitOfWork();
    private final ExportFiles files = new MemoryExportFiles(units);

    @Override
    protected UnitOfWork units() {
        return units;
    }

    @Override
    protected ExportFiles files() {
        return files;
    }
}
