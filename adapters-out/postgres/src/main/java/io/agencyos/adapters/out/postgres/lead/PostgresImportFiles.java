package io.agencyos.adapters.out.postgres.lead;

import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.application.lead.intake.ImportFiles;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.ImportId;
import java.time.Instant;
import java.util.Optional;

/** Uploaded files in {@code import_file}, as they came. */
public final class PostgresImportFiles implements ImportFiles {

    @Override
    public void keep(ClientId client, ImportId id, byte[] content, Instant now) {
        Db.update("""
            insert into import_file (client_id, id, content, created_at) values (:client, :id, :content, :now)
            """)
                .bind("client", client)
                .bind("id", id)
                .bind("content", content)
                .bind("now", now)
                .execute();
    }

    @Override
    public Optional<byte[]> find(ClientId client, ImportId id) {
        return Db.query("select content from import_file where client_id = :client and id = :id")
                .bind("client", client)
                .bind("id", id)
                .mapTo(byte[].class)
                .findOne();
    }

    @Override
    public void discard(ClientId client, ImportId id) {
        Db.update("delete from import_file where client_id = :client and id = :id")
                .bind("client", client)
                .bind("id", id)
                .execute();
    }

    @Override
    public int discardBefore(ClientId client, Instant moment) {
        return Db.update("delete from import_file where client_id = :client and created_at < :moment")
                .bind("client", client)
                .bind("moment", moment)
                .execute();
    }
}
