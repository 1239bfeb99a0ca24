package io.agencyos.application.outreach.outlook;

import io.agencyos.application.lead.store.Leads;
import io.agencyos.application.outreach.store.GateLog;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.outreach.gate.GateCode;
import io.agencyos.domain.shared.id.LeadId;
import java.util.List;
import java.util.Optional;
import org.jmolecules.architecture.hexagonal.PrimaryPort;
import org.jspecify.annotations.Nullable;

/** What every gate said of a lead, from the newest answer back to its first. Changes nothing. Source: outreach 19.6, api 9.6. */
@PrimaryPort
public interface ShowChecks {

    /**
     * An answer in plain words.
     *
     * @param number of the check in outreach 3.3, 0 for what has none and for what passed
     * @param whatToDo null where it passed
     */
    record Check(GateLog.Kept answer, int number, @Nullable String whatToDo) {

        static Check of(GateLog.Kept answer) {
            Optional<GateCode> code = Optional.ofNullable(answer.code()).flatMap(GateCode::parse);
            return new Check(
                    answer,
                    code.map(known -> known.reason().check()).orElse(0),
                    code.map(GateCode::whatToDo).orElse(null));
        }
    }

    /** The answers after this one, empty where there is no such lead. */
    Optional<List<Check>> of(TenantScope scope, LeadId lead, GateLog.@Nullable After after, int limit);

    /** Reads these stores. */
    static ShowChecks over(GateLog log, Leads leads, UnitOfWork units) {
        return (scope, lead, after, limit) -> units.inTenant(
                scope.asWorker(),
                () -> leads.find(scope.clientId(), lead)
                        .filter(found -> found.deletedAt() == null)
                        .map(found -> log.ofLead(scope.clientId(), lead, after, limit).stream()
                                .map(Check::of)
                                .toList()));
    }
}
