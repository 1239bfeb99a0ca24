package io.agencyos.application.lead;

import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.lead.Activity;
import io.agencyos.domain.shared.id.LeadId;
import org.jmolecules.architecture.hexagonal.PrimaryPort;

/** Writes into a lead's timeline what a person wants remembered. Source: api 9.6. */
@PrimaryPort
public interface NoteOnLead {

    /** Most characters of a note. Source: api 1.1. */
    int LONGEST = 5_000;

    /** What came of it. */
    sealed interface Outcome {

        record Noted(Activity line) implements Outcome {}

        record NotFound() implements Outcome {}

        /** A viewer writes nothing. */
        record Forbidden() implements Outcome {}
    }

    Outcome note(TenantScope scope, LeadId lead, String text);
}
