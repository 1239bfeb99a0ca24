package io.agencyos.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agencyos.domain.shared.VendorFailure.Details;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VendorFailureTest {

    private static final Details DETAILS = Details.of("example", "send", "no answer");

    @Test
    void there_are_the_eight_kinds_of_the_vocabulary() { // vocabulary 16
        Stream<VendorFailure> kinds = Stream.of(
                new VendorFailure.Unauthorized(DETAILS),
                new VendorFailure.OutOfCredits(DETAILS),
                new VendorFailure.RateLimited(DETAILS, Duration.ofSeconds(7)),
                new VendorFailure.Invalid(DETAILS, "email", "is empty"),
                new VendorFailure.NotFound(DETAILS),
                new VendorFailure.Conflict(DETAILS),
                new VendorFailure.Unavailable(DETAILS),
                new VendorFailure.Timeout(DETAILS));
        assertThat(kinds.map(VendorFailure::kind))
                .containsExactly(
                        "unauthorized",
                        "out_of_credits",
                        "rate_limited",
                        "invalid",
                        "not_found",
                        "conflict",
                        "unavailable",
                        "timeout");
        assertThat(VendorFailure.class.getPermittedSubclasses()).hasSize(8);
    }

    @ParameterizedTest
    @CsvSource({"7,7", "-5,0", "90000,3600"}) // vendors/index 2, Retry-After
    void a_wait_lies_between_0_and_3600_seconds(long asked, long waited) {
        assertThat(new VendorFailure.RateLimited(DETAILS, Duration.ofSeconds(asked)).retryAfter())
                .isEqualTo(Duration.ofSeconds(waited));
    }

    @Test
    void a_write_without_answer_may_have_taken_effect() { // vendors/index 2
        assertThat(new VendorFailure.Timeout(DETAILS.asAmbiguous()).ambiguous()).isTrue();
        assertThat(new VendorFailure.Unavailable(DETAILS).ambiguous()).isFalse();
        Details full = DETAILS.withStatus(503).withVendorCode("busy").withRequestId("r-1");
        assertThat(full).isEqualTo(new Details("example", "send", 503, "busy", "no answer", "r-1", false));
        assertThat(full.status()).contains(503);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Reply_Open", "reply-open", "_x", "x_", "a__b", "reply open"})
    void a_reason_code_is_one_lower_snake_word(String text) {
        assertThatThrownBy(() -> new ReasonCode(text)).isInstanceOf(IllegalArgumentException.class);
        assertThat(new ReasonCode("reply_open")).hasToString("reply_open");
    }

    @Test // api 9.13
    void a_failure_is_told_in_one_sentence_with_the_services_own_words_where_they_say_more() {
        assertThat(new VendorFailure.Unauthorized(Details.of("example", "test", "unauthorized")).told())
                .isEqualTo("The vendor does not accept the key.");
        assertThat(new VendorFailure.Unavailable(DETAILS).told())
                .isEqualTo("The vendor cannot be reached or read: no answer");
    }
}
