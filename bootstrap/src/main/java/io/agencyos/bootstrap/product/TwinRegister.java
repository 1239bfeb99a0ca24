package io.agencyos.bootstrap.product;

import io.agencyos.adapters.out.postgres.kernel.Realm;
import io.agencyos.application.outreach.wash.DoNotCallStandings;
import io.agencyos.domain.outreach.gate.GateFacts.Address.Register;
import java.util.stream.Collectors;

/**
 * The register of those who must not be called, as a twin finds it: its numbers are never carried to the real one. Source:
 * dncr, sandbox.
 */
final class TwinRegister {

    private static final String LISTED = "0000";
    private static final String UNKNOWN = "0001";

    private TwinRegister() {}

    /** That of the sandbox for twins, the other one for everybody else. */
    static DoNotCallStandings beside(DoNotCallStandings real) {
        return asked -> Realm.isTwin()
                ? asked.stream().distinct().collect(Collectors.toMap(one -> one, TwinRegister::standing))
                : real.of(asked);
    }

    private static Register standing(DoNotCallStandings.Asked one) {
        String number = one.number().e164();
        if (!one.number().isAustralian()) {
            return Register.NOT_APPLICABLE;
        }
        return number.endsWith(LISTED) ? Register.LISTED : number.endsWith(UNKNOWN) ? Register.STALE : Register.CLEAN;
    }
}
