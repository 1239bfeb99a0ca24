package io.agencyos.adapters.in.cli;

import io.agencyos.domain.shared.SecretText;
import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** A password from the environment, else typed unseen at the terminal, else the first line of standard input. */
public final class AskedPassword {

    private final Optional<SecretText> given;
    private final BufferedReader input;

    public AskedPassword(Optional<SecretText> given, InputStream input) {
        this.given = given;
        this.input = new BufferedReader(new InputStreamReader(input, StandardCharsets.UTF_8));
    }

    /** Empty where the input ends without one. */
    Optional<SecretText> ask(String prompt) {
        return given.isPresent() ? given : askAnother(prompt);
    }

    /** Something else than what the environment may hold: typed, else the next line of the input. */
    Optional<SecretText> askAnother(String prompt) {
        Console console = System.console();
        if (console != null && console.isTerminal()) {
            return Optional.ofNullable(console.readPassword("%s: ", prompt))
                    .map(typed -> new SecretText(new String(typed)));
        }
        try {
            return Optional.ofNullable(input.readLine()).map(SecretText::new);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("standard input cannot be read", unreadable);
        }
    }
}
