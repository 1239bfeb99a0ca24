package io.agencyos.application.conversion.learning.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which documents a reader takes. Source: conversion intelligence 13. */
class PatternSchemaTest {

    @ParameterizedTest // CIS 13: needs a higher version: absent; unknown members: tolerated
    @CsvSource({
        "3.0, true",
        "3.1, true",
        "3.10, true",
        "4.0, true",
        "10.0, true",
        "2.9, false",
        "2.10, false",
        "0.0, false",
        "3, false",
        "three, false",
        "'', false",
        "3.0.1, false",
        "-3.0, false"
    })
    void a_document_is_read_from_the_readers_own_version_on(String stored, boolean read) {
        assertThat(PatternSchema.of(stored).isReadable()).isEqualTo(read);
    }

    @ParameterizedTest
    @CsvSource({"3.0", "3.10", "12.4"})
    void a_version_is_stored_as_it_is_read(String text) {
        assertThat(PatternSchema.of(text).text()).isEqualTo(text);
    }
}
