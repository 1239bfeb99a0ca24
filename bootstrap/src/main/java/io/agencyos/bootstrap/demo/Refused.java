package io.agencyos.bootstrap.demo;

/** The product would not take what the demonstration's people wanted: the demonstration is wrong, or the product is. */
final class Refused {

    private Refused() {}

    static IllegalStateException of(String what, Object why) {
        return new IllegalStateException("the demonstration was refused " + what + ": " + why);
    }
}
