package io.agencyos.domain.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.domain.outreach.call.CallResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a call came to, outreach 10.5 and 10.6. */
class CallTalkTest {

    @Test // vapi 6 example report
    void only_what_the_person_said_is_read() {
        assertThat(CallTalk.wordsOf("AI: Hi Priya… User: Friday works. AI: Shall I stop calling? User: At ten."))
                .isEqualTo("Friday works.\nAt ten.");
        assertThat(CallTalk.wordsOf("nothing that anybody is named for")).isEmpty();
    }

    @ParameterizedTest // outreach 10.5: "Don't call again", "remove me" → do_not_call
    @ValueSource(
            strings = {
                "Don't call again.",
                "Please don’t call me again",
                "remove me from your list",
                "Stop calling me!",
                "never ring me again",
                "Take me off the list"
            })
    void who_says_so_is_not_called_again(String words) {
        assertThat(CallTalk.optsOut(words)).isTrue();
        assertThat(CallTalk.resultOf(Intent.INTERESTED, false, words)).isEqualTo(CallResult.DO_NOT_CALL);
    }

    @ParameterizedTest // outreach 10.6 answered → analysis
    @CsvSource({
        "INTERESTED, 'Sounds good, tell me more', INTERESTED",
        "MEETING_REQUEST, 'Friday at ten works', MEETING_REQUESTED",
        "NOT_INTERESTED, 'No thanks, not for us', NOT_INTERESTED",
        "QUESTION, 'Call me back on Tuesday', CALLBACK_REQUESTED",
        "QUESTION, 'You have the wrong number', WRONG_NUMBER",
        "QUESTION, 'Please stop recording', RECORDING_DECLINED",
        "QUESTION, 'I do not want to be recorded', RECORDING_DECLINED",
        "QUESTION, 'Who are you?', NO_OUTCOME",
        "ANGRY_OR_COMPLAINT, 'I will report you', DO_NOT_CALL"
    })
    void the_rest_is_what_was_meant(Intent intent, String words, CallResult result) {
        assertThat(CallTalk.resultOf(intent, false, words)).isEqualTo(result);
    }

    @Test // content 4.6: flags act at any confidence
    void a_wish_that_the_classifier_found_counts() {
        assertThat(CallTalk.resultOf(Intent.QUESTION, true, "I would rather you did not"))
                .isEqualTo(CallResult.DO_NOT_CALL);
    }
}
