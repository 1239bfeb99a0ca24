package io.agencyos.application.outreach.store;

/** The stages of the outreach loop in the order in which one pass runs them. Source: outreach 3.1. */
public enum LoopStage {
    WAKE,
    EXPIRE_APPROVALS,
    RECONCILE,
    PLAN,
    DRAFT,
    COMMIT,
    DISPATCH
}
