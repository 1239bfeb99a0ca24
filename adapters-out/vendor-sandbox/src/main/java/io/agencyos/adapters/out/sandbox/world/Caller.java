package io.agencyos.adapters.out.sandbox.world;

import java.io.IOException;
import java.net.URI;
import java.util.Map;

/** Makes the world's calls to the product. */
@FunctionalInterface
public interface Caller {

    /**
     * Posts a text.
     *
     * @return the answer's status
     * @throws IOException when there was no answer
     */
    int post(URI url, Map<String, String> headers, String body) throws IOException, InterruptedException;
}
