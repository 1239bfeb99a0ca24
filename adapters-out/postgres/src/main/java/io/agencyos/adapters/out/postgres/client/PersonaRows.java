package io.agencyos.adapters.out.postgres.client;

import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.adapters.out.postgres.kernel.Rows;
import io.agencyos.application.shared.ConcurrentUpdate;
import io.agencyos.domain.client.Persona;
import io.agencyos.domain.shared.contact.EmailAddress;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.PersonaId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Rows of {@code client_persona}; a deleted one stays for what was written as it. */
final class PersonaRows {

    private PersonaRows() {}

    static Optional<Persona> defaultOf(ClientId id) {
        return Db.query("select * from client_persona where client_id = :id and is_default and deleted_at is null")
                .bind("id", id)
                .map((row, context) -> read(row))
                .findOne();
    }

    static List<Persona> of(ClientId id) {
        return Db.query("select * from client_persona where client_id = :id and deleted_at is null order by id")
                .bind("id", id)
                .map((row, context) -> read(row))
                .list();
    }

    static void insert(Persona persona) {
        Db.stamping("""
            insert into client_persona (client_id, id, first_name, last_name, title, email, phone, display_name, photo_url,
                   calendar_link, is_active, is_default, created_at, updated_at)
            values (:client, :id, :first, :last, :title, :email, :phone, :display, :photo, :calendar, :active, :default,
                   :moment, :moment)
            """)
                .bind("client", persona.clientId())
                .bind("id", persona.id())
                .bind("first", persona.firstName())
                .bind("last", persona.lastName())
                .bind("title", persona.title())
                .bind("email", persona.email() == null ? null : persona.email().value())
                .bind("phone", persona.phone())
                .bind("display", persona.displayName())
                .bind("photo", persona.photoUrl())
                .bind("calendar", persona.calendarLink())
                .bind("active", persona.isActive())
                .bind("default", persona.isDefault())
                .execute();
    }

    static Persona update(Persona persona) {
        int changed = Db.stamping("""
            update client_persona
               set first_name = :first, last_name = :last, title = :title, email = :email, phone = :phone,
                   display_name = :display, photo_url = :photo, calendar_link = :calendar, is_active = :active,
                   is_default = :default, updated_at = :moment, row_version = row_version + 1
             where client_id = :client and id = :id and row_version = :version and deleted_at is null
            """)
                .bind("client", persona.clientId())
                .bind("id", persona.id())
                .bind("first", persona.firstName())
                .bind("last", persona.lastName())
                .bind("title", persona.title())
                .bind("email", persona.email() == null ? null : persona.email().value())
                .bind("phone", persona.phone())
                .bind("display", persona.displayName())
                .bind("photo", persona.photoUrl())
                .bind("calendar", persona.calendarLink())
                .bind("active", persona.isActive())
                .bind("default", persona.isDefault())
                .bind("version", persona.version())
                .execute();
        if (changed == 0) {
            throw new ConcurrentUpdate("persona " + persona.id());
        }
        return persona.atVersion(persona.version() + 1);
    }

    static void delete(ClientId client, PersonaId id) {
        Db.stamping("""
            update client_persona
               set deleted_at = :moment, updated_at = :moment, row_version = row_version + 1
             where client_id = :client and id = :id and deleted_at is null
            """).bind("client", client).bind("id", id).execute();
    }

    private static Persona read(ResultSet row) throws SQLException {
        String email = row.getString("email");
        return new Persona(
                Rows.id(row, "id", PersonaId::new),
                Rows.id(row, "client_id", ClientId::new),
                Rows.text(row, "first_name"),
                Rows.text(row, "last_name"),
                row.getString("title"),
                email == null ? null : new EmailAddress(email),
                row.getString("phone"),
                Rows.text(row, "display_name"),
                row.getString("photo_url"),
                row.getString("calendar_link"),
                row.getBoolean("is_active"),
                row.getBoolean("is_default"),
                row.getInt("row_version"));
    }
}
