package io.agencyos.adapters.out.sandbox.vapi;

import io.agencyos.adapters.out.sandbox.http.Json;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One call, from the request to its report. */
final class Call {

    final String id;
    final String name;
    final String number;
    final String externalId;
    final String line;
    final Assistant assistant;
    final Instant created;
    String status = "queued";

    @Nullable
    Instant started;

    @Nullable
    Instant ended;

    String endedReason = "";
    String said = "";
    BigDecimal cost = BigDecimal.ZERO;

    Call(String id, String name, String number, String externalId, String line, Assistant assistant, Instant created) {
        this.id = id;
        this.name = name;
        this.number = number;
        this.externalId = externalId;
        this.line = line;
        this.assistant = assistant;
        this.created = created;
    }

    /** When something about it changed last, as far as this world keeps it. */
    Instant changed() {
        Instant end = ended;
        return end == null ? created : end;
    }

    /** The call as it is asked for. */
    Map<String, @Nullable Object> shown(String controlUrl) {
        Map<String, @Nullable Object> shown = brief();
        shown.put("status", status);
        shown.put("createdAt", created.toString());
        shown.put("updatedAt", changed().toString());
        shown.put("phoneNumberId", line);
        shown.put("assistant", assistant.fields());
        shown.put("monitor", Json.object("controlUrl", controlUrl));
        if (status.equals("ended")) {
            shown.putAll(ending());
        }
        return shown;
    }

    /** What every message names the call by. */
    Map<String, @Nullable Object> brief() {
        return Json.object(
                "id",
                id,
                "type",
                "outboundPhoneCall",
                "name",
                name,
                "phoneNumberId",
                line,
                "customer",
                Json.object("number", number, "externalId", externalId));
    }

    /** Why and when it ended, and what was said. */
    Map<String, @Nullable Object> ending() {
        return Json.object(
                "endedReason",
                endedReason,
                "startedAt",
                started,
                "endedAt",
                ended,
                "cost",
                cost,
                "artifact",
                said.isEmpty() ? Json.object("transcript", "", "messages", List.of()) : spoken());
    }

    /** Whatever was said was recorded; the file itself is asked for elsewhere, and is there a while later. */
    private Map<String, @Nullable Object> spoken() {
        return Json.object(
                "transcript",
                "AI: Hi\nUser: " + said,
                "messages",
                List.of(Json.object("role", "user", "message", said)),
                "recording",
                Json.object("mono", Json.object("combinedUrl", "https://recordings.example/" + id + ".mp3")));
    }
}
