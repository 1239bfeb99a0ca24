package io.agencyos.domain.platform.webhook;

import io.agencyos.domain.platform.DomainEvent;
import io.agencyos.domain.shared.JsonText;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The JSON of an event, the same bytes each time it is sent: they are what is signed. {@code data.object} has the id of
 * what it is about and what the event itself knows; whoever wants more reads it by the API. Source: api 11.1.
 */
public final class WebhookBody {

    private static final String LEAD = "evt_";
    private static final DateTimeFormatter INSTANT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private WebhookBody() {}

    /** The id by which a receiver knows an event again: {@code evt_} and the event's own. */
    public static String id(DomainEvent event) {
        return LEAD + event.id();
    }

    public static String of(DomainEvent event) {
        Map<String, String> object = new TreeMap<>(event.payload());
        object.put("id", event.aggregateId().toString());
        String members = object.entrySet().stream()
                .map(member -> JsonText.of(member.getKey()) + ":" + JsonText.of(member.getValue()))
                .collect(Collectors.joining(","));
        return "{\"id\":" + JsonText.of(id(event))
                + ",\"type\":" + JsonText.of(event.name().wire())
                + ",\"api_version\":\"v1\""
                + ",\"created_at\":" + JsonText.of(instant(event.occurredAt()))
                + ",\"client_id\":"
                + JsonText.of(Objects.requireNonNull(event.clientId()).text())
                + ",\"data\":{\"object\":{" + members + "},\"previous\":{}}}";
    }

    private static String instant(Instant at) {
        return INSTANT.format(at);
    }
}
