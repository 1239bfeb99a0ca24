package io.agencyos.adapters.out.clicksend;

import io.agencyos.adapters.out.vendorhttp.Fields;
import io.agencyos.domain.outreach.DeliveryReport;
import io.agencyos.domain.outreach.NonDelivery;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Receipts and items of the history in the domain's words. Reasons are read from the text, because the vendor has
 * published two numberings of its codes. Source: clicksend 4.4.
 */
final class Deliveries {

    /** A reason and what the vendor's text says then; the first that fits counts. */
    private static final List<Map.Entry<NonDelivery, List<String>>> REASONS = List.of(
            Map.entry(NonDelivery.INVALID_NUMBER, List.of("inactive or invalid", "unidentified", "unknown subscriber")),
            Map.entry(NonDelivery.ABSENT, List.of("absent subscriber", "out of range")),
            Map.entry(NonDelivery.HANDSET_FULL, List.of("memory")),
            Map.entry(NonDelivery.FILTERED, List.of("anti-spam", "illegal", "filtering")),
            Map.entry(NonDelivery.UNSUPPORTED, List.of("not supporting sms")),
            Map.entry(NonDelivery.NETWORK, List.of("timeout", "network", "congestion", "routing", "temporary")),
            Map.entry(NonDelivery.UNKNOWN_DELIVERY, List.of("expired")));

    private Deliveries() {}

    /** What a receipt or an item of the history says; empty where it says nothing that we know. */
    static Optional<DeliveryReport> report(JsonNode item) {
        Instant at = at(item);
        String status = lower(item, "status");
        String code = Fields.text(item, "status_code").orElse("");
        String told = (lower(item, "status_text") + " " + lower(item, "error_text")).strip();
        return switch (code) {
            case "201" -> Optional.of(new DeliveryReport.Delivered(at));
            case "300" -> Optional.of(new DeliveryReport.OnItsWay(at, "retried"));
            case "301" ->
                Optional.of(new DeliveryReport.Undelivered(
                        at, status.startsWith("cancelled") ? ofCancelled(status) : reason(told)));
            case "200" -> byWord(status, told, at).or(() -> Optional.of(new DeliveryReport.OnItsWay(at, "sent")));
            default -> byWord(status, told, at);
        };
    }

    private static Optional<DeliveryReport> byWord(String status, String told, Instant at) {
        return switch (status) {
            case "delivered" -> Optional.of(new DeliveryReport.Delivered(at));
            case "undelivered" -> Optional.of(new DeliveryReport.Undelivered(at, reason(told)));
            case "queued", "scheduled", "success" -> Optional.of(new DeliveryReport.OnItsWay(at, "queued"));
            case "waitapproval" -> Optional.of(new DeliveryReport.OnItsWay(at, "held_by_vendor"));
            case "sent", "completed" -> Optional.of(new DeliveryReport.OnItsWay(at, "sent"));
            case "failed" -> Optional.of(new DeliveryReport.OnItsWay(at, "retried"));
            case "cancelled", "cancelledafterreview" ->
                Optional.of(new DeliveryReport.Undelivered(at, ofCancelled(status)));
            default ->
                told.contains("delivered to the handset")
                        ? Optional.of(new DeliveryReport.Delivered(at))
                        : Optional.empty();
        };
    }

    private static NonDelivery ofCancelled(String status) {
        return status.equals("cancelled") ? NonDelivery.CANCELLED : NonDelivery.CONTENT_REJECTED;
    }

    private static NonDelivery reason(String told) {
        return REASONS.stream()
                .filter(reason -> reason.getValue().stream().anyMatch(told::contains))
                .findFirst()
                .map(Map.Entry::getKey)
                .orElse(NonDelivery.OTHER);
    }

    /** When it was said, else when it was sent, else the beginning of time, which every clock can be clamped to. */
    static Instant at(JsonNode item) {
        return Fields.instant(item, "timestamp")
                .or(() -> Fields.instant(item, "timestamp_send"))
                .or(() -> Fields.instant(item, "date"))
                .orElse(Instant.EPOCH);
    }

    private static String lower(JsonNode item, String name) {
        return Fields.text(item, name).orElse("").toLowerCase(Locale.ROOT);
    }
}
