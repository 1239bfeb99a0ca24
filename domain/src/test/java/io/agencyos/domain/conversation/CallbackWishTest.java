package io.agencyos.domain.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.domain.conversation.SpokenTime.DateOrder;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who asks to be called again, and when. Source: outreach 10.6. */
class CallbackWishTest {

    private static final ZonedDateTime SAID = ZonedDateTime.of(2026, 3, 4, 10, 20, 0, 0, ZoneId.of("Australia/Sydney"));

    @ParameterizedTest
    @CsvSource({
        "'Can you call me back tomorrow at three?', 2026-03-05T15:00",
        "'I have a meeting at two, call me after four.', 2026-03-04T16:00",
        "'Please call me back later. Monday', 2026-03-09T10:00",
        "'Could you ring me back? Thursday afternoon is fine.', 2026-03-05T14:00",
        "'Tomorrow at 9.30 would be good. Call me back then.', 2026-03-05T09:30",
        "'Try again on Friday', 2026-03-06T10:00",
        "'Give me a call next week', 2026-03-09T10:00",
        "'Not now, call me back in half an hour', 2026-03-04T10:50",
        "'Please call me back later. 2026-03-05T04:00:00Z', 2026-03-05T15:00"
    })
    void a_wish_has_the_time_that_stands_beside_it(String words, String moment) {
        assertThat(CallbackWish.isIn(words)).isTrue();
        assertThat(CallbackWish.time(words, SAID, DateOrder.DAY_FIRST))
                .hasValueSatisfying(at -> assertThat(at.toLocalDateTime()).hasToString(moment));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Call me back later", "Ring me back some time", "Please call me back."})
    void a_wish_may_name_no_time(String words) {
        assertThat(CallbackWish.isIn(words)).isTrue();
        assertThat(CallbackWish.time(words, SAID, DateOrder.DAY_FIRST)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I'll call back tomorrow at three",
                "Let me call back on Monday",
                "No need to call me back",
                "Please do not bother calling back tomorrow",
                "You never call me back",
                "Who are you?",
                "Friday at ten works"
            })
    void whoever_will_call_or_wants_no_call_asks_for_none(String words) {
        assertThat(CallbackWish.isIn(words)).isFalse();
    }
}
