package io.agencyos.adapters.in.http.route;

/** A body that is not JSON: a page, a file. Written as it is; declared by {@code answers(Content.class, …)}. */
public record Content(String mediaType, String text) {

    public static Content html(String text) {
        return new Content("text/html; charset=utf-8", text);
    }
}
