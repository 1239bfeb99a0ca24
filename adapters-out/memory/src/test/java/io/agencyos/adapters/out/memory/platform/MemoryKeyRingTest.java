package io.agencyos.adapters.out.memory.platform;

import io.agencyos.application.platform.secret.KeyRing;
import io.agencyos.application.platform.secret.KeyRingContract;
import io.agencyos.application.platform.secret.Sealer;
import io.agencyos.application.platform.secret.SealerContract;
import java.util.UUID;
import org.junit.jupiter.api.Nested;

class MemoryKeyRingTest {

    private static MemoryKeyRing ring() {
        return new MemoryKeyRing(new MemoryDataKeys(), UUID::randomUUID);
    }

    @Nested
    class Keys extends KeyRingContract {

        @Override
        protected World world() {
            MemoryKeyRing ring = ring();
            return new World() {
                @Override
                public KeyRing ring() {
                    return ring;
                }

                @Override
                public Sealer sealer() {
                    return ring;
                }

                @Override
                public void newMaster() {
                    ring.newMaster("master-2");
                }
            };
        }
    }

    @Nested
    class Sealing extends SealerContract {

        private final MemoryKeyRing ring = ring();

        @Override
        protected Sealer sealer() {
            return ring;
        }
    }
}
