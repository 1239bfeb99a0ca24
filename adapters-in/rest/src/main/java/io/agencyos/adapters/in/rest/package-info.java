/**
 * The REST API under {@code /api/v1}: routes, parsing, problems, the OpenAPI document. No business rule: it calls use
 * cases and translates.
 */
@NullMarked
package io.agencyos.adapters.in.rest;

import org.jspecify.annotations.NullMarked;
