package io.agencyos.adapters.out.sandbox.world;

import java.time.Instant;
import java.util.Map;
import java.util.function.Function;

/**
 * A call that the world makes to the product. Calls of one lane keep their order.
 *
 * @param headers the vendor's proof, made at the moment of the call
 */
public record Outgoing(
        String lane, String url, String contentType, String body, Function<Instant, Map<String, String>> headers) {}
