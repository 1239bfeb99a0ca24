package io.agencyos.application.platform.flow;

/** Somebody else has the run: whatever this worker was about to write is refused, and it stops silently. */
final class LeaseLost extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LeaseLost() {
        super("the run was given to another worker", null, false, false);
    }
}
