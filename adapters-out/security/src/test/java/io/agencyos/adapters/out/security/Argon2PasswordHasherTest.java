package io.agencyos.adapters.out.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import io.agencyos.application.client.identity.PasswordHasherContract;
import io.agencyos.application.client.identity.store.PasswordHasher;
import io.agencyos.domain.shared.SecretText;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class Argon2PasswordHasherTest extends PasswordHasherContract {

    private static final SecretText PASSWORD = new SecretText("correct horse battery staple");

    private final PasswordHasher hasher = new Argon2PasswordHasher(new Chance());

    @Override
    protected PasswordHasher hasher() {
        return hasher;
    }

    @Test // api 2: Argon2id, ≥ 19 456 KiB, t=2, p=1, 16-byte salt, 32-byte output; parameters stored with the hash
    void a_hash_names_its_parameters_and_has_a_salt_of_its_own() {
        String encoded = hasher.hash(PASSWORD);

        assertThat(encoded).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        String[] parts = encoded.split("\\$");
        assertThat(Base64.getDecoder().decode(parts[4])).hasSize(16);
        assertThat(Base64.getDecoder().decode(parts[5])).hasSize(32);
        assertThat(hasher.hash(PASSWORD)).isNotEqualTo(encoded);
    }

    @Test // api 2: rehash on login when raised
    void a_hash_with_weaker_parameters_still_matches_and_is_outdated() {
        String weak = Argon2Function.getInstance(4_096, 1, 1, 32, Argon2.ID)
                .hash(PASSWORD.reveal(), "sixteen bytes ok")
                .getResult();

        assertThat(hasher.matches(PASSWORD, weak)).isTrue();
        assertThat(hasher.isOutdated(weak)).isTrue();
    }

    @Test // api 2: rehash on login when raised
    void a_hash_of_a_lower_cost_is_outdated_once_the_cost_is_raised() {
        PasswordHasher cheap = new Argon2PasswordHasher(new Chance(), new Argon2PasswordHasher.Cost(64, 1));
        String encoded = cheap.hash(PASSWORD);

        assertThat(encoded).startsWith("$argon2id$v=19$m=64,t=1,p=1$");
        assertThat(cheap.isOutdated(encoded)).isFalse();
        assertThat(hasher.matches(PASSWORD, encoded)).isTrue();
        assertThat(hasher.isOutdated(encoded)).isTrue();
    }

    @Test // RFC 9106's reference implementation, so that hashes can be moved: argon2 -id -t 2 -m 16 -p 1, salt
    // "somesalt"
    void a_published_hash_is_understood() {
        String published = "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";

        assertThat(hasher.matches(new SecretText("password"), published)).isTrue();
        assertThat(hasher.matches(new SecretText("Password"), published)).isFalse();
        assertThat(hasher.isOutdated(published)).isFalse();
    }
}
