package io.agencyos.adapters.in.http.route;

/** Methods of the API. HEAD is answered wherever GET is. Source: api 1.2. */
public enum Method {
    GET,
    POST,
    PUT,
    PATCH,
    DELETE
}
