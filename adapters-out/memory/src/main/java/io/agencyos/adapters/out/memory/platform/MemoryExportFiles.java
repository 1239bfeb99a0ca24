package io.agencyos.adapters.out.memory.platform;

import io.agencyos.adapters.out.memory.kernel.MemoryTable;
import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.application.platform.export.ExportFile;
import io.agencyos.application.platform.export.ExportFiles;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.RunId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Files on their way out. */
public final class MemoryExportFiles implements ExportFiles {

    private record PartKey(RunId file, int number) {}

    private record Part(ClientId client, PartKey key, byte[] content) {}

    private final MemoryTable<RunId, ExportFile> files;
    private final MemoryTable<PartKey, Part> parts;

    public MemoryExportFiles(MemoryUnitOfWork units) {
        files = MemoryTable.<RunId, ExportFile>ofTenants("export_file", units, ExportFile::client, ExportFile::id)
                .writtenBy(Role.WORKER)
                .alsoWrittenByThePlatform();
        parts = MemoryTable.<PartKey, Part>ofTenants("export_part", units, Part::client, Part::key)
                .writtenBy(Role.WORKER)
                .alsoWrittenByThePlatform();
    }

    @Override
    public void begin(ExportFile file) {
        if (files.find(file.id()).isEmpty()) {
            files.insert(file);
        }
    }

    @Override
    public boolean put(ClientId client, RunId file, int number, byte[] content) {
        if (find(client, file).isEmpty()) {
            return false;
        }
        parts.put(new Part(client, new PartKey(file, number), content.clone()));
        return true;
    }

    @Override
    public boolean finish(ClientId client, RunId id, Instant expiresAt) {
        Optional<ExportFile> open = find(client, id).filter(file -> file.expiresAt() == null);
        open.ifPresent(file -> files.put(new ExportFile(
                file.id(), file.client(), file.name(), file.format(), file.least(), file.createdAt(), expiresAt)));
        return open.isPresent();
    }

    @Override
    public Optional<ExportFile> find(ClientId client, RunId file) {
        return files.find(file).filter(found -> found.client().equals(client));
    }

    @Override
    public Optional<byte[]> part(ClientId client, RunId file, int number) {
        return parts.find(new PartKey(file, number))
                .filter(part -> part.client().equals(client))
                .map(part -> part.content().clone());
    }

    @Override
    public int withdraw(ClientId client) {
        return removed(files.rows().filter(file -> file.client().equals(client)).toList());
    }

    @Override
    public int discardBefore(Instant moment, int most) {
        return removed(files.rows()
                .filter(file -> file.createdAt().isBefore(moment))
                .limit(most)
                .toList());
    }

    private int removed(List<ExportFile> old) {
        old.forEach(file -> {
            parts.rows().filter(part -> part.key().file().equals(file.id())).forEach(part -> parts.remove(part.key()));
            files.remove(file.id());
        });
        return old.size();
    }
}
