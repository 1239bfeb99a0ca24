package io.agencyos.adapters.out.postgres.client;

import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.adapters.out.postgres.kernel.Rows;
import io.agencyos.domain.client.Client;
import io.agencyos.domain.client.ClientDetails;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Instant;
import java.util.Optional;

/** Former slugs in {@code client_slug_history}. Source: data model 5.1. */
final class SlugRows {

    private SlugRows() {}

    static Optional<ClientId> holder(String slug, Instant at) {
        return Db.query("select holder from app.find_client_by_slug(:slug, :at) holder where holder is not null")
                .bind("slug", slug)
                .bind("at", at)
                .map((row, context) -> Rows.id(row, "holder", ClientId::new))
                .findOne();
    }

    static void rename(Client live, String slug, Instant now, Instant freeAt) {
        Db.update("""
            insert into client_slug_history (slug, client_id, replaced_at, free_at) values (:old, :client, :now, :free)
            on conflict (slug) do update set client_id = excluded.client_id, replaced_at = excluded.replaced_at,
                free_at = excluded.free_at, row_version = client_slug_history.row_version + 1
            """)
                .bind("old", live.slug())
                .bind("client", live.id())
                .bind("now", now)
                .bind("free", freeAt)
                .execute();
        Db.update("update client_slug_history set free_at = :now, row_version = row_version + 1 where slug = :slug")
                .bind("slug", slug)
                .bind("now", now)
                .execute();
        Db.stamping("update client set slug = :slug, updated_at = :moment where twin_of = :live")
                .bind("slug", ClientDetails.OF_TWINS + slug)
                .bind("live", live.id())
                .execute();
    }
}
