package io.agencyos.adapters.out.vendorhttp;

/** A 2xx answer that is not what the contract says. Never leaves this package. */
final class UnreadableAnswerException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnreadableAnswerException(String message) {
        super(message, null, false, false);
    }
}
