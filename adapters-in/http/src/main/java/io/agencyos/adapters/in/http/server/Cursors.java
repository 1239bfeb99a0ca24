package io.agencyos.adapters.in.http.server;

import io.agencyos.adapters.in.http.json.Json;
import io.agencyos.adapters.in.http.route.Paging.Position;
import io.agencyos.adapters.in.http.route.Problem;
import io.agencyos.adapters.in.http.route.ProblemCode;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.SecretText;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Opaque, sealed marks of where a page ended. Source: api 1.4. */
final class Cursors {

    private static final int SEAL = 16;
    private static final int VERSION = 1;
    private static final int MAX_LENGTH = 4096;

    /** What is in a cursor. */
    private record Mark(int v, String sort, List<String> keys, String id, String filterHash) {}

    private final SecretKeySpec key;

    Cursors(SecretText secret) {
        key = new SecretKeySpec(secret.reveal().getBytes(StandardCharsets.UTF_8), "HmacSHA256");
    }

    /** Names a list with its filters: a cursor is good for exactly one. */
    static String filterHash(String path, Map<String, List<String>> filters) {
        String text = path + "?" + new TreeMap<>(filters);
        return HexFormat.of().formatHex(Arrays.copyOf(Digests.sha256(text.getBytes(StandardCharsets.UTF_8)), SEAL));
    }

    String write(String sort, String filterHash, Position position) {
        byte[] mark = Json.MAPPER.writeValueAsBytes(
                new Mark(VERSION, sort, position.keys(), position.id().toString(), filterHash));
        byte[] sealed = Arrays.copyOf(mark, mark.length + SEAL);
        System.arraycopy(seal(mark), 0, sealed, mark.length, SEAL);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
    }

    Result<Position, Problem> read(String cursor, String sort, String filterHash) {
        Optional<JsonNode> mark = opened(cursor);
        if (mark.isEmpty()) {
            return Result.err(Problem.of(ProblemCode.CURSOR_INVALID, "This cursor was not made here."));
        }
        JsonNode found = mark.get();
        if (!sort.equals(found.path("sort").stringValue(""))
                || !filterHash.equals(found.path("filter_hash").stringValue(""))) {
            return Result.err(
                    Problem.of(ProblemCode.CURSOR_MISMATCH, "This cursor is for other filters or another order."));
        }
        List<String> keys =
                found.path("keys").values().stream().map(JsonNode::stringValue).toList();
        return Ids.parse(found.path("id").stringValue(""))
                .<Result<Position, Problem>>map(id -> Result.ok(new Position(keys, id)))
                .orElseGet(() -> Result.err(Problem.of(ProblemCode.CURSOR_INVALID, "This cursor was not made here.")));
    }

    /** The mark in a cursor whose seal holds. */
    private Optional<JsonNode> opened(String cursor) {
        if (cursor.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        byte[] sealed;
        try {
            sealed = Base64.getUrlDecoder().decode(cursor);
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
        if (sealed.length <= SEAL) {
            return Optional.empty();
        }
        byte[] mark = Arrays.copyOf(sealed, sealed.length - SEAL);
        byte[] seal = Arrays.copyOfRange(sealed, mark.length, sealed.length);
        if (!MessageDigest.isEqual(seal, seal(mark))) {
            return Optional.empty();
        }
        try {
            return Optional.of(Json.MAPPER.readTree(mark));
        } catch (JacksonException notJson) {
            return Optional.empty();
        }
    }

    private byte[] seal(byte[] mark) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return Arrays.copyOf(mac.doFinal(mark), SEAL);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every Java has HmacSHA256", missing);
        }
    }
}
