package io.agencyos.adapters.out.sandbox.salesforge;

import io.agencyos.adapters.out.sandbox.http.Json;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A registered webhook: one type each; its secret is shown once, at creation. */
final class Hook {

    static final List<String> TYPES = List.of(
            "email_sent",
            "email_opened",
            "link_clicked",
            "email_replied",
            "linkedin_replied",
            "contact_unsubscribed",
            "email_bounced",
            "positive_reply",
            "negative_reply",
            "label_changed",
            "dnc_added",
            "meeting_booked",
            "meeting_completed");

    final String id;
    final String name;
    final String type;
    final String url;
    final List<String> sequenceIds;
    final String secret;
    int sentCount;

    Hook(String id, String name, String type, String url, List<String> sequenceIds, String secret) {
        this.id = id;
        this.name = name;
        this.type = type;
        this.url = url;
        this.sequenceIds = sequenceIds;
        this.secret = secret;
    }

    boolean wants(String eventType, String sequenceId) {
        return type.equals(eventType) && (sequenceIds.isEmpty() || sequenceIds.contains(sequenceId));
    }

    Map<String, @Nullable Object> json() {
        return Json.object(
                "id", id, "name", name, "url", url, "type", type, "sequenceIds", sequenceIds, "sentCount", sentCount);
    }

    Map<String, @Nullable Object> jsonWithSecret() {
        Map<String, @Nullable Object> json = json();
        json.put("signingSecret", secret);
        return json;
    }
}
