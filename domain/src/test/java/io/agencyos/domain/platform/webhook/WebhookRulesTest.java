package io.agencyos.domain.platform.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.domain.platform.DomainEvent;
import io.agencyos.domain.platform.EventName;
import io.agencyos.domain.platform.IpAddress;
import io.agencyos.domain.platform.webhook.WebhookDelivery.Attempt;
import io.agencyos.domain.platform.webhook.WebhookDelivery.Status;
import io.agencyos.domain.shared.SecretText;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.WebhookDeliveryId;
import io.agencyos.domain.shared.id.WebhookEndpointId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookRulesTest {

    private static final Instant NOW = Instant.parse("2026-03-02T00:00:00Z");
    private static final UUID ID = UUID.fromString("019baaaa-0000-7000-8000-000000000001");

    @Test // api 11.2: the vector
    void a_signature_is_that_of_the_published_example() {
        WebhookSecret secret = WebhookSecret.of("0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII));

        assertThat(secret.text().reveal()).isEqualTo("whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=");
        assertThat(secret.sign(
                        "evt_1",
                        1_769_126_400,
                        "{\"id\":\"evt_1\",\"type\":\"webhook.test\",\"client_id\":\"c1\","
                                + "\"created_at\":\"2026-01-23T00:00:00.000Z\",\"data\":{}}"))
                .isEqualTo("v1,IhRX4z4wvIhgkt1c0NUrC86G69m94EPl65hXz2vHCiE=");
    }

    @Test // Standard Webhooks, the example of its libraries
    void a_signature_is_that_of_standard_webhooks_own_example() {
        WebhookSecret secret = WebhookSecret.parse(new SecretText("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"))
                .orElseThrow();

        assertThat(secret.sign("msg_p5jXN8AQM9LWM0D4loKWxJek", 1_614_265_330, "{\"test\": 2432232314}"))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test // api 9.18: 24–64 bytes base64 after whsec_
    void a_secret_of_another_form_is_none() {
        for (String text : List.of(
                "",
                "whsec_",
                "whsec_abc",
                "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=",
                "whsec_" + "A".repeat(28),
                "whsec_" + "A".repeat(92),
                "whsec_****************************")) {
            assertThat(WebhookSecret.parse(new SecretText(text))).as(text).isEmpty();
        }
        assertThat(WebhookSecret.parse(new SecretText("whsec_" + "A".repeat(32))))
                .isPresent();
    }

    @Property // api 11.3: each ±20 % jitter
    void a_delay_is_that_of_the_table_give_or_take_a_fifth(
            @ForAll @IntRange(min = 1, max = 12) int failures, @ForAll long chance) {
        List<Long> seconds = List.of(5L, 30L, 120L, 600L, 3_600L, 14_400L, 43_200L);
        long plain = failures <= seconds.size() ? seconds.get(failures - 1) : 86_400;

        assertThat(RetrySchedule.after(failures, chance))
                .isBetween(Duration.ofMillis(plain * 800), Duration.ofMillis(plain * 1_200));
    }

    @ParameterizedTest // api 11.3: https, port 443 or 8443, public address, no credentials
    @ValueSource(
            strings = {
                "http://agency.example/hook",
                "https://agency.example:444/hook",
                "https://sam:secret@agency.example/hook",
                "https://agency.example/hook#part",
                "https://localhost/hook",
                "https://db.internal/hook",
                "https://printer.local/",
                "https://intranet/",
                "https://127.0.0.1/",
                "https://10.1.2.3/",
                "https://169.254.169.254/latest/meta-data",
                "https://[::1]/",
                "https://[fd00::1]/",
                "https://[::ffff:10.0.0.1]/",
                "https://2130706433/",
                "https://0x7f.1/",
                "ftp://agency.example/",
                "//agency.example/",
                "https:///hook",
                "https://agency.example\\@10.0.0.1/"
            })
    void nothing_is_sent_to_an_address_that_is_not_a_public_https_one(String url) {
        assertThat(WebhookUrl.parse(url)).isEmpty();
    }

    @Test
    void a_public_https_address_is_taken() {
        assertThat(WebhookUrl.parse("https://hooks.agency.example:8443/a?b=c")).isPresent();
        assertThat(WebhookUrl.parse("https://agency.example").orElseThrow().port())
                .isEqualTo(443);
    }

    @ParameterizedTest // api 11.3: private, loopback, link-local, CGNAT, metadata, ULA refused
    @ValueSource(
            strings = {
                "0.0.0.0",
                "10.255.0.1",
                "100.64.0.1",
                "127.8.8.8",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "198.18.0.1",
                "224.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "fe80::1",
                "fc00::1",
                "fd12::1",
                "ff02::1",
                "2002:7f00:1::",
                "64:ff9b::7f00:1",
                "::ffff:127.0.0.1",
                "::7f00:1",
                "2001:db8::1"
            })
    void an_address_that_is_not_public_is_refused(String address) {
        assertThat(PublicAddress.isPublic(IpAddress.parse(address).orElseThrow()))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.1.1.1", "8.8.8.8", "172.32.0.1", "100.128.0.1", "2606:4700::1111", "2a00:1450::1"})
    void a_public_address_is_not(String address) {
        assertThat(PublicAddress.isPublic(IpAddress.parse(address).orElseThrow()))
                .isTrue();
    }

    @Test // api 11.3
    void a_delivery_is_tried_eight_times_and_then_given_up() {
        WebhookDelivery delivery = delivery();
        for (int i = 1; i < 8; i++) {
            delivery = delivery.after(attempt(i, 500, null), 8, 0);
            assertThat(delivery.status()).isEqualTo(Status.RETRYING);
        }

        assertThat(delivery.after(attempt(8, 500, null), 8, 0).status()).isEqualTo(Status.FAILED);
        assertThat(delivery.after(attempt(8, 204, null), 8, 0).status()).isEqualTo(Status.SUCCEEDED);
        assertThat(delivery().after(attempt(1, 302, null), 8, 0).status())
                .as("redirects fail")
                .isEqualTo(Status.RETRYING);
        assertThat(delivery().after(attempt(1, 410, null), 8, 0).status()).isEqualTo(Status.FAILED);
    }

    @Test // api 11.3: 429/503 with Retry-After ≤ 24 h is honoured
    void a_receiver_that_asks_for_time_gets_it_up_to_a_day() {
        assertThat(delivery().after(attempt(1, 503, Duration.ofHours(3)), 8, 0).nextAttemptAt())
                .isEqualTo(NOW.plus(Duration.ofHours(3)));
        assertThat(delivery().after(attempt(1, 503, Duration.ofHours(25)), 8, 0).nextAttemptAt())
                .isBefore(NOW.plusSeconds(10));
        assertThat(delivery().after(attempt(1, 500, Duration.ofHours(3)), 8, 0).nextAttemptAt())
                .isBefore(NOW.plusSeconds(10));
    }

    @Test // api 11.3: by time, not by count
    void an_endpoint_is_hopeless_after_five_days_without_a_success() {
        WebhookEndpoint.Standing failing =
                WebhookEndpoint.Standing.NEW.failed(NOW).failed(NOW.plusSeconds(60));

        assertThat(failing.deservesWarning(NOW.plus(Duration.ofHours(24)).minusMillis(1)))
                .isFalse();
        assertThat(failing.deservesWarning(NOW.plus(Duration.ofHours(24)))).isTrue();
        assertThat(failing.isHopeless(NOW.plus(Duration.ofDays(5)).minusMillis(1)))
                .isFalse();
        assertThat(failing.isHopeless(NOW.plus(Duration.ofDays(5)))).isTrue();
        assertThat(failing.succeeded(NOW).isHopeless(NOW.plus(Duration.ofDays(9))))
                .isFalse();
    }

    @Test // api 11.1
    void a_body_is_the_same_bytes_each_time_and_proper_json() {
        assertThat(WebhookBody.of(event(Map.of("b", "\"\\\n", "a", "1"))))
                .isEqualTo(WebhookBody.of(event(Map.of("a", "1", "b", "\"\\\n"))))
                .isEqualTo("{\"id\":\"evt_" + ID + "\",\"type\":\"meeting.booked\",\"api_version\":\"v1\","
                        + "\"created_at\":\"2026-03-02T00:00:00.000Z\",\"client_id\":\"" + ID
                        + "\",\"data\":{\"object\":{\"a\":\"1\",\"b\":\"\\\"\\\\\\u000a\",\"id\":\"" + ID
                        + "\"},\"previous\":{}}}");
    }

    private static DomainEvent event(Map<String, String> payload) {
        return new DomainEvent(ID, new ClientId(ID), EventName.MEETING_BOOKED, ID, NOW, payload);
    }

    private static WebhookDelivery delivery() {
        return new WebhookDelivery(
                new WebhookDeliveryId(ID),
                new ClientId(ID),
                new WebhookEndpointId(ID),
                event(Map.of()),
                false,
                Status.PENDING,
                0,
                NOW,
                NOW);
    }

    private static Attempt attempt(int number, int status, @Nullable Duration retryAfter) {
        return new Attempt(number, NOW, Duration.ZERO, status, null, null, retryAfter);
    }
}
