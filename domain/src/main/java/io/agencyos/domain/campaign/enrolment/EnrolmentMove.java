package io.agencyos.domain.campaign.enrolment;

import java.util.List;

/** Answer of {@link EnrolmentMachine}. */
public sealed interface EnrolmentMove {

    /** The enrolment as it is to be stored and what goes with it, in one transaction. */
    record Moved(Enrolment enrolment, List<EnrolmentEffect> effects) implements EnrolmentMove {
        public Moved {
            effects = List.copyOf(effects);
        }
    }

    /** The event changes nothing in this state: it is over, or was here before. */
    record Unchanged() implements EnrolmentMove {}
}
