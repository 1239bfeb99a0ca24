package io.agencyos.bootstrap.simulate;

/** The end of a process: what no code of the product catches. */
final class ProcessDied extends Error {

    private static final long serialVersionUID = 1L;

    ProcessDied() {
        super("the process ends here", null, false, false);
    }
}
