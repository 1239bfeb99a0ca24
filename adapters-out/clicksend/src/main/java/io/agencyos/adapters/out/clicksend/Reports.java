package io.agencyos.adapters.out.clicksend;

import io.agencyos.adapters.out.vendorhttp.Fields;
import io.agencyos.application.conversation.inbox.ChannelEvent;
import io.agencyos.domain.conversation.SmsKeyword;
import io.agencyos.domain.outreach.DeliveryReport;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.contact.Country;
import io.agencyos.domain.shared.contact.PhoneNumber;
import io.agencyos.domain.shared.contact.PhoneNumbers;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Receipts and people's texts as events, under the same keys whether they were pushed or polled. Source: clicksend 4.4,
 * 5.2.
 */
final class Reports {

    private static final Logger LOG = LoggerFactory.getLogger(Reports.class);

    private static final String STOP_KEY = "9";

    private Reports() {}

    /** A pushed body: JSON or a form. */
    static JsonNode parse(byte[] body) {
        String text = new String(body, StandardCharsets.UTF_8).strip();
        if (text.startsWith("{")) {
            JsonNode node = Fields.parse(body);
            if (node.isObject()) {
                return node;
            }
        }
        return form(text);
    }

    private static JsonNode form(String text) {
        ObjectNode fields = JsonNodeFactory.instance.objectNode();
        for (String pair : text.split("&")) {
            String[] parts = pair.split("=", 2);
            if (parts.length == 2) {
                fields.put(decoded(parts[0]), decoded(parts[1]));
            }
        }
        return fields;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    static boolean isReceipt(JsonNode item) {
        boolean written = item.has("body") || item.has("message") || item.has("original_message_id");
        return !written && (item.has("status_code") || item.has("status"));
    }

    /** What makes it the same report; whatever is reported has the id of a message. */
    static String key(JsonNode item) {
        String id = Fields.text(item, "message_id")
                .orElseThrow(() -> new IllegalArgumentException("a report without the id of a message"));
        return isReceipt(item)
                ? "receipt/" + id + "/" + Fields.text(item, "status_code").orElse("") + "/"
                        + Fields.text(item, "timestamp").orElse("")
                : "text/" + id;
    }

    /**
     * A receipt.
     *
     * @param proven whether the vendor was asked for it; anybody may push one who knows the address
     */
    static ChannelEvent receipt(JsonNode item, boolean proven) {
        String key = key(item);
        ChannelEvent.About about = new ChannelEvent.About(
                Channel.SMS,
                Fields.text(item, "message_id").orElse(null),
                Fields.text(item, "custom_string").orElse(null),
                null,
                null);
        if (Fields.text(item, "digits").filter(STOP_KEY::equals).isPresent()) {
            return pressedStop(item, key);
        }
        return Deliveries.report(item)
                .<ChannelEvent>map(report -> switch (report) {
                    case DeliveryReport.OnItsWay onItsWay -> new ChannelEvent.Sent(key, onItsWay.at(), about);
                    case DeliveryReport.Delivered delivered -> new ChannelEvent.Delivered(key, delivered.at(), about);
                    case DeliveryReport.Undelivered undelivered ->
                        new ChannelEvent.Undelivered(key, undelivered.at(), about, undelivered.reason(), proven);
                })
                .orElseGet(() -> {
                    LOG.warn("vendor={} reports a status that is not known", Failures.VENDOR);
                    return new ChannelEvent.Noted(key, Deliveries.at(item), about, "unknown_status");
                });
    }

    /** Who hears a machine read may press the key that it names. Source: clicksend 8. */
    private static ChannelEvent pressedStop(JsonNode item, String key) {
        ChannelEvent.About about = new ChannelEvent.About(
                Channel.VOICE,
                Fields.text(item, "message_id").orElse(null),
                Fields.text(item, "custom_string").orElse(null),
                null,
                number(item, "to").map(PhoneNumber::e164).orElse(null));
        return new ChannelEvent.OptedOut(key, Deliveries.at(item), about, STOP_KEY);
    }

    /** A text by a person; one to a number that is not among {@code ours} concerns nobody here. */
    static ChannelEvent text(JsonNode item, Set<PhoneNumber> ours) {
        String key = key(item);
        Instant at = Deliveries.at(item);
        Optional<PhoneNumber> to = number(item, "to");
        Optional<PhoneNumber> from = number(item, "from").or(() -> number(item, "sms"));
        ChannelEvent.About about = new ChannelEvent.About(
                Channel.SMS,
                Fields.text(item, "original_message_id").orElse(null),
                Fields.text(item, "custom_string").orElse(null),
                to.map(PhoneNumber::e164).orElse(null),
                from.map(PhoneNumber::e164).orElse(null));
        if (!ours.isEmpty() && to.filter(ours::contains).isEmpty()) {
            return new ChannelEvent.Noted(key, at, about, "foreign_number");
        }
        Optional<String> words = Fields.text(item, "body").or(() -> Fields.text(item, "message"));
        if (words.isEmpty()) {
            return new ChannelEvent.Noted(key, at, about, "empty");
        }
        return SmsKeyword.optsOut(words.get())
                ? new ChannelEvent.OptedOut(key, at, about, words.get())
                : new ChannelEvent.Received(key, at, about, null, words.get(), null);
    }

    private static Optional<PhoneNumber> number(JsonNode item, String name) {
        return Fields.text(item, name)
                .map(text -> text.matches("\\d{8,15}") ? "+" + text : text)
                .flatMap(text -> PhoneNumbers.parse(text, Country.AUSTRALIA).toOptional());
    }
}
