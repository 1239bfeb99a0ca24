package io.agencyos.adapters.out.postgres.outreach;

import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.adapters.out.postgres.kernel.Rows;
import io.agencyos.application.outreach.recording.RecordingFiles;
import io.agencyos.domain.shared.id.ClientId;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Copies of recordings in {@code voice_recording_file} and {@code voice_recording_piece}: one place for all processes. */
public final class PostgresRecordingFiles implements RecordingFiles {

    private static final UUID FIRST = new UUID(0, 0);

    /** Made lately, not to go, and neither there nor given up nor due later. */
    private static final String WANTED = """
         where r.deleted_at is null and (r.hold_reason is not null or r.delete_after > :now) and r.recorded_at >= :since
           and (f.call_id is null or (f.fetched_at is null and f.next_try_at <= :now))
        """;

    @Override
    public List<Wanted> wanted(ClientId client, Instant since, Instant now, int limit) {
        return Db.query("""
            select r.call_id, c.provider, c.provider_call_id, r.recorded_at, coalesce(f.tries, 0) as tries
              from voice_recording r
              join voice_call c on c.client_id = r.client_id and c.id = r.call_id
              left join voice_recording_file f on f.client_id = r.client_id and f.call_id = r.call_id
            """ + WANTED + """
               and r.client_id = :client order by r.recorded_at, r.call_id limit :limit
            """)
                .bind("client", client)
                .bind("since", since)
                .bind("now", now)
                .bind("limit", limit)
                .map((row, context) -> new Wanted(
                        row.getObject("call_id", UUID.class),
                        Rows.text(row, "provider"),
                        Rows.text(row, "provider_call_id"),
                        Rows.instant(row, "recorded_at"),
                        row.getInt("tries")))
                .list();
    }

    @Override
    public List<ClientId> clientsWithWanted(Instant since, Instant now, @Nullable ClientId after, int limit) {
        return Db.query("""
            select distinct r.client_id
              from voice_recording r
              left join voice_recording_file f on f.client_id = r.client_id and f.call_id = r.call_id
            """ + WANTED + """
               and r.client_id > :after order by r.client_id limit :limit
            """)
                .bind("since", since)
                .bind("now", now)
                .bind("after", after == null ? FIRST : after.value())
                .bind("limit", limit)
                .map((row, context) -> new ClientId(row.getObject("client_id", UUID.class)))
                .list();
    }

    @Override
    public void append(ClientId client, UUID call, int piece, byte[] bytes) {
        // a piece that an earlier, broken-off try left is replaced
        Db.update("""
            insert into voice_recording_piece (client_id, call_id, piece, content) values (:client, :call, :piece, :content)
                on conflict (client_id, call_id, piece) do update
               set content = excluded.content, updated_at = now(), row_version = voice_recording_piece.row_version + 1
            """)
                .bind("client", client)
                .bind("call", call)
                .bind("piece", piece)
                .bind("content", bytes)
                .execute();
    }

    @Override
    public void complete(ClientId client, UUID call, Copy copy) {
        Db.update("""
            insert into voice_recording_file (client_id, call_id, bytes, sha256, fetched_at)
            values (:client, :call, :bytes, :sha256, :at)
                on conflict (client_id, call_id) do update
               set bytes = excluded.bytes, sha256 = excluded.sha256, fetched_at = excluded.fetched_at, next_try_at = null,
                   updated_at = now(), row_version = voice_recording_file.row_version + 1
            """)
                .bind("client", client)
                .bind("call", call)
                .bind("bytes", copy.bytes())
                .bind("sha256", HexFormat.of().parseHex(copy.sha256()))
                .bind("at", copy.fetchedAt())
                .execute();
    }

    @Override
    public void missed(ClientId client, UUID call, @Nullable Instant next) {
        forgetPieces(client, call);
        Db.update("""
            insert into voice_recording_file (client_id, call_id, tries, next_try_at) values (:client, :call, 1, :next)
                on conflict (client_id, call_id) do update
               set tries = voice_recording_file.tries + 1, next_try_at = excluded.next_try_at, updated_at = now(),
                   row_version = voice_recording_file.row_version + 1
            """)
                .bind("client", client)
                .bind("call", call)
                .bind("next", next)
                .execute();
    }

    private static void forgetPieces(ClientId client, UUID call) {
        Db.update("delete from voice_recording_piece where client_id = :client and call_id = :call")
                .bind("client", client)
                .bind("call", call)
                .execute();
    }

    @Override
    public Optional<Copy> find(ClientId client, UUID call) {
        return Db.query("""
            select bytes, sha256, fetched_at from voice_recording_file
             where client_id = :client and call_id = :call and fetched_at is not null
            """)
                .bind("client", client)
                .bind("call", call)
                .map((row, context) -> new Copy(
                        row.getLong("bytes"),
                        HexFormat.of().formatHex(row.getBytes("sha256")),
                        Rows.instant(row, "fetched_at")))
                .findOne();
    }

    @Override
    public void read(ClientId client, UUID call, OutputStream sink) {
        Db.query("""
            select content from voice_recording_piece where client_id = :client and call_id = :call order by piece
            """)
                .bind("client", client)
                .bind("call", call)
                .setFetchSize(1)
                .map((row, context) -> row.getBytes("content"))
                .forEach(bytes -> {
                    try {
                        sink.write(bytes);
                    } catch (IOException failed) {
                        throw new UncheckedIOException(failed);
                    }
                });
    }

    @Override
    public Optional<byte[]> piece(ClientId client, UUID call, int number) {
        return Db.query("""
            select content from voice_recording_piece where client_id = :client and call_id = :call and piece = :number
            """)
                .bind("client", client)
                .bind("call", call)
                .bind("number", number)
                .map((row, context) -> row.getBytes("content"))
                .findOne();
    }

    @Override
    public void remove(ClientId client, UUID call) {
        forgetPieces(client, call);
        Db.update("delete from voice_recording_file where client_id = :client and call_id = :call")
                .bind("client", client)
                .bind("call", call)
                .execute();
    }
}
