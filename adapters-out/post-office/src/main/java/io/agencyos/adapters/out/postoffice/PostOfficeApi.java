package io.agencyos.adapters.out.postoffice;

import feign.Headers;
import feign.Param;
import feign.RequestLine;
import tools.jackson.databind.JsonNode;

/** The office's HTTP contract: docs/guide/vendors/post-office.md. */
interface PostOfficeApi {

    int LIMIT = 100;

    @RequestLine("POST /v1/{kind}")
    @Headers("Idempotency-Key: {key}")
    JsonNode order(@Param("kind") String kind, @Param("key") String key, Wire.Order order);

    @RequestLine("POST /v1/{kind}/price")
    JsonNode price(@Param("kind") String kind, Wire.Order order);

    @RequestLine("GET /v1/pieces/{id}")
    JsonNode piece(@Param("id") String id);

    @RequestLine("DELETE /v1/pieces/{id}")
    JsonNode cancel(@Param("id") String id);

    @RequestLine("GET /v1/pieces?search={key}&skip={skip}&limit=" + LIMIT)
    JsonNode search(@Param("key") String key, @Param("skip") int skip);

    @RequestLine("GET /v1/pieces?changedSince={since}&skip={skip}&limit=" + LIMIT)
    JsonNode changed(@Param("since") String since, @Param("skip") int skip);

    @RequestLine("POST /v1/addresses/verify")
    JsonNode verify(Wire.Address address);

    @RequestLine("GET /v1/account")
    JsonNode account();
}
