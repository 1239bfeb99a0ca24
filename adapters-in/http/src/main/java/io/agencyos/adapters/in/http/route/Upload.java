package io.agencyos.adapters.in.http.route;

import java.io.IOException;
import java.io.InputStream;

/**
 * A file part of a multipart request, readable while its request is handled.
 *
 * @param fileName as the sender named it; never a path to use
 * @param size bytes
 */
public record Upload(String fileName, long size, Content content) {

    /** The bytes; may be opened several times. */
    @FunctionalInterface
    public interface Content {

        InputStream open() throws IOException;
    }
}
