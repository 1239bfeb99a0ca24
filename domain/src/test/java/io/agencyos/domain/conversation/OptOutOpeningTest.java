package io.agencyos.domain.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Opt-out first, api 10.1. */
class OptOutOpeningTest {

    @ParameterizedTest // api 10.1: a reply that starts with unsubscribe or remove me
    @ValueSource(
            strings = {
                "unsubscribe",
                "Unsubscribe!",
                "UNSUBSCRIBE please",
                "remove me",
                "Remove me from this list.",
                "  \n remove   me, thanks",
                "Unsubscribe\n\nOn Tue, 17 Feb 2026 at 9:00, Sam <sam@agency.example> wrote:\n> Interested?"
            })
    void whoever_opens_with_the_wish_opts_out(String text) {
        assertThat(OptOutOpening.optsOut(text)).isTrue();
    }

    @ParameterizedTest // api 10.1, content 4.4: figures are shop talk; content E-39: what is quoted is not written
    @ValueSource(
            strings = {
                "",
                "Please tell me more",
                "How do I unsubscribe?",
                "Unsubscribe rates are what worries me",
                "Removed me already? Thanks",
                "No thanks\n\nOn Tue, 17 Feb 2026 at 9:00, Sam <sam@agency.example> wrote:\n> Unsubscribe here"
            })
    void whoever_opens_otherwise_is_read(String text) {
        assertThat(OptOutOpening.optsOut(text)).isFalse();
    }

    @Test // outreach 9.4: keyword handling needs no AI
    void a_keyword_leaves_nothing_to_interpretation() {
        Classification read = Classification.ofKeyword();

        assertThat(read.intent()).isEqualTo(Intent.UNSUBSCRIBE);
        assertThat(read.confidence()).isEqualTo(new BigDecimal("1.00"));
        assertThat(read.flags().optOut()).isTrue();
        assertThat(read.needsReview()).isFalse();
    }
}
