package io.agencyos.adapters.out.sandbox.salesforge;

import io.agencyos.adapters.out.sandbox.http.Body;
import io.agencyos.adapters.out.sandbox.http.Json;
import io.agencyos.adapters.out.sandbox.http.Refusal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A V1 sequence as far as carriers need it: one step, a schedule, mailboxes, on or off. */
final class Sequence {

    /** Whether the sequence sends. */
    enum Status {
        DRAFT,
        ACTIVE,
        PAUSED;

        String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Subject and body as they leave. */
    record Rendered(String subject, String html) {}

    private record Window(int weekday, int fromHour, int toHour) {

        boolean holds(ZonedDateTime at) {
            return at.getDayOfWeek().getValue() % 7 == weekday && at.getHour() >= fromHour && at.getHour() < toHour;
        }
    }

    private static final List<String> SWITCHES = List.of(
            "openTrackingEnabled",
            "clickTrackingEnabled",
            "plainTextEmailsEnabled",
            "unsubscribeLinkEnabled",
            "stopOnDomainReplyEnabled",
            "bounceProtectorEnabled",
            "trackingDomainEnabled");

    final String id;
    final String name;
    final String productId;
    final List<String> mailboxIds = new ArrayList<>();
    final List<Enrolment> enrolments = new ArrayList<>();
    final Map<String, Enrolment> byContact = new LinkedHashMap<>();
    Status status = Status.DRAFT;
    private final ZoneId zone;
    private final String language;
    private final Map<String, Object> switches = new LinkedHashMap<>();
    private final List<Window> windows = new ArrayList<>();
    private List<Map<String, @Nullable Object>> steps;
    private boolean written;
    private String subjectTemplate = "";
    private String bodyTemplate = "";

    Sequence(String id, String stepId, Body body) {
        this.id = id;
        this.name = body.required("name");
        this.productId = body.required("productId");
        this.language = body.text("language").orElse("american_english");
        this.zone = zone(body.text("timezone").orElse("UTC"));
        this.steps = List.of(Json.object("id", stepId, "name", "", "order", 0, "waitDays", 0, "variants", List.of()));
    }

    private static ZoneId zone(String name) {
        if (!ZoneId.getAvailableZoneIds().contains(name)) {
            throw new Refusal(400, "timezone is unknown");
        }
        return ZoneId.of(name);
    }

    ZoneId zone() {
        return zone;
    }

    boolean opensTracked() {
        return !Boolean.FALSE.equals(switches.get("openTrackingEnabled"));
    }

    boolean clicksTracked() {
        return Boolean.TRUE.equals(switches.get("clickTrackingEnabled"));
    }

    void change(Body body) {
        if (body.has("trackingDomainEnabled")) {
            body.required("trackingDomainEnabled");
        }
        body.values().forEach((field, value) -> {
            if (SWITCHES.contains(field) && value != null) {
                switches.put(field, value);
            }
        });
    }

    void replaceSteps(Body body) {
        List<Body> given = body.bodies("steps");
        if (given.size() != 1) {
            throw new Refusal(400, "the sandbox speaks sequences of exactly one step");
        }
        Body step = given.getFirst();
        step.required("id");
        List<Body> variants = step.bodies("variants");
        if (variants.isEmpty()) {
            throw new Refusal(400, "a step needs a variant");
        }
        variants.forEach(variant -> variant.required("label"));
        subjectTemplate = variants.getFirst().text("emailSubject").orElse("");
        bodyTemplate = variants.getFirst().required("emailContent");
        steps = given.stream().map(Body::values).toList();
        written = true;
    }

    void replaceSchedules(Body body) {
        List<Window> fresh = body.bodies("schedules").stream()
                .map(one -> new Window(
                        bounded(one, "weekday", 0, 6), bounded(one, "fromHour", 0, 23), bounded(one, "toHour", 1, 24)))
                .toList();
        windows.clear();
        windows.addAll(fresh);
    }

    private static int bounded(Body body, String field, int least, int most) {
        int value = body.number(field).orElse(-1);
        if (value < least || value > most) {
            throw new Refusal(400, field + " must be from " + least + " to " + most);
        }
        return value;
    }

    /** What is missing before the sequence may send. */
    Optional<String> unready() {
        if (!written) {
            return Optional.of("sequence has no steps");
        }
        if (enrolments.isEmpty()) {
            return Optional.of("sequence has no contacts");
        }
        if (mailboxIds.isEmpty()) {
            return Optional.of("sequence has no mailboxes");
        }
        return windows.isEmpty() ? Optional.of("sequence has no schedules") : Optional.empty();
    }

    /** The next moment at or after the given one that the schedule allows. */
    Instant nextOpening(Instant from) {
        ZonedDateTime at = from.atZone(zone);
        for (int hours = 0; hours < 24 * 8; hours++) {
            ZonedDateTime probe = at;
            if (windows.stream().anyMatch(window -> window.holds(probe))) {
                return at.toInstant();
            }
            at = at.plusHours(1).withMinute(0).withSecond(0).withNano(0);
        }
        return at.toInstant();
    }

    /** Subject and body for a contact; empty when it lacks a variable that they name. */
    Optional<Rendered> render(Contact contact) {
        String subject = Variables.fill(subjectTemplate, contact);
        String html = Variables.fill(bodyTemplate, contact);
        return Variables.unresolved(subject) || Variables.unresolved(html)
                ? Optional.empty()
                : Optional.of(new Rendered(subject, html));
    }

    Map<String, @Nullable Object> json() {
        Map<String, @Nullable Object> json = Json.object(
                "id",
                id,
                "name",
                name,
                "status",
                status.wire(),
                "productId",
                productId,
                "language",
                language,
                "timezone",
                zone.getId(),
                "steps",
                steps,
                "mailboxIds",
                List.copyOf(mailboxIds),
                "schedules",
                windows.stream()
                        .map(window -> Json.object(
                                "weekday", window.weekday, "fromHour", window.fromHour, "toHour", window.toHour))
                        .toList(),
                "contactsCount",
                enrolments.size());
        SWITCHES.forEach(one ->
                json.put(one, switches.getOrDefault(one, one.startsWith("trackingDomain") ? "false" : Boolean.FALSE)));
        return json;
    }

    Map<String, @Nullable Object> brief() {
        return Json.object("id", id, "name", name);
    }
}
