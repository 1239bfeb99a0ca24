package io.agencyos.domain.conversion.detect;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.domain.conversion.detect.Conversations.Wait;
import io.agencyos.domain.conversion.detect.Engagement.Group;
import io.agencyos.domain.conversion.detect.Engagement.Minutes;
import io.agencyos.domain.conversion.detect.Engagement.Times;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is described and never compared. Source: conversion intelligence 8, 9.1, 18. */
class EngagementTest {

    private static final Engagement MONTH = new Engagement(
            List.of(
                    new Group(true, true, true, 6, 18),
                    new Group(true, true, false, 34, 50),
                    new Group(true, false, true, 4, 6),
                    new Group(true, false, false, 156, 200),
                    new Group(false, false, true, 4, 0),
                    new Group(false, false, false, 796, 0)),
            new Times(
                    new Minutes(200, 25_000, 62, 240),
                    new Minutes(40, 6_200, 90, 300),
                    new Minutes(40, 801, 12, 30),
                    new Minutes(10, 605, 50, 90),
                    Minutes.NONE));

    @Test // CIS 8: engagement_timing, a proxy
    void engagement_is_timed_in_minutes() {
        assertThat(MONTH.timing().canonical())
                .isEqualTo(
                        "{\"avg_time_to_click_minutes\":155.0,\"avg_time_to_open_minutes\":125.0,\"click_rate\":0.0400,"
                                + "\"click_to_open_rate\":0.2000,\"median_open_to_click_minutes\":12,"
                                + "\"median_time_to_click_minutes\":90,\"median_time_to_open_minutes\":62,"
                                + "\"open_rate\":0.2000,\"optimal_click_window_minutes\":300,"
                                + "\"optimal_open_window_minutes\":240,\"proxy\":true,\"sample_size\":1000}");
    }

    @Test // CIS 9.1: correlation only
    void who_opens_books_more_often_and_nobody_says_because() {
        String told = MONTH.correlation().canonical();
        assertThat(told)
                .contains(
                        "\"conversion_rate_if_opened\":0.0500",
                        "\"conversion_rate_if_not_opened\":0.0050",
                        "\"conversion_rate_if_clicked\":0.1500",
                        "\"open_conversion_lift\":10.00",
                        "\"click_conversion_lift\":18.00",
                        "\"avg_opens_converted\":1.71",
                        "\"avg_opens_not_converted\":0.25",
                        "\"avg_time_to_open_converted\":60.5",
                        "\"avg_time_to_click_converted\":null",
                        "\"causal\":false",
                        "Of 200 opened e-mails 10 led to a meeting, of 800 others 4")
                .doesNotContain("causes");
        assertThat(Engagement.NONE.correlation().canonical())
                .contains("\"open_rate\":null", "\"insights\":[]", "\"sample_size\":0");
    }

    @Test // CIS 9.1: channel_conversation_quality
    void conversations_are_told_by_channel() {
        Conversations told = new Conversations(
                List.of(new Conversations.OnChannel(
                        "email", 4, 18, 6, 5, 151, 1, Map.of("positive", 3L, "neutral", 2L, "negative", 2L))),
                List.of());
        assertThat(told.quality().canonical())
                .isEqualTo("{\"email\":{\"avg_lead_messages\":1.5,\"avg_lead_response_minutes\":30.2,"
                        + "\"avg_messages_per_thread\":4.5,\"conversion_rate\":0.2500,\"sentiment_distribution\":["
                        + "{\"count\":3,\"sentiment\":\"positive\",\"share\":0.4286},"
                        + "{\"count\":2,\"sentiment\":\"negative\",\"share\":0.2857},"
                        + "{\"count\":2,\"sentiment\":\"neutral\",\"share\":0.2857}],\"thread_count\":4}}");
    }

    @Test // CIS 18: < 5, 5–30, 30–60 min, 1–4, 4–24, > 24 h
    void reactions_fall_into_the_buckets_of_the_specification() {
        assertThat(List.of(0L, 4L, 5L, 29L, 30L, 59L, 60L, 239L, 240L, 1_439L, 1_440L, 99_999L).stream()
                        .map(Wait::of))
                .containsExactly(
                        Wait.UNDER_5_MINUTES,
                        Wait.UNDER_5_MINUTES,
                        Wait.UNDER_30_MINUTES,
                        Wait.UNDER_30_MINUTES,
                        Wait.UNDER_1_HOUR,
                        Wait.UNDER_1_HOUR,
                        Wait.UNDER_4_HOURS,
                        Wait.UNDER_4_HOURS,
                        Wait.UNDER_24_HOURS,
                        Wait.UNDER_24_HOURS,
                        Wait.LONGER,
                        Wait.LONGER);
        Conversations told = new Conversations(
                List.of(),
                List.of(
                        new Conversations.Reaction(Wait.LONGER, 8, 1),
                        new Conversations.Reaction(Wait.UNDER_5_MINUTES, 4, 1)));
        assertThat(told.reactionTimes().canonical())
                .isEqualTo(
                        "[{\"bucket\":\"under_5_minutes\",\"causal\":false,\"conversion_rate\":0.2500,\"converted\":1,"
                            + "\"sample\":4},{\"bucket\":\"longer\",\"causal\":false,\"conversion_rate\":0.1250,\"converted\":1,"
                            + "\"sample\":8}]");
    }
}
