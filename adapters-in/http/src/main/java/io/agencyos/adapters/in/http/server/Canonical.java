package io.agencyos.adapters.in.http.server;

import io.agencyos.adapters.in.http.json.Json;
import io.agencyos.adapters.in.http.route.Upload;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Bodies in the one form that tells whether two are the same: members sorted, files as their digest. Source: api 1.5. */
final class Canonical {

    private static final int CHUNK = 1 << 16;

    private Canonical() {}

    static byte[] bytes(JsonNode tree) {
        return Json.MAPPER.writeValueAsBytes(sorted(tree));
    }

    private static JsonNode sorted(JsonNode node) {
        if (node.isObject()) {
            ObjectNode object = Json.MAPPER.createObjectNode();
            Map<String, JsonNode> members = new TreeMap<>();
            node.properties().forEach(member -> members.put(member.getKey(), sorted(member.getValue())));
            members.forEach(object::set);
            return object;
        }
        if (node.isArray()) {
            ArrayNode array = Json.MAPPER.createArrayNode();
            node.values().forEach(element -> array.add(sorted(element)));
            return array;
        }
        return node;
    }

    static byte[] bytes(Map<String, Upload> files, Map<String, String> form) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (Map.Entry<String, String> field : new TreeMap<>(form).entrySet()) {
            all.writeBytes(Json.MAPPER.writeValueAsBytes(field));
        }
        for (Map.Entry<String, Upload> file : new TreeMap<>(files).entrySet()) {
            all.writeBytes(file.getKey().getBytes(StandardCharsets.UTF_8));
            all.write(0);
            all.writeBytes(digest(file.getValue()));
        }
        return all.toByteArray();
    }

    private static byte[] digest(Upload file) throws IOException {
        MessageDigest digest = Digests.sha256();
        try (InputStream in = file.content().open()) {
            byte[] chunk = new byte[CHUNK];
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                digest.update(chunk, 0, read);
            }
        }
        return digest.digest();
    }
}
