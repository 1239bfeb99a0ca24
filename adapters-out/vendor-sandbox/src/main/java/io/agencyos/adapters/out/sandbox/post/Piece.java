package io.agencyos.adapters.out.sandbox.post;

import io.agencyos.adapters.out.sandbox.http.Body;
import io.agencyos.adapters.out.sandbox.http.Json;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One letter or postcard that the office took. */
final class Piece {

    final String id;
    final String kind;
    final String key;
    final Body order;
    final int cents;
    final Instant createdAt;
    private String status = PostOffice.READY;
    private Instant updatedAt;

    Piece(String id, String kind, String key, Body order, int cents, Instant createdAt) {
        this.id = id;
        this.kind = kind;
        this.key = key;
        this.order = order;
        this.cents = cents;
        this.createdAt = createdAt;
        this.updatedAt = createdAt;
    }

    String status() {
        return status;
    }

    Instant updatedAt() {
        return updatedAt;
    }

    void becomes(String next, Instant at) {
        status = next;
        updatedAt = at;
    }

    Map<String, @Nullable Object> shown() {
        return Json.object(
                "id",
                id,
                "object",
                kind,
                "status",
                status,
                "cents",
                cents,
                "description",
                key,
                "metadata",
                Json.object("touch", key),
                "createdAt",
                createdAt,
                "updatedAt",
                updatedAt);
    }
}
