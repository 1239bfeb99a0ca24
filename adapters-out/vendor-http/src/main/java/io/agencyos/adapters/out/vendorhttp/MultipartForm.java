package io.agencyos.adapters.out.vendorhttp;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A body of {@code multipart/form-data} with nothing but text in it; parts may repeat and keep their order. */
public final class MultipartForm {

    private record Part(String name, String value) {}

    private final List<Part> parts = new ArrayList<>();

    /** The same with one more part. */
    public MultipartForm with(String name, String value) {
        parts.add(new Part(name, value));
        return this;
    }

    /** A line that stands in none of the values. */
    String boundary() {
        StringBuilder line = new StringBuilder("agency-os-part");
        while (parts.stream().anyMatch(part -> part.value().contains(line))) {
            line.append("-x");
        }
        return line.toString();
    }

    byte[] body(String boundary) {
        StringBuilder body = new StringBuilder();
        for (Part part : parts) {
            body.append("--")
                    .append(boundary)
                    .append("\r\nContent-Disposition: form-data; name=\"")
                    .append(part.name())
                    .append("\"\r\nContent-Type: text/plain; charset=UTF-8\r\n\r\n")
                    .append(part.value())
                    .append("\r\n");
        }
        return body.append("--").append(boundary).append("--\r\n").toString().getBytes(StandardCharsets.UTF_8);
    }
}
