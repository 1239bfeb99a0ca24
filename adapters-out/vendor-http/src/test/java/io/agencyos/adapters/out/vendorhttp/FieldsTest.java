package io.agencyos.adapters.out.vendorhttp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class FieldsTest {

    private static JsonNode json(String value) {
        return Fields.parse(("{\"x\":" + value + "}").getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @CsvSource({"'\"a\"', a", "12, 12", "0.0792, 0.0792", "true, true"})
    void a_plain_value_is_text_whatever_it_is(String value, String text) {
        assertThat(Fields.text(json(value), "x")).contains(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"\"", "\"  \"", "{}", "[]"})
    void what_says_nothing_is_empty(String value) {
        assertThat(Fields.text(json(value), "x")).isEmpty();
        assertThat(Fields.decimal(json(value), "x")).isEmpty();
        assertThat(Fields.instant(json(value), "x")).isEmpty();
        assertThat(Fields.flag(json(value), "x")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1788308100", "\"1788308100\"", "1788308100000", "\"2026-09-02T00:15:00.000Z\""})
    void a_moment_may_be_written_in_four_ways(String value) {
        assertThat(Fields.instant(json(value), "x")).contains(Instant.parse("2026-09-02T00:15:00Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "9223372036854775807", "\"yesterday\"", "\"+99999-01-01T00:00:00Z\""})
    void a_moment_that_cannot_be_is_none(String value) {
        assertThat(Fields.instant(json(value), "x")).isEmpty();
    }

    @Test
    void numbers_are_exact() {
        assertThat(Fields.decimal(json("\"0.0792\""), "x")).contains(new BigDecimal("0.0792"));
        assertThat(Fields.whole(json("-4182736450912837465"), "x")).contains(-4182736450912837465L);
    }

    @Test
    void text_that_is_no_json_is_told_apart() {
        assertThatThrownBy(() -> Fields.parse("<html>".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
