package io.agencyos.application.testing;

import io.agencyos.application.client.identity.store.IdentityProvider;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.domain.shared.SecretText;
import io.agencyos.domain.shared.contact.EmailAddress;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** An identity provider whose tokens are remembered instead of signed. */
public final class ProviderBook implements IdentityProvider {

    public static final String ISSUER = "https://sign-in.example";
    private static final Duration LIFE = Duration.ofHours(1);

    private final Map<String, Proof> issued = new ConcurrentHashMap<>();
    private final Map<String, Person> people = new ConcurrentHashMap<>();
    private final ClockPort clock;
    private volatile boolean away;

    public ProviderBook(ClockPort clock) {
        this.clock = clock;
    }

    /** Somebody has an account there. */
    public void knows(String subject, @Nullable EmailAddress email, boolean verified, @Nullable String company) {
        people.put(subject, new Person(email, verified, "Lee Brandt", company));
    }

    public SecretText token(String subject, String session, boolean secondFactor) {
        String token = "outside-" + issued.size() + "-" + subject;
        issued.put(
                token,
                new Proof(ISSUER, subject, session, secondFactor, clock.now().plus(LIFE)));
        return new SecretText(token);
    }

    public void goAway() {
        away = true;
    }

    @Override
    public Reading read(SecretText token) {
        if (away) {
            return new Reading.Away(Duration.ofSeconds(30));
        }
        return Optional.ofNullable(issued.get(token.reveal()))
                .filter(proof -> clock.now().isBefore(proof.expiresAt()))
                .<Reading>map(Reading.Genuine::new)
                .orElseGet(Reading.Invalid::new);
    }

    @Override
    public Optional<Person> person(SecretText token) {
        return away
                ? Optional.empty()
                : Optional.ofNullable(issued.get(token.reveal())).map(proof -> people.get(proof.subject()));
    }
}
