package io.agencyos.domain.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WholeCompanyTest {

    @ParameterizedTest // outreach 19.2: "all of us"
    @ValueSource(
            strings = {
                "Please unsubscribe all of us.",
                "Remove me and everyone at Harbour Lane from your list.",
                "Stop mailing our whole team",
                "Take our domain off your list, please.",
                "Don't contact anyone here again."
            })
    void who_speaks_for_all_is_understood(String text) {
        assertThat(WholeCompany.isMeant(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Please unsubscribe me.",
                "Remove me from your list, thanks all.",
                "We all have enough mail; take me off.",
            })
    void who_speaks_for_themselves_is_too(String text) {
        assertThat(WholeCompany.isMeant(text)).isFalse();
    }

    @Test
    void what_is_quoted_was_said_by_us() {
        assertThat(WholeCompany.isMeant("Unsubscribe\n\nOn Monday Sam wrote:\nWe help the whole team at Harbour Lane"))
                .isFalse();
        assertThat(WholeCompany.isMeant("Unsubscribe\n> for everyone at Harbour Lane"))
                .isFalse();
    }
}
