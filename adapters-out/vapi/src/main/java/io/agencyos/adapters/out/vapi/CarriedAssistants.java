package io.agencyos.adapters.out.vapi;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.agencyos.application.platform.vendor.VendorObjects;
import io.agencyos.application.platform.vendor.VendorObjects.VendorObject;
import io.agencyos.domain.shared.id.ClientId;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Assistants that stand nowhere at the vendor and travel with every call, for organisations where what was just made is a draft
 * that nobody has published. We keep their words under the name that a stored one would have; where the vendor tells us what
 * happens, with its secret, is added when a call goes out. Source: vapi 3.
 */
final class CarriedAssistants {

    private static final String KIND = "carried_assistant";
    private static final String REF = "carried:";
    private static final String SERVER = "server";

    private static final JsonMapper JSON = JsonMapper.builder()
            .changeDefaultPropertyInclusion(now -> now.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    private final VendorObjects objects;

    CarriedAssistants(VendorObjects objects) {
        this.objects = objects;
    }

    /** Whether a reference was given out here and not by the vendor. */
    static boolean isOne(String ref) {
        return ref.startsWith(REF);
    }

    Optional<String> known(ClientId client, String name) {
        return objects.find(client, Failures.VENDOR, KIND, name).map(one -> REF + name);
    }

    /** Answers how it is named from now on. The server is left out: it holds a secret. */
    String keep(ClientId client, Wire.Assistant assistant) {
        ObjectNode body = JSON.valueToTree(assistant);
        body.remove(SERVER);
        String name = assistant.name();
        objects.put(new VendorObject(client, Failures.VENDOR, KIND, name, null, "kept", JSON.writeValueAsString(body)));
        return REF + name;
    }

    /** The whole assistant as a call takes it along; empty when it was removed. */
    Optional<JsonNode> toTakeAlong(ClientId client, String ref, Optional<Wire.Server> server) {
        return objects.find(client, Failures.VENDOR, KIND, ref.substring(REF.length()))
                .map(VendorObject::detail)
                .map(detail -> {
                    ObjectNode body = (ObjectNode) JSON.readTree(detail);
                    server.ifPresent(told -> body.set(SERVER, JSON.valueToTree(told)));
                    return body;
                });
    }

    /** Every one of the client, by how it is named. */
    Map<String, JsonNode> all(ClientId client) {
        return objects.list(client, Failures.VENDOR, KIND).stream()
                .filter(one -> one.detail() != null)
                .collect(Collectors.toMap(one -> REF + one.name(), one -> JSON.readTree(one.detail())));
    }

    void remove(ClientId client, String ref) {
        objects.remove(client, Failures.VENDOR, KIND, ref.substring(REF.length()));
    }
}
