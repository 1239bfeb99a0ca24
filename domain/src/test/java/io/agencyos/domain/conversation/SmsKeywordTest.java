package io.agencyos.domain.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SmsKeywordTest {

    @ParameterizedTest // outreach 9.4
    @ValueSource(
            strings = {
                "stop",
                "Stop.",
                "STOP please",
                "Opt out",
                "opt-out",
                " UNSUB! ",
                "stop texting me",
                "Remove me",
                "END",
                "Quit",
                "cancel"
            })
    void a_keyword_opts_out(String text) {
        assertThat(SmsKeyword.optsOut(text)).isTrue();
    }

    @ParameterizedTest // outreach 9.4
    @ValueSource(
            strings = {
                "End of month works",
                "Don't stop",
                "Cancel Thursday please",
                "Can't stop by Thursday, Friday?",
                "end it tomorrow",
                "stop by any time",
                "",
                "  "
            })
    void a_sentence_is_for_the_reply_pipeline(String text) {
        assertThat(SmsKeyword.optsOut(text)).isFalse();
    }
}
