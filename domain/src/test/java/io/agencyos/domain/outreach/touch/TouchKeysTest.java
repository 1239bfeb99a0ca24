package io.agencyos.domain.outreach.touch;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.domain.shared.TouchKind;
import io.agencyos.domain.shared.contact.DomainName;
import io.agencyos.domain.shared.id.TouchId;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TouchKeysTest {

    private static final UUID ENROLMENT = UUID.fromString("018f3c1e-7b2a-7c3d-9e4f-0123456789ab");

    @ParameterizedTest // outreach 4.4, worked keys
    @CsvSource({
        "1, EMAIL, 1, aos1-af847802b461e6a16e9b4ab97b9a62db",
        "2, VOICE, 1, aos1-d8eab2a9a34384b8d207b385c770f494",
        "2, VOICE, 2, aos1-09b67d43b56003f87200645d4186a756",
        "5, SMS, 1, aos1-70bcce1fee5606143c1aadbcc6eba3ee"
    })
    void the_key_names_enrolment_step_kind_and_attempt(int step, TouchKind kind, int attempt, String key) {
        assertThat(TouchKeys.idempotencyKey(ENROLMENT, step, kind, attempt)).isEqualTo(key);
    }

    @ParameterizedTest // outreach 5.5, worked minutes
    @CsvSource({"1, EMAIL, 1, 120, 31", "5, SMS, 1, 480, 139", "2, VOICE, 1, 420, 75", "2, VOICE, 2, 420, 192"})
    void the_jitter_is_a_whole_minute_of_the_window(int step, TouchKind kind, int attempt, long open, long minute) {
        String key = TouchKeys.idempotencyKey(ENROLMENT, step, kind, attempt);

        assertThat(TouchKeys.jitter(key, open)).isEqualTo(minute);
    }

    @Test // outreach 8.4
    void the_message_id_is_the_touch_at_the_sending_domain() {
        TouchId touch = new TouchId(ENROLMENT);

        assertThat(TouchKeys.messageId(touch, new DomainName("hello-harbour.example")))
                .isEqualTo("<018f3c1e-7b2a-7c3d-9e4f-0123456789ab@hello-harbour.example>");
    }
}
