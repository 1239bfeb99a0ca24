package io.agencyos.adapters.in.http.route;

/** No body. */
public record None() {

    public static final None NONE = new None();
}
