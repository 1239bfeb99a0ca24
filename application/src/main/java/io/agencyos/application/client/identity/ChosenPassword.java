package io.agencyos.application.client.identity;

import io.agencyos.domain.client.identity.PasswordPolicy;
import io.agencyos.domain.client.identity.PasswordPolicy.Fault;
import io.agencyos.domain.shared.SecretText;
import io.agencyos.domain.shared.contact.EmailAddress;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A password that somebody chose, judged with the common ones that are shipped: of the 30,000 commonest those that are long
 * enough to be chosen at all (zxcvbn, MIT licence). They are read here because the domain reads no files. Source: api 2.
 */
final class ChosenPassword {

    private static final String FILE = "common_passwords.txt";
    private static final String COMMENT = "#";

    private ChosenPassword() {}

    /** The first fault, if there is one. */
    static Optional<Fault> faultOf(SecretText password, EmailAddress email, Collection<String> companies) {
        return PasswordPolicy.faultOf(password, email, companies, Held.COMMON::contains);
    }

    private static Set<String> read() {
        try (InputStream in = ChosenPassword.class.getResourceAsStream(FILE)) {
            byte[] list = Objects.requireNonNull(in, FILE + " is missing from the jar")
                    .readAllBytes();
            return new String(list, StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith(COMMENT))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read " + FILE, unreadable);
        }
    }

    private static final class Held {

        static final Set<String> COMMON = read();
    }
}
