package io.agencyos.adapters.out.vapi;

import io.agencyos.application.conversation.SignedHookReaderContract;
import io.agencyos.application.conversation.inbox.HookReader;
import io.agencyos.application.conversation.inbox.HookReader.Delivery;
import io.agencyos.domain.shared.id.ClientId;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The kit, for accounts whose messages are signed. */
class HooksKitTest extends SignedHookReaderContract {

    @Override
    protected World world() {
        return new World() {
            @Override
            public HookReader reader() {
                return Stubs.hooks();
            }

            @Override
            public ClientId client() {
                return Stubs.CLIENT;
            }

            @Override
            public Delivery signed(byte[] body, String eventKey, String secret, Instant at) {
                String timestamp = Long.toString(at.getEpochSecond());
                return new Delivery(
                        Map.of(
                                "x-timestamp", List.of(timestamp),
                                "x-signature", List.of(sign(secret, timestamp, body))),
                        body);
            }

            @Override
            public byte[] knownEvent() {
                return "{\"message\":{\"type\":\"status-update\",\"status\":\"ringing\",\"call\":{\"id\":\"c\"}}}"
                        .getBytes(StandardCharsets.UTF_8);
            }

            @Override
            public byte[] unknownEvent() {
                return "{\"message\":{\"type\":\"speech-update\",\"call\":{\"id\":\"c\"}}}"
                        .getBytes(StandardCharsets.UTF_8);
            }
        };
    }

    @Override
    protected Duration tolerance() {
        return Duration.ofSeconds(300);
    }

    private static String sign(String secret, String timestamp, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            mac.update((timestamp + ".").getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
