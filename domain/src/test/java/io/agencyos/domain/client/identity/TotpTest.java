package io.agencyos.domain.client.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TotpTest {

    private static final byte[] SEED = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    @Test // RFC 6238 appendix B, SHA-1, the last six of eight digits
    void the_published_codes_are_ours() {
        assertThat(code(59)).isEqualTo("287082");
        assertThat(code(1_111_111_109L)).isEqualTo("081804");
        assertThat(code(1_111_111_111L)).isEqualTo("050471");
        assertThat(code(1_234_567_890L)).isEqualTo("005924");
        assertThat(code(2_000_000_000L)).isEqualTo("279037");
        assertThat(code(20_000_000_000L)).isEqualTo("353130");
    }

    private static String code(long second) {
        return Totp.code(SEED, Totp.step(Instant.ofEpochSecond(second)));
    }

    @Test // api 2: ±1 step, each code accepted once
    void a_code_is_good_one_step_before_and_after_its_own_and_only_once() {
        String code = code(59);

        assertThat(Totp.matching(SEED, code, Instant.ofEpochSecond(29), 0)).hasValue(1);
        assertThat(Totp.matching(SEED, code, Instant.ofEpochSecond(89), 0)).hasValue(1);
        assertThat(Totp.matching(SEED, code, Instant.ofEpochSecond(90), 0)).isEmpty();
        assertThat(Totp.matching(SEED, code, Instant.ofEpochSecond(59), 1)).isEmpty();
        assertThat(Totp.matching(SEED, "287083", Instant.ofEpochSecond(59), 0)).isEmpty();
    }

    @Test // RFC 4648 section 10, without padding
    void a_seed_is_given_to_devices_in_base_32() {
        assertThat(Totp.base32("foobar".getBytes(StandardCharsets.US_ASCII))).isEqualTo("MZXW6YTBOI");
        assertThat(Totp.base32("fooba".getBytes(StandardCharsets.US_ASCII))).isEqualTo("MZXW6YTB");
    }
}
