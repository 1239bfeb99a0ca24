package io.agencyos.adapters.out.postgres.platform;

import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.adapters.out.postgres.kernel.Rows;
import io.agencyos.application.platform.export.ExportFile;
import io.agencyos.application.platform.export.ExportFiles;
import io.agencyos.application.platform.export.SheetFormat;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.RunId;
import java.time.Instant;
import java.util.Optional;

/** Files in {@code export_file}, their bytes in {@code export_part}. */
public final class PostgresExportFiles implements ExportFiles {

    @Override
    public void begin(ExportFile file) {
        Db.update("""
            insert into export_file (client_id, id, name, format, least_role, created_at)
            values (:client, :id, :name, :format, :least, :at)
            on conflict (client_id, id) do nothing
            """)
                .bind("client", file.client())
                .bind("id", file.id())
                .bind("name", file.name())
                .bind("format", file.format().wire())
                .bind("least", file.least().wire())
                .bind("at", file.createdAt())
                .execute();
    }

    @Override
    public boolean put(ClientId client, RunId file, int number, byte[] content) {
        return Db.update("""
            insert into export_part (client_id, export_id, number, content)
            select client_id, id, :number, :content from export_file where client_id = :client and id = :file for key share
            on conflict (client_id, export_id, number)
                do update set content = excluded.content, row_version = export_part.row_version + 1
            """)
                        .bind("client", client)
                        .bind("file", file)
                        .bind("number", number)
                        .bind("content", content)
                        .execute()
                == 1;
    }

    @Override
    public boolean finish(ClientId client, RunId file, Instant expiresAt) {
        return Db.update("""
            update export_file set expires_at = :expires, row_version = row_version + 1
             where client_id = :client and id = :file and expires_at is null
            """)
                        .bind("client", client)
                        .bind("file", file)
                        .bind("expires", expiresAt)
                        .execute()
                == 1;
    }

    @Override
    public Optional<ExportFile> find(ClientId client, RunId file) {
        return Db.query("select * from export_file where client_id = :client and id = :file")
                .bind("client", client)
                .bind("file", file)
                .map((row, context) -> new ExportFile(
                        Rows.id(row, "id", RunId::new),
                        Rows.id(row, "client_id", ClientId::new),
                        Rows.text(row, "name"),
                        Rows.word(row, "format", SheetFormat.class),
                        Rows.word(row, "least_role", Role.class),
                        Rows.instant(row, "created_at"),
                        Rows.instantOrNull(row, "expires_at")))
                .findOne();
    }

    @Override
    public Optional<byte[]> part(ClientId client, RunId file, int number) {
        return Db.query("""
            select content from export_part where client_id = :client and export_id = :file and number = :number
            """)
                .bind("client", client)
                .bind("file", file)
                .bind("number", number)
                .mapTo(byte[].class)
                .findOne();
    }

    @Override
    public int withdraw(ClientId client) {
        return Db.update("delete from export_file where client_id = :client")
                .bind("client", client)
                .execute();
    }

    @Override
    public int discardBefore(Instant moment, int most) {
        return Db.update("""
            delete from export_file f
             using (select client_id, id from export_file where created_at < :moment limit :most) old
             where f.client_id = old.client_id and f.id = old.id
            """).bind("moment", moment).bind("most", most).execute();
    }
}
