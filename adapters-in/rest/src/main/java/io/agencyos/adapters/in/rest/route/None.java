package io.agencyos.adapters.in.rest.route;

/** No body. */
public record None() {

    public static final None NONE = new None();
}
