package io.agencyos.adapters.out.sandbox.salesforge;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The proof on a webhook: HMAC-SHA256 over event id, time and raw body, keyed by the whole secret with its prefix. */
public final class Signatures {

    private static final String EVENT_ID = "X-SalesforgeAI-Webhook-Event-ID";
    private static final String SIGNATURE = "X-SalesforgeAI-Webhook-Signature";

    private Signatures() {}

    /** Both headers of a signed webhook. */
    public static Map<String, String> headers(String secret, String eventId, Instant at, String body) {
        long seconds = at.getEpochSecond();
        return Map.of(EVENT_ID, eventId, SIGNATURE, "t=" + seconds + ",v1=" + sign(secret, eventId, seconds, body));
    }

    /** The headers of a webhook made in the web app, which carries no signature. */
    public static Map<String, String> unsigned(String eventId) {
        return Map.of(EVENT_ID, eventId);
    }

    /** The lower-case hex signature. */
    public static String sign(String secret, String eventId, long unixSeconds, String body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            String signed = eventId + "." + unixSeconds + "." + body;
            return HexFormat.of().formatHex(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK has HmacSHA256", impossible);
        }
    }
}
