package io.agencyos.adapters.in.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.domain.shared.SecretText;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AskedPasswordTest {

    @Test
    void what_is_given_is_not_asked_for() {
        assertThat(asked(Optional.of(new SecretText("given")), "typed\n")).contains(new SecretText("given"));
    }

    @Test
    void without_a_terminal_the_first_line_of_the_input_counts_as_it_stands() {
        assertThat(asked(Optional.empty(), " pass wörd \nnext line\n")).contains(new SecretText(" pass wörd "));
        assertThat(asked(Optional.empty(), "")).isEmpty();
    }

    @Test
    void what_is_asked_for_further_is_never_what_was_given() {
        byte[] lines = "second\nthird\n".getBytes(StandardCharsets.UTF_8);
        AskedPassword asked = new AskedPassword(Optional.of(new SecretText("given")), new ByteArrayInputStream(lines));

        assertThat(asked.ask("First")).contains(new SecretText("given"));
        assertThat(asked.askAnother("Second")).contains(new SecretText("second"));
        assertThat(asked.askAnother("Third")).contains(new SecretText("third"));
        assertThat(asked.askAnother("Fourth")).isEmpty();
    }

    private static Optional<SecretText> asked(Optional<SecretText> given, String input) {
        return new AskedPassword(given, new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)))
                .ask("Password");
    }
}
