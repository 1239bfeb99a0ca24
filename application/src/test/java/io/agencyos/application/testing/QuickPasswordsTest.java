package io.agencyos.application.testing;

import io.agencyos.application.client.identity.PasswordHasherContract;
import io.agencyos.application.client.identity.store.PasswordHasher;

class QuickPasswordsTest extends PasswordHasherContract {

    @Override
    protected PasswordHasher hasher() {
        return new QuickPasswords();
    }
}
