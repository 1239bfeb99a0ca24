package io.agencyos.application.testing;

import io.agencyos.application.client.PasswordHasher;
import io.agencyos.application.client.PasswordHasherContract;

class QuickPasswordsTest extends PasswordHasherContract {

    @Override
    protected PasswordHasher hasher() {
        return new QuickPasswords();
    }
}
