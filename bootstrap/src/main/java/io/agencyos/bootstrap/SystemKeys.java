package io.agencyos.bootstrap;

import io.agencyos.adapters.in.cli.KeyDesk;
import io.agencyos.adapters.out.security.MasterKeys;
import io.agencyos.application.platform.secret.KeyRing;
import io.agencyos.application.platform.secret.RenewKeys;
import io.agencyos.bootstrap.config.Settings;
import io.agencyos.bootstrap.product.Product;
import io.agencyos.bootstrap.system.SystemClock;

/** The keys of the database of the settings, as the command line handles them. */
final class SystemKeys implements KeyDesk {

    private final Running running;
    private final MasterKeyFile file;

    private SystemKeys(Running running, MasterKeyFile file) {
        this.running = running;
        this.file = file;
    }

    static SystemKeys open(Settings settings) {
        Running running = Running.open(settings, new SystemClock());
        return new SystemKeys(
                running, new MasterKeyFile(settings, running.product().basis().secret()));
    }

    private Product product() {
        return running.product();
    }

    @Override
    public KeyRing ring() {
        return product().basis().sealer();
    }

    @Override
    public RenewKeys renewKeys() {
        return product().renewKeys();
    }

    @Override
    public int rotateMaster() {
        MasterKeys masters = product().basis().sealer().masters();
        if (file.isInSettings()) {
            return ring().rewrap();
        }
        file.add(product().basis().random());
        masters.reread();
        int rewrapped = ring().rewrap();
        file.forgetOlder();
        return rewrapped;
    }

    @Override
    public void close() {
        running.close();
    }
}
