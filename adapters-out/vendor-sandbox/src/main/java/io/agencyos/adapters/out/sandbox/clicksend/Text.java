package io.agencyos.adapters.out.sandbox.clicksend;

import io.agencyos.adapters.out.sandbox.http.Json;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One text that the vendor took. */
final class Text {

    final String id;
    final String to;
    final String from;
    final String body;
    final String key;
    final Instant date;
    final int parts;
    final BigDecimal price;
    String status = "Queued";
    String statusCode = "200";
    String statusText = "Success: Message accepted";

    Text(String id, String to, String from, String body, String key, Instant date, int parts, BigDecimal price) {
        this.id = id;
        this.to = to;
        this.from = from;
        this.body = body;
        this.key = key;
        this.date = date;
        this.parts = parts;
        this.price = price;
    }

    /** As the answer to its sending shows it, if by its key at all. */
    Map<String, @Nullable Object> accepted(boolean named) {
        Map<String, @Nullable Object> shown = common();
        shown.put("status", "SUCCESS");
        shown.put("custom_string", named ? key : "");
        return shown;
    }

    /** As the history shows it. */
    Map<String, @Nullable Object> past() {
        Map<String, @Nullable Object> shown = common();
        shown.put("status", status);
        shown.put("status_code", statusCode);
        shown.put("status_text", statusText);
        return shown;
    }

    private Map<String, @Nullable Object> common() {
        return Json.object(
                "direction",
                "out",
                "date",
                date.getEpochSecond(),
                "to",
                to,
                "body",
                body,
                "from",
                from,
                "message_id",
                id,
                "message_parts",
                parts,
                "message_price",
                price.toPlainString(),
                "custom_string",
                key,
                "country",
                "AU");
    }
}
