package io.agencyos.domain.outreach.gate;

import io.agencyos.domain.shared.Vocabulary;

/** What a gate's answer does to a touch. Source: vocabulary 17, outreach 3.3. */
public enum GateClass implements Vocabulary {
    /** Nothing stands against it. */
    PASS,
    /** Ends the enrolment. */
    STOP,
    /** Ends the step; its fallback applies. */
    SKIP,
    /** Waits for a person or a resume. */
    HOLD,
    /** Waits for a time that is known. */
    DEFER,
    /** A defect of ours: nobody is contacted, somebody is told. */
    FAIL
}
