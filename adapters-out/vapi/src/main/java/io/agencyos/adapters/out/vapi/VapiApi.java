package io.agencyos.adapters.out.vapi;

import feign.Param;
import feign.RequestLine;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The vendor's HTTP contract as far as we use it; a parameter that is null is left out. Source: vapi 2. */
interface VapiApi {

    @RequestLine("GET /assistant?limit={limit}")
    JsonNode assistants(@Param("limit") int limit);

    @RequestLine("POST /assistant")
    JsonNode addAssistant(Wire.Assistant assistant);

    @RequestLine("DELETE /assistant/{id}")
    void removeAssistant(@Param("id") String id);

    @RequestLine("GET /phone-number?limit={limit}")
    JsonNode numbers(@Param("limit") int limit);

    @RequestLine("POST /phone-number")
    JsonNode addNumber(Wire.Number number);

    @RequestLine("POST /call")
    JsonNode call(Wire.Call call);

    @RequestLine("GET /call/{id}")
    JsonNode call(@Param("id") String id);

    @RequestLine("GET /call?limit={limit}&phoneNumberId={line}&createdAtGe={from}&createdAtLe={to}")
    JsonNode calls(
            @Param("limit") int limit,
            @Param("line") String line,
            @Param("from") String from,
            @Param("to") @Nullable String to);

    @RequestLine("GET /call?limit={limit}&updatedAtGe={from}")
    JsonNode changedCalls(@Param("limit") int limit, @Param("from") String from);

    @RequestLine("DELETE /call/{id}")
    void erase(@Param("id") String id);

    /** A call's own address, which knows no key and is told none. */
    interface Control {

        @RequestLine("POST")
        void end(URI address, Wire.Control control);
    }
}
