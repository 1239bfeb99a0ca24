package io.agencyos.application.platform.secret;

import io.agencyos.application.platform.secret.SealedRows.Resealed;
import io.agencyos.application.platform.secret.SealedRows.SealedRow;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.shared.id.ClientId;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;

/** Rows are opened and sealed between units, which are short and hold no lock meanwhile. */
public final class RenewKeysService implements RenewKeys {

    private static final int AT_ONCE = 500;

    private final KeyRing ring;
    private final SealedRows rows;
    private final Sealer sealer;
    private final UnitOfWork units;

    public RenewKeysService(KeyRing ring, SealedRows rows, Sealer sealer, UnitOfWork units) {
        this.ring = ring;
        this.rows = rows;
        this.sealer = sealer;
        this.units = units;
    }

    @Override
    public int retire() {
        return ring.retire();
    }

    @Override
    public int reseal() {
        if (ring.census().retired() == 0) {
            return 0;
        }
        int resealed = all(
                () -> units.onPlatform(() -> rows.outdated(null, AT_ONCE)),
                renewed -> units.<Integer>onPlatform(() -> rows.replace(renewed)));
        for (ClientId owner : units.onPlatform(() -> rows.owners())) {
            TenantScope worker = TenantScope.worker(owner);
            resealed += all(
                    () -> units.inTenant(worker, () -> rows.outdated(owner, AT_ONCE)),
                    renewed -> units.<Integer>inTenant(worker, () -> rows.replace(renewed)));
        }
        return resealed;
    }

    private int all(Supplier<List<SealedRow>> outdated, ToIntFunction<List<Resealed>> replace) {
        int resealed = 0;
        int last = AT_ONCE;
        while (last == AT_ONCE) {
            List<Resealed> renewed = outdated.get().stream().map(this::resealed).toList();
            last = renewed.isEmpty() ? 0 : replace.applyAsInt(renewed);
            resealed += last;
        }
        return resealed;
    }

    private Resealed resealed(SealedRow row) {
        return new Resealed(row, sealer.seal(sealer.open(row.sealed(), row.place()), row.place()));
    }
}
