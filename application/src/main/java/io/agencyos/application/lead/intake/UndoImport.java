package io.agencyos.application.lead.intake;

import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.lead.LeadImport;
import io.agencyos.domain.shared.id.ImportId;
import io.agencyos.domain.shared.id.LeadId;
import java.util.List;
import org.jmolecules.architecture.hexagonal.PrimaryPort;

/**
 * Takes an import back as a whole: leads that it made and nobody has touched are removed and given back to the pool,
 * values that it overwrote are restored unless they changed since, everything else is kept and named. Opt-outs,
 * suppressions and consents are never touched. A second undo changes nothing. Source: api 9.6.
 */
@PrimaryPort
public interface UndoImport {

    /** What came of it. */
    sealed interface Outcome {

        /** @param kept leads that stay, with the reason */
        record Undone(LeadImport run, int removed, int restored, List<Kept> kept) implements Outcome {}

        /** {@code role_required}: only an administrator may. */
        record RoleRequired() implements Outcome {}

        /** No such import of this client. */
        record NotFound() implements Outcome {}
    }

    /**
     * A lead that an undo leaves as it is.
     *
     * @param row its row in the file
     * @param reason {@code contacted}, {@code replied}, {@code meeting} or {@code changed_since}
     */
    record Kept(int row, LeadId lead, String reason) {}

    Outcome undo(TenantScope scope, ImportId id);

    /** What an undo would do now; does none of it. */
    Outcome tryUndo(TenantScope scope, ImportId id);
}
