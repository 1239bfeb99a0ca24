package io.agencyos.application.client.identity.store;

import io.agencyos.domain.client.identity.OneTimeToken;
import io.agencyos.domain.client.identity.OneTimeToken.Purpose;
import io.agencyos.domain.shared.contact.EmailKey;
import io.agencyos.domain.shared.id.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jmolecules.architecture.hexagonal.SecondaryPort;

/** Links and halves of sign-ins that are good once, by hash. Needs an open platform unit of work. Source: api 2. */
@SecondaryPort
public interface OneTimeTokens {

    /** Member of a payload that names the address a link is for. */
    String EMAIL_KEY = "email_key";

    void insert(OneTimeToken token);

    /** Held until the unit of work ends, so that of two uses at once exactly one is the first. */
    Optional<OneTimeToken> findForUpdate(String tokenHash);

    /** Writes payload and use. */
    void update(OneTimeToken token);

    /** How long it is known that there was a link, after it expired. */
    Duration KEPT = Duration.ofDays(30);

    /** Removes those past that time, at most so many; answers how many. */
    int removeOld(Instant now, int most);

    /** The newest open one that is for this address. */
    Optional<OneTimeToken> openFor(Purpose purpose, EmailKey email, Instant now);

    /** Uses up what is still open of a person: a newer link ends the older ones. */
    void close(UserId user, Purpose purpose, Instant at);
}
