package io.agencyos.adapters.out.sandbox.http;

import java.util.Optional;
import java.util.function.UnaryOperator;

/** Whoever takes the requests that come in. */
public interface Reception extends AutoCloseable {

    /**
     * Takes a request.
     *
     * @param header its headers by name; one that is missing is an empty text
     * @return the answer; empty when the connection is to be cut instead
     */
    Optional<Response> take(Request request, UnaryOperator<String> header);

    @Override
    void close();
}
