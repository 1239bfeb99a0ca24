package io.agencyos.adapters.out.memory.lead;

import io.agencyos.adapters.out.memory.kernel.MemoryTable;
import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.application.lead.intake.ImportFiles;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.ImportId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Uploaded files until they are read. */
public final class MemoryImportFiles implements ImportFiles {

    private record Kept(ClientId client, ImportId id, byte[] content, Instant at) {}

    private final MemoryTable<ImportId, Kept> files;

    public MemoryImportFiles(MemoryUnitOfWork units) {
        files = MemoryTable.<ImportId, Kept>ofTenants("import_file", units, Kept::client, Kept::id)
                .writtenBy(Role.WORKER);
    }

    @Override
    public void keep(ClientId client, ImportId id, byte[] content, Instant now) {
        files.insert(new Kept(client, id, content.clone(), now));
    }

    @Override
    public Optional<byte[]> find(ClientId client, ImportId id) {
        return files.find(id).map(kept -> kept.content().clone());
    }

    @Override
    public void discard(ClientId client, ImportId id) {
        files.find(id).ifPresent(kept -> files.remove(kept.id()));
    }

    @Override
    public int discardBefore(ClientId client, Instant moment) {
        List<Kept> old = files.rows().filter(kept -> kept.at().isBefore(moment)).toList();
        old.forEach(kept -> files.remove(kept.id()));
        return old.size();
    }
}
