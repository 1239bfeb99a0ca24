package io.agencyos.adapters.out.salesforge;

import static io.agencyos.adapters.out.salesforge.Vendor.CLIENT;
import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.application.conversation.SignedHookReaderContract;
import io.agencyos.application.conversation.inbox.HookReader;
import io.agencyos.application.conversation.inbox.HookReader.Delivery;
import io.agencyos.application.conversation.inbox.HookReader.Forgery;
import io.agencyos.application.conversation.inbox.InboundEvent;
import io.agencyos.application.conversation.inbox.MailEvent;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.contact.EmailAddress;
import io.agencyos.domain.shared.id.ClientId;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HooksTest extends SignedHookReaderContract {

    private static final String SECRET = "whsec_YWdlbmN5LW9zLXNhbmRib3gtc2VjcmV0LTAx";
    private static final String ID = "wh_aos0000000000001";
    private static final String BODY = "{\"webhookInfo\":{\"id\":\"wh_aos0000000000001\",\"type\":\"email_replied\"}}";
    private static final String V1 = "3b0ba62066c138cc2e227284876c7140bb195b82f85a4bca6e5ac0cbd46cb287";
    private static final Instant SIGNED_AT = Instant.parse("2026-09-01T00:00:00Z");
    private static final EmailAddress PRIYA = new EmailAddress("priya@harbourlane.example");

    private final Vendor vendor = new Vendor();
    private final HookReader hooks = vendor.salesforge.hooks();

    @AfterEach
    void stop() {
        vendor.close();
    }

    static byte[] event(String type, String more) {
        return ("{\"webhookInfo\":{\"id\":\"wh_01J\",\"eventTime\":\"2026-09-02T00:15:22Z\",\"type\":\"" + type
                        + "\"},\"workspace\":{\"id\":\"wks_1\",\"name\":\"Harbour"
                        + " agency\"},\"sequence\":{\"id\":\"seq_c1\"},"
                        + "\"mailbox\":{\"id\":\"mbox_77\",\"email\":\"sam@hello-harbour.example\"},"
                        + "\"contact\":{\"id\":\"lead_9f1c2d\",\"email\":\"priya@harbourlane.example\"},"
                        + "\"sequenceEmail\":{\"emailId\":\"eml_88\"}" + more + "}")
                .getBytes(StandardCharsets.UTF_8);
    }

    @Override
    protected World world() {
        return new World() {
            @Override
            public HookReader reader() {
                return hooks;
            }

            @Override
            public ClientId client() {
                return CLIENT;
            }

            @Override
            public Delivery signed(byte[] body, String eventKey, String secret, Instant at) {
                String v1 = sign(secret, eventKey, at.getEpochSecond(), body);
                return delivery(eventKey, "t=" + at.getEpochSecond() + ",v1=" + v1, body);
            }

            @Override
            public byte[] knownEvent() {
                return event("email_sent", "");
            }

            @Override
            public byte[] unknownEvent() {
                return event("linkedin_replied", "");
            }
        };
    }

    @Override
    protected Duration tolerance() {
        return Duration.ofSeconds(300);
    }

    private static String sign(String secret, String id, long t, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            mac.update((id + "." + t + ".").getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Delivery delivery(String id, String signature, byte[] body) {
        return new Delivery(
                Map.of(
                        "x-salesforgeai-webhook-event-id",
                        List.of(id),
                        "x-salesforgeai-webhook-signature",
                        List.of(signature)),
                body);
    }

    private Result<String, Forgery> verify(String signature, String body, String secret, Instant now) {
        return hooks.verify(delivery(ID, signature, body.getBytes(StandardCharsets.UTF_8)), List.of(secret), now);
    }

    @Test // salesforge 11 row 23
    void the_documented_vector_is_accepted() {
        assertThat(verify("t=1788220800,v1=" + V1, BODY, SECRET, SIGNED_AT)).isEqualTo(Result.ok(ID));
        assertThat(verify("t=1788220800,v1=" + V1, BODY, SECRET, SIGNED_AT.plusSeconds(300))
                        .isOk())
                .isTrue();
    }

    @Test // salesforge 11 row 24
    void every_deviation_from_the_vector_is_refused() {
        String good = "t=1788220800,v1=" + V1;
        assertThat(verify(good, BODY.replace("replied", "Replied"), SECRET, SIGNED_AT))
                .isEqualTo(Result.err(Forgery.SIGNATURE_WRONG));
        assertThat(verify(good, BODY, SECRET.substring("whsec_".length()), SIGNED_AT))
                .isEqualTo(Result.err(Forgery.SIGNATURE_WRONG));
        assertThat(verify(good, BODY, SECRET, SIGNED_AT.plusSeconds(301))).isEqualTo(Result.err(Forgery.TOO_OLD));
        assertThat(verify("", BODY, SECRET, SIGNED_AT)).isEqualTo(Result.err(Forgery.SIGNATURE_MISSING));
        assertThat(verify("v1=" + V1, BODY, SECRET, SIGNED_AT)).isEqualTo(Result.err(Forgery.SIGNATURE_MISSING));
        assertThat(verify("t=1788220800,v1=" + V1.toUpperCase(Locale.ROOT), BODY, SECRET, SIGNED_AT)
                        .isOk())
                .isFalse();
    }

    @Test // salesforge 11 row 25
    void of_two_signatures_either_may_fit() {
        assertThat(verify("t=1788220800,v1=00,v1=" + V1, BODY, SECRET, SIGNED_AT))
                .isEqualTo(Result.ok(ID));
    }

    private MailEvent read(String type, String more) {
        List<? extends InboundEvent> events = hooks.read(CLIENT, "wh_1", event(type, more));
        assertThat(events).hasSize(1);
        return (MailEvent) events.getFirst();
    }

    @Test // salesforge 8: types used; row 27 is the caller's: an unknown contact is an event like any other
    void each_type_says_what_it_means() {
        MailEvent.About about = new MailEvent.About(
                null, "seq_c1/lead_9f1c2d", null, new EmailAddress("sam@hello-harbour.example"), PRIYA);
        Instant at = Instant.parse("2026-09-02T00:15:22Z");
        assertThat(read("email_sent", "")).isEqualTo(new MailEvent.Sent("wh_1", at, about, "eml_88"));
        assertThat(read("email_opened", "")).isEqualTo(new MailEvent.Opened("wh_1", at, about, null));
        assertThat(read("link_clicked", ",\"linkClickedData\":{\"url\":\"https://x.example/\"}"))
                .isEqualTo(new MailEvent.Clicked("wh_1", at, about, "https://x.example/", null));
        assertThat(read("email_replied", "")).isEqualTo(new MailEvent.ReplyNotice("wh_1", at, PRIYA));
        assertThat(read("contact_unsubscribed", "")).isEqualTo(new MailEvent.OptedOut("wh_1", at, about));
        assertThat(read("dnc_added", "")).isEqualTo(new MailEvent.OptedOut("wh_1", at, about));
        assertThat(read("email_bounced", ",\"emailBouncedData\":{\"reason\":\"452 4.2.2 full\"}"))
                .isInstanceOfSatisfying(
                        MailEvent.Bounced.class,
                        bounced -> assertThat(bounced.bounceClass()).isEqualTo(MailEvent.BounceClass.SOFT));
        assertThat(read("email_bounced", ""))
                .isInstanceOfSatisfying(
                        MailEvent.Bounced.class,
                        bounced -> assertThat(bounced.bounceClass()).isEqualTo(MailEvent.BounceClass.HARD));
        assertThat(read("label_changed", "")).isInstanceOf(MailEvent.Noted.class);
    }

    @Test // salesforge 8: not when the address was added by ourselves within the last hour
    void our_own_entry_on_the_list_is_no_opt_out() {
        vendor.clock.moveTo(Instant.parse("2026-09-01T23:20:00Z"));
        vendor.on("POST", Vendor.WS + "/dnc/bulk", 201, "{\"created\":1}");
        vendor.salesforge.sender().suppress(CLIENT, List.of(PRIYA));
        assertThat(read("dnc_added", "")).isInstanceOf(MailEvent.Noted.class);
        vendor.clock.moveTo(Instant.parse("2026-09-01T23:15:00Z"));
        vendor.salesforge.sender().suppress(CLIENT, List.of(PRIYA));
        assertThat(read("dnc_added", "")).isInstanceOf(MailEvent.OptedOut.class);
    }

    @Test // salesforge 8: not when the address was added by ourselves within the last hour
    void a_recall_is_no_opt_out() {
        vendor.clock.moveTo(Instant.parse("2026-09-02T00:00:00Z"));
        vendor.willing();
        vendor.on("POST", Vendor.WS + "/dnc/bulk", 201, "{\"created\":1}");
        vendor.salesforge.sender().send(vendor.email().build());
        vendor.on("GET", Vendor.WS + "/contacts/lead_9f1c2d", 200, Vendor.contact("seq_c1", "active"));
        vendor.salesforge.sender().recall(CLIENT, PRIYA);
        assertThat(read("dnc_added", "")).isInstanceOf(MailEvent.Noted.class);
    }

    @Test // salesforge 11 rows 30, 35: kept as it came, without effect; what is new in a known one is nothing to us
    void a_type_that_is_not_known_says_nothing_and_neither_does_a_member() {
        assertThat(vendor.salesforge.hooks().read(CLIENT, "wh_1", event("linkedin_followed", "")))
                .isEmpty();
        assertThat(vendor.salesforge.hooks().read(CLIENT, "wh_1", event("email_sent", ",\"newData\":{\"x\":[1]}")))
                .hasSize(1);
    }

    @Test // salesforge 11 row 29
    void another_workspaces_event_has_no_effect() {
        byte[] foreign = new String(event("contact_unsubscribed", ""), StandardCharsets.UTF_8)
                .replace("wks_1", "wks_2")
                .getBytes(StandardCharsets.UTF_8);
        assertThat(hooks.read(CLIENT, "wh_1", foreign))
                .singleElement()
                .isInstanceOfSatisfying(
                        MailEvent.Noted.class, noted -> assertThat(noted.what()).isEqualTo("foreign_workspace"));
    }
}
