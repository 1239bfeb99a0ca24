package io.agencyos.adapters.out.vendorhttp;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryAfterTest {

    private static final Instant TEN = Instant.parse("2026-11-20T10:00:00Z");
    private static final Duration USUAL = Duration.ofSeconds(1);

    @ParameterizedTest(name = "\"{0}\" waits {1} s") // vendors/index 2, table of Retry-After
    @CsvSource(delimiter = '|', textBlock = """
        7                             | 7
        Fri, 20 Nov 2026 10:00:30 GMT | 30
        -5                            | 0
        90000                         | 3600
        Fri, 20 Nov 2026 09:59:00 GMT | 0
        soon                          | 1
        99999999999999999999          | 1
        """)
    void the_table_of_the_catalogue(String header, long seconds) {
        assertThat(RetryAfter.read(Optional.of(header), TEN, USUAL)).isEqualTo(Duration.ofSeconds(seconds));
    }

    @Test // vendors/index 2
    void an_absent_header_gives_the_vendors_default() {
        assertThat(RetryAfter.read(Optional.empty(), TEN, USUAL)).isEqualTo(USUAL);
    }
}
