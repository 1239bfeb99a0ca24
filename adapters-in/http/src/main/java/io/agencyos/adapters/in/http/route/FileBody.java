package io.agencyos.adapters.in.http.route;

import java.io.IOException;
import java.io.OutputStream;

/**
 * A file to be kept under a name, written while it is read, so that it may be longer than what fits in memory. Declared by
 * {@code answers(FileBody.class, …)}.
 *
 * @param mediaType in the example of a declaration all that it may be, with {@code ", "} between
 */
public record FileBody(String mediaType, String fileName, Writer writer) {

    /** The media type without its parameters. */
    public String bareType() {
        return mediaType.split(";", 2)[0];
    }

    /** Writes the whole file. */
    @FunctionalInterface
    public interface Writer {

        void to(OutputStream out) throws IOException;
    }
}
