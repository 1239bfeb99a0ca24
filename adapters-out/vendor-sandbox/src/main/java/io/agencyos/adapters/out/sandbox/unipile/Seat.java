package io.agencyos.adapters.out.sandbox.unipile;

import io.agencyos.adapters.out.sandbox.http.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A LinkedIn account that acts for us. */
final class Seat {

    /** An invitation that waits. */
    record Invitation(String id, Human who, String note, Instant at) {}

    /** One message of a chat. */
    record Said(String id, boolean ours, String text, Instant at) {}

    /** A conversation with one person. */
    record Chat(String id, Human with, List<Said> said) {}

    final String id;
    final String providerId;
    final String name;
    final Instant created;
    final Map<String, Invitation> pending = new LinkedHashMap<>();
    final Map<String, Instant> withdrawn = new LinkedHashMap<>();
    final Map<Human, Instant> relations = new LinkedHashMap<>();
    final Map<String, Chat> chats = new LinkedHashMap<>();
    final List<Instant> invited = new ArrayList<>();
    String status = "OK";

    Seat(String id, String providerId, String name, Instant created) {
        this.id = id;
        this.providerId = providerId;
        this.name = name;
        this.created = created;
    }

    Map<String, @Nullable Object> shown() {
        return Json.object(
                "object",
                "Account",
                "id",
                id,
                "type",
                "LINKEDIN",
                "name",
                name,
                "created_at",
                created,
                "connection_params",
                Json.object(
                        "im",
                        Json.object(
                                "id",
                                providerId,
                                "username",
                                name,
                                "publicIdentifier",
                                name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-") + "-example")),
                "sources",
                List.of(Json.object("id", id + "_MESSAGING", "status", status)));
    }
}
