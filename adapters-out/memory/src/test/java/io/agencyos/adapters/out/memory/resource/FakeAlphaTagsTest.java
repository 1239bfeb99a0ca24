package io.agencyos.adapters.out.memory.resource;

import io.agencyos.application.resource.AlphaTags;
import io.agencyos.application.resource.AlphaTagsContract;
import io.agencyos.domain.shared.id.ClientId;
import java.util.UUID;

class FakeAlphaTagsTest extends AlphaTagsContract {

    private static final ClientId CLIENT = new ClientId(new UUID(0, 2));

    @Override
    protected World world() {
        FakeAlphaTags register = new FakeAlphaTags();
        return new World() {

            @Override
            public AlphaTags tags() {
                return register;
            }

            @Override
            public ClientId client() {
                return CLIENT;
            }

            @Override
            public void loseNextAnswer() {
                // what was taken is found by asking again, with or without an answer
            }

            @Override
            public void approve() {
                register.approve();
            }

            @Override
            public int wishes() {
                return register.wishes();
            }
        };
    }
}
