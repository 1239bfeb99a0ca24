package io.agencyos.application.testing;

import io.agencyos.application.client.identity.PasswordHasher;
import io.agencyos.application.client.identity.PasswordHasherContract;

class QuickPasswordsTest extends PasswordHasherContract {

    @Override
    protected PasswordHasher hasher() {
        return new QuickPasswords();
    }
}
