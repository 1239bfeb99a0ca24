package io.agencyos.adapters.out.postgres.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What is told of a server that does not start. Source: issue 2 section 6. */
class ComplaintTest {

    @Test
    void the_first_error_is_told_without_what_stands_around_it() {
        assertThat(Complaint.of("""
            creating configuration files ... ok
            running bootstrap script ... 2026-03-02 09:34:57.655 UTC [5204] FATAL:  could not write to file "x"
            child process exited with exit code 1
            """)).isEqualTo("FATAL:  could not write to file \"x\"");
    }

    @Test
    void the_worst_comes_first_and_without_any_error_the_last_line() {
        assertThat(Complaint.of("LOG: ERROR: small\nPANIC: large\n")).isEqualTo("PANIC: large");
        assertThat(Complaint.of("one\ntwo\n\n")).isEqualTo("two");
        assertThat(Complaint.of("")).isEqualTo("it says nothing");
    }
}
