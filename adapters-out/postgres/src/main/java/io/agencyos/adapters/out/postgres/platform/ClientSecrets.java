package io.agencyos.adapters.out.postgres.platform;

import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.application.platform.secret.SealedPlace;
import io.agencyos.application.platform.secret.Sealer;
import io.agencyos.application.shared.IdSource;
import io.agencyos.domain.shared.id.ClientId;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** What is encrypted, in {@code client_secret}, each sealed for its own row. Source: api 7. */
final class ClientSecrets {

    private static final int KEY_ID = 1;

    private final Sealer sealer;
    private final IdSource ids;

    ClientSecrets(Sealer sealer, IdSource ids) {
        this.sealer = sealer;
        this.ids = ids;
    }

    UUID insert(ClientId client, String purpose, String plain) {
        UUID id = ids.next();
        String sealed = sealer.sealText(plain, place(id, client));
        Db.update("""
            insert into client_secret (client_id, id, purpose, ciphertext, key_id)
            values (:client, :id, :purpose, :ciphertext, :key)
            """)
                .bind("client", client)
                .bind("id", id)
                .bind("purpose", purpose)
                .bind("ciphertext", bytes(sealed))
                .bind("key", keyId(sealed))
                .execute();
        return id;
    }

    void replace(ClientId client, UUID id, String plain) {
        write(client, id, sealer.sealText(plain, place(id, client)));
    }

    /** Nothing is left of it but that it was there. */
    void destroy(ClientId client, UUID id) {
        write(client, id, "");
    }

    private static void write(ClientId client, UUID id, String sealed) {
        Db.update("""
            update client_secret set ciphertext = :ciphertext, key_id = :key, rotated_at = now(), updated_at = now(),
                   row_version = row_version + 1
             where client_id = :client and id = :id
            """)
                .bind("client", client)
                .bind("id", id)
                .bind("ciphertext", bytes(sealed))
                .bind("key", keyId(sealed))
                .execute();
    }

    String open(ClientId client, UUID id, byte[] ciphertext) {
        return sealer.openText(new String(ciphertext, StandardCharsets.US_ASCII), place(id, client));
    }

    private static SealedPlace place(UUID id, ClientId client) {
        return new SealedPlace("client_secret", "ciphertext", id.toString(), client);
    }

    private static byte[] bytes(String sealed) {
        return sealed.getBytes(StandardCharsets.US_ASCII);
    }

    private static String keyId(String sealed) {
        String[] parts = sealed.split(":");
        return parts.length > KEY_ID ? parts[KEY_ID] : "";
    }
}
