package io.agencyos.domain.platform.flow;

import io.agencyos.domain.shared.Vocabulary;

/** What made a run. Source: data model 5.13. */
public enum RunTrigger implements Vocabulary {
    /** Its schedule. */
    CRON,
    /** Something that happened. */
    EVENT,
    /** A person or a program. */
    API,
    /** Another run. */
    PARENT,
    /** A look for work that is left. */
    SWEEP
}
