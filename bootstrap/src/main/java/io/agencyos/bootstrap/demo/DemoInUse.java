package io.agencyos.bootstrap.demo;

/** A second demonstration in the same folder; its message is for a person. */
public final class DemoInUse extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DemoInUse(String message) {
        super(message);
    }
}
