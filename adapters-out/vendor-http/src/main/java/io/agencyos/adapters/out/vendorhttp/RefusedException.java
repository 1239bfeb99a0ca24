package io.agencyos.adapters.out.vendorhttp;

/** The vendor answered, but not with 2xx. Never leaves this package. */
final class RefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient HttpAnswer answer;

    RefusedException(HttpAnswer answer) {
        super("status " + answer.status(), null, false, false);
        this.answer = answer;
    }

    HttpAnswer answer() {
        return answer;
    }
}
