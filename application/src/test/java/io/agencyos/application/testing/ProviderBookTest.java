package io.agencyos.application.testing;

import io.agencyos.application.client.identity.IdentityProviderContract;
import io.agencyos.application.client.identity.store.IdentityProvider;
import io.agencyos.domain.shared.SecretText;
import io.agencyos.domain.shared.contact.EmailAddress;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

class ProviderBookTest extends IdentityProviderContract {

    private Instant now = Leadbook.MONDAY;

    @Override
    protected World world() {
        ProviderBook book = new ProviderBook(() -> now);
        return new World() {
            @Override
            public IdentityProvider provider() {
                return book;
            }

            @Override
            public void knows(String subject, @Nullable EmailAddress email, boolean verified) {
                book.knows(subject, email, verified, null);
            }

            @Override
            public SecretText token(String subject, String session, boolean secondFactor) {
                return book.token(subject, session, secondFactor);
            }

            @Override
            public SecretText foreignToken(String subject) {
                return new ProviderBook(() -> now).token(subject + "-elsewhere", "session-1", false);
            }

            @Override
            public Instant now() {
                return now;
            }

            @Override
            public void pass(Duration time) {
                now = now.plus(time);
            }

            @Override
            public void goAway() {
                book.goAway();
            }
        };
    }
}
