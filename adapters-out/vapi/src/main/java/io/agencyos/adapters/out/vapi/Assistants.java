package io.agencyos.adapters.out.vapi;

import io.agencyos.adapters.out.vendorhttp.Fields;
import io.agencyos.application.conversation.inbox.LiveAnswer;
import io.agencyos.application.outreach.channel.VoiceCaller;
import io.agencyos.application.outreach.channel.VoiceScript;
import io.agencyos.application.platform.vendor.VendorObjects;
import io.agencyos.application.platform.vendor.VendorObjects.VendorObject;
import io.agencyos.domain.shared.Digests;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.SecretText;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.ClientId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * The stored assistants: one for each campaign, persona and version of the script, found by name before one is made, and
 * never changed, since the vendor may keep a change as a draft. Source: vapi 3.
 */
final class Assistants {

    static final String SECRET_HEADER = "X-Vapi-Secret";

    private static final String KIND = "assistant";
    private static final String HOOK = "hook";
    private static final String SERVER = "server";
    private static final int MOST = 1_000;
    /** The vendor takes 40 characters, so the ids stand in the metadata. */
    private static final int NAME_DIGITS = 16;

    private static final String SPEAKS_FIRST = "assistant-speaks-first";
    private static final List<String> TOLD = List.of("status-update", "end-of-call-report", "tool-calls", "hang");

    /** Source: outreach 10.1. */
    private static final String DEFAULT_VOICE = "pNInz6obpgDQGcFmaJgB";

    private static final int INBOUND_SECONDS = 180;
    private static final int LEAST_SECONDS = 10;
    private static final int MOST_SECONDS = 43_200;

    private final VendorObjects objects;
    private final VapiSettings settings;
    private final CarriedAssistants carried;

    Assistants(VendorObjects objects, VapiSettings settings) {
        this.objects = objects;
        this.settings = settings;
        this.carried = new CarriedAssistants(objects);
    }

    /**
     * Where the vendor tells us what happens from now on. An assistant keeps the address that it was made with, so those that tell
     * another one serve no further call.
     */
    void tellAt(ClientId client, String address) {
        objects.change(
                client,
                Failures.VENDOR,
                List.of(new VendorObject(client, Failures.VENDOR, HOOK, SERVER, address, "told", null)),
                objects.list(client, Failures.VENDOR, KIND).stream()
                        .map(VendorObject::named)
                        .toList());
    }

    private Optional<String> address(ClientId client) {
        return objects.find(client, Failures.VENDOR, HOOK, SERVER).map(VendorObject::externalId);
    }

    /**
     * Where every assistant that serves calls tells us what happens, which those that travel with their calls always do; empty while
     * one of them stands at the vendor without that address or with another secret, or while there is none to tell.
     */
    Result<Optional<String>, VendorFailure> heardAt(Connection connection) {
        ClientId client = connection.account().clientId();
        Optional<String> address = address(client);
        if (connection.account().carriesAssistants()) {
            return Result.ok(address);
        }
        Set<String> serving = objects.list(client, Failures.VENDOR, KIND).stream()
                .map(VendorObject::externalId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return connection
                .calls()
                .read("assistants", () -> connection.api().assistants(MOST))
                .map(all -> address.filter(there -> Fields.items(all).stream()
                        .filter(one ->
                                Fields.text(one, "id").filter(serving::contains).isPresent())
                        .allMatch(one -> tells(one, there, connection.account()))));
    }

    /** What the vendor leaves out of its answer is as we made it. */
    private static boolean tells(JsonNode assistant, String address, VapiAccount account) {
        JsonNode server = assistant.path("server");
        return Fields.text(server, "url").filter(address::equals).isPresent()
                && Fields.text(server.path("headers"), SECRET_HEADER)
                        .filter(shown -> !shown.contains("*"))
                        .map(account.hookSecret().reveal()::equals)
                        .orElse(true);
    }

    /** Answers how many addresses there were. */
    int forgetAddress(ClientId client) {
        boolean there = objects.find(client, Failures.VENDOR, HOOK, SERVER).isPresent();
        objects.remove(client, Failures.VENDOR, HOOK, SERVER);
        return there ? 1 : 0;
    }

    /** As far as we know. */
    Optional<String> known(VapiAccount account, VoiceScript script) {
        String name = name(script);
        return account.carriesAssistants()
                ? carried.known(script.clientId(), name)
                : objects.find(script.clientId(), Failures.VENDOR, KIND, name).map(VendorObject::externalId);
    }

    Result<String, VendorFailure> ensure(Connection connection, VoiceScript script) {
        if (script.opening().isBlank() || script.prompt().isBlank()) {
            return Result.err(Failures.invalid("assistant", "script", "an opening or a prompt is missing"));
        }
        if (script.longestSeconds() < LEAST_SECONDS || script.longestSeconds() > MOST_SECONDS) {
            return Result.err(Failures.invalid("assistant", "longestSeconds", "out of the vendor's range"));
        }
        String name = name(script);
        if (connection.account().carriesAssistants()) {
            return Result.ok(carried.known(script.clientId(), name)
                    .orElseGet(() -> carried.keep(script.clientId(), body(connection, script, name))));
        }
        return objects.exclusively(
                Failures.VENDOR + " " + script.clientId().text() + " " + name,
                () -> objects.find(script.clientId(), Failures.VENDOR, KIND, name)
                        .map(VendorObject::externalId)
                        .<Result<String, VendorFailure>>map(Result::ok)
                        .orElseGet(() -> foundOrMade(connection, script, name)));
    }

    /** What a call takes along; nothing where the vendor keeps its assistant. */
    Optional<JsonNode> toTakeAlong(Connection connection, String ref) {
        return carried.toTakeAlong(connection.account().clientId(), ref, server(connection));
    }

    static String name(VoiceScript script) {
        String ids = script.campaign().value() + "|" + script.persona().value();
        return "aos-" + Digests.sha256Hex(ids).substring(0, NAME_DIGITS) + "-v" + script.version();
    }

    private Result<String, VendorFailure> foundOrMade(Connection connection, VoiceScript script, String name) {
        return connection
                .calls()
                .read("assistants", () -> connection.api().assistants(MOST))
                .flatMap(all -> Fields.items(all).stream()
                        .filter(one ->
                                Fields.text(one, "name").filter(name::equals).isPresent())
                        .filter(one -> Fields.text(one.path("metadata"), "campaignId")
                                .filter(script.campaign().value().toString()::equals)
                                .isPresent())
                        .filter(one -> address(script.clientId())
                                .map(there -> tells(one, there, connection.account()))
                                .orElse(true))
                        .findFirst()
                        .flatMap(one -> Fields.text(one, "id"))
                        .<Result<String, VendorFailure>>map(Result::ok)
                        .orElseGet(() -> made(connection, script, name)))
                .map(id -> {
                    objects.put(new VendorObject(script.clientId(), Failures.VENDOR, KIND, name, id, "stands", null));
                    return id;
                });
    }

    private Result<String, VendorFailure> made(Connection connection, VoiceScript script, String name) {
        return connection
                .calls()
                .write("create assistant", () -> connection.api().addAssistant(body(connection, script, name)))
                .flatMap(answer -> Fields.text(answer, "id")
                        .<Result<String, VendorFailure>>map(Result::ok)
                        .orElseGet(() -> Result.err(Failures.contract("create assistant", "no id"))));
    }

    /** Somebody calls us: it speaks in the default voice, three minutes at the most, and leaves nothing on a machine. */
    Wire.Assistant inbound(Connection connection, LiveAnswer.Talks talks) {
        return new Wire.Assistant(
                "aos-inbound",
                talks.opening(),
                SPEAKS_FIRST,
                model(talks.prompt()),
                voice(DEFAULT_VOICE),
                new Wire.Transcriber("deepgram", "nova-3", "en-AU"),
                INBOUND_SECONDS,
                new Wire.VoicemailDetection("vapi", "audio"),
                null,
                List.of(),
                TOLD,
                server(connection).orElse(null),
                new Wire.ArtifactPlan(false, "mp3", false, new Wire.TranscriptPlan(true)),
                new Wire.MonitorPlan(true, false),
                Map.of("clientId", connection.account().clientId().value().toString()));
    }

    private Wire.Model model(String prompt) {
        return new Wire.Model(
                settings.modelProvider(),
                settings.model(),
                List.of(new Wire.Words("system", prompt)),
                0.7,
                200,
                CallTools.all());
    }

    private static Wire.Voice voice(String id) {
        return new Wire.Voice("11labs", id, "eleven_flash_v2_5", 0.5, 0.75);
    }

    private Wire.Assistant body(Connection connection, VoiceScript script, String name) {
        return new Wire.Assistant(
                name,
                script.opening(),
                SPEAKS_FIRST,
                model(script.prompt()),
                voice(script.voiceId()),
                new Wire.Transcriber("deepgram", "nova-3", "en-AU"),
                script.longestSeconds(),
                new Wire.VoicemailDetection("vapi", "audio"),
                script.voicemail().orElse(null),
                script.endPhrases(),
                TOLD,
                server(connection).orElse(null),
                new Wire.ArtifactPlan(script.recorded(), "mp3", false, new Wire.TranscriptPlan(true)),
                new Wire.MonitorPlan(true, false),
                Map.of(
                        "campaignId",
                        script.campaign().value().toString(),
                        "personaId",
                        script.persona().value().toString(),
                        "scriptVersion",
                        String.valueOf(script.version()),
                        "clientId",
                        script.clientId().value().toString()));
    }

    /** Without an address of ours there is nobody to tell: calls are asked for. */
    Optional<Wire.Server> server(Connection connection) {
        VapiAccount account = connection.account();
        SecretText secret = account.hookSecret();
        return address(account.clientId())
                .map(address -> new Wire.Server(
                        address,
                        10,
                        account.credentialId(),
                        account.credentialId() == null ? Map.of(SECRET_HEADER, secret.reveal()) : null,
                        new Wire.Backoff("exponential", 5, 2)));
    }

    /** As the vendor tells them, and those that travel with their calls; what is somebody else's in the account is left out. */
    Result<List<VoiceCaller.Standing>, VendorFailure> standing(Connection connection, ClientId client) {
        return connection
                .calls()
                .read("assistants", () -> connection.api().assistants(MOST))
                .map(all -> Stream.concat(
                                Fields.items(all).stream()
                                        .flatMap(one ->
                                                Fields.text(one, "id")
                                                        .flatMap(id -> standing(id, one, client))
                                                        .stream()),
                                carried.all(client).entrySet().stream()
                                        .flatMap(one -> standing(one.getKey(), one.getValue(), client).stream()))
                        .toList());
    }

    private static Optional<VoiceCaller.Standing> standing(String ref, JsonNode assistant, ClientId client) {
        JsonNode metadata = assistant.path("metadata");
        return Fields.text(metadata, "clientId")
                .filter(client.value().toString()::equals)
                .flatMap(ours -> Fields.text(metadata, "campaignId"))
                .map(campaign -> new VoiceCaller.Standing(ref, new CampaignId(UUID.fromString(campaign))));
    }

    Result<Boolean, VendorFailure> removed(Connection connection, ClientId client, String id) {
        if (CarriedAssistants.isOne(id)) {
            carried.remove(client, id);
            return Result.ok(true);
        }
        Result<Boolean, VendorFailure> gone = connection
                .calls()
                .idempotent("remove assistant", () -> connection.api().removeAssistant(id))
                .fold(
                        done -> Result.ok(true),
                        failure -> failure instanceof VendorFailure.NotFound ? Result.ok(true) : Result.err(failure));
        if (gone.isOk()) {
            objects.findByExternalId(client, Failures.VENDOR, KIND, id)
                    .ifPresent(known -> objects.remove(client, Failures.VENDOR, KIND, known.name()));
        }
        return gone;
    }
}
