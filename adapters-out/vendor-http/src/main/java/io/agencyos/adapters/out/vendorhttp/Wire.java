package io.agencyos.adapters.out.vendorhttp;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;

/**
 * Carries a request to a vendor and its answer back where both live in one program, so that worlds of months need no
 * socket. What is lost on the way is lost as on the network.
 */
@FunctionalInterface
public interface Wire {

    /** A request. */
    record Question(String method, URI url, Map<String, List<String>> headers, byte[] body) {}

    /** An answer. */
    record Answer(int status, Map<String, String> headers, byte[] body) {}

    /**
     * Asks.
     *
     * @throws IOException when the connection broke before the whole answer was there; whether the question was taken is
     *     not known then
     */
    Answer ask(Question question) throws IOException;
}
