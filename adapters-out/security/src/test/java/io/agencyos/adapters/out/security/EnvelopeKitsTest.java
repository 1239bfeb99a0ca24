package io.agencyos.adapters.out.security;

import io.agencyos.adapters.out.memory.platform.MemoryDataKeys;
import io.agencyos.application.platform.secret.KeyRing;
import io.agencyos.application.platform.secret.KeyRingContract;
import io.agencyos.application.platform.secret.Sealer;
import io.agencyos.application.platform.secret.SealerContract;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Nested;

/** The kits by real ciphers. */
class EnvelopeKitsTest {

    private static EnvelopeSealer sealer(List<MasterKey> file) {
        return new EnvelopeSealer(new MemoryDataKeys(), new MasterKeys(() -> file), () -> 0, UUID::randomUUID);
    }

    private static List<MasterKey> file() {
        return new ArrayList<>(List.of(MasterKey.of("01".repeat(32))));
    }

    @Nested
    class Keys extends KeyRingContract {

        @Override
        protected World world() {
            List<MasterKey> file = file();
            EnvelopeSealer sealer = sealer(file);
            return new World() {
                @Override
                public KeyRing ring() {
                    return sealer;
                }

                @Override
                public Sealer sealer() {
                    return sealer;
                }

                @Override
                public void newMaster() {
                    file.addFirst(MasterKey.of("02".repeat(32)));
                    sealer.masters().reread();
                }
            };
        }
    }

    @Nested
    class Sealing extends SealerContract {

        private final EnvelopeSealer sealer = EnvelopeKitsTest.sealer(file());

        @Override
        protected Sealer sealer() {
            return sealer;
        }
    }
}
