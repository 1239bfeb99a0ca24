package io.agencyos.adapters.out.anthropic;

import feign.Param;
import feign.RequestLine;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The vendor's HTTP contract as far as we use it. Source: anthropic 1. */
interface AnthropicApi {

    @RequestLine("POST /v1/messages")
    JsonNode complete(Map<String, Object> message);

    @RequestLine("GET /v1/models/{id}")
    JsonNode model(@Param("id") String id);
}
