package io.agencyos.adapters.out.memory.outreach;

import io.agencyos.adapters.out.memory.kernel.MovableClock;
import io.agencyos.application.outreach.DoNotCallRegister;
import io.agencyos.application.outreach.DoNotCallRegisterContract;
import io.agencyos.domain.shared.ClientId;
import io.agencyos.domain.shared.PhoneNumber;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

class FakeDoNotCallRegisterTest extends DoNotCallRegisterContract {

    @Override
    protected World world() {
        FakeDoNotCallRegister register =
                new FakeDoNotCallRegister(new MovableClock(Instant.parse("2026-03-01T00:30:00Z")));
        return new World() {

            @Override
            public DoNotCallRegister register() {
                return register;
            }

            @Override
            public ClientId client() {
                return new ClientId(new UUID(0, 2));
            }

            @Override
            public void washes(Map<PhoneNumber, String> answers) {
                register.washes(answers);
            }
        };
    }
}
