package io.agencyos.bootstrap.demo;

/** The demonstration cannot run where or with what it was asked to; its message is for a person. */
public final class DemoRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DemoRefused(String message) {
        super(message);
    }
}
