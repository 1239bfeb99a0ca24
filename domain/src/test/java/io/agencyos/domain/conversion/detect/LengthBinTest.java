package io.agencyos.domain.conversion.detect;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The ranges of lengths that are compared. Source: conversion intelligence 7. */
class LengthBinTest {

    // CIS 7: bins and their midpoints, half up; of the open bin its lower limit
    @ParameterizedTest
    @CsvSource({
        "email, 1, 1-25, 13",
        "email, 25, 1-25, 13",
        "email, 26, 26-50, 38",
        "email, 75, 51-75, 63",
        "email, 76, 76-100, 88",
        "email, 125, 101-125, 113",
        "email, 126, 126-175, 151",
        "email, 176, 176+, 176",
        "linkedin, 20, 1-20, 11",
        "linkedin, 60, 41-60, 51",
        "linkedin, 90, 61-90, 76",
        "linkedin, 91, 91+, 91",
        "sms, 80, 1-80, 41",
        "sms, 81, 81-120, 101",
        "sms, 160, 121-160, 141",
        "sms, 161, 161+, 161"
    })
    void a_length_is_in_one_bin(String channel, int length, String key, int optimal) {
        assertThat(LengthBin.of(channel, length)).hasValueSatisfying(bin -> {
            assertThat(bin.key()).isEqualTo(key);
            assertThat(bin.optimal()).isEqualTo(optimal);
        });
    }

    // CIS 7: nothing found: what is published, which there is of e-mail alone
    @Test
    void without_a_finding_the_published_length_stands() {
        assertThat(LengthBin.benchmark("email").canonical())
                .isEqualTo("{\"optimal_words\":88,\"range_max\":125,\"range_min\":50,\"source\":\"benchmark\"}");
        assertThat(LengthBin.benchmark("sms").canonical()).isEqualTo("{\"source\":\"none\"}");
        assertThat(LengthBin.of("email", 0)).isEmpty();
        assertThat(LengthBin.of("voice", 40)).isEmpty();
    }
}
