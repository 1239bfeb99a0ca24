package io.agencyos.adapters.out.postgres.client;

import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.adapters.out.postgres.kernel.Json;
import io.agencyos.adapters.out.postgres.kernel.Rows;
import io.agencyos.domain.client.ClientProfile;
import io.agencyos.domain.shared.id.ClientId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What clients say of themselves, in {@code client_profile}, where most have no row. */
final class ProfileOfClient {

    /** The profile of client {@code c} as {@link #read} takes it. */
    static final String COLUMN = """
         (select jsonb_build_object('abn', p.abn, 'description', p.description, 'services', p.services,
                                    'valueProposition', p.value_proposition)
            from client_profile p where p.client_id = c.client_id) as profile\
        """;

    /** A row of {@link #COLUMN}. */
    private record Stored(
            @Nullable String abn,
            @Nullable String description,
            @Nullable List<String> services,
            @Nullable String valueProposition) {}

    private ProfileOfClient() {}

    static ClientProfile read(ResultSet row) throws SQLException {
        Json stored = Rows.jsonOrNull(row, "profile");
        if (stored == null) {
            return ClientProfile.NONE;
        }
        Stored read = stored.as(Stored.class);
        return new ClientProfile(
                read.abn(),
                read.description(),
                Objects.requireNonNullElse(read.services(), List.of()),
                read.valueProposition());
    }

    /** Writes nothing where it says what is written. */
    static void write(ClientId client, ClientProfile profile) {
        Db.stamping("""
            insert into client_profile as p (client_id, abn, description, services, value_proposition, created_at, updated_at)
            select :client, :abn, :description, :services, :proposition, :moment, :moment
             where :said or exists (select from client_profile where client_id = :client)
            on conflict (client_id) do update
               set abn = excluded.abn, description = excluded.description, services = excluded.services,
                   value_proposition = excluded.value_proposition, updated_at = excluded.updated_at, row_version = p.row_version + 1
             where (p.abn, p.description, p.services, p.value_proposition)
                   is distinct from (excluded.abn, excluded.description, excluded.services, excluded.value_proposition)
            """)
                .bind("client", client)
                .bind("said", !profile.equals(ClientProfile.NONE))
                .bind("abn", profile.abn())
                .bind("description", profile.description())
                .bind("services", profile.services().toArray(String[]::new))
                .bind("proposition", profile.valueProposition())
                .execute();
    }
}
