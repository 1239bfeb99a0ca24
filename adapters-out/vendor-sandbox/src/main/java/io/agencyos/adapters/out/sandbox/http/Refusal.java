package io.agencyos.adapters.out.sandbox.http;

/** Unwinds a handler to the front, which answers with the status and the vendor's error body. */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;

    public Refusal(int status, String message) {
        super(message, null, false, false);
        this.status = status;
    }

    /** HTTP status to answer. */
    public int status() {
        return status;
    }

    /** What was said, never null. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
