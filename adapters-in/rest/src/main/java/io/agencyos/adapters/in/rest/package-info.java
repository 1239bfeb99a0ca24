/**
 * The REST API under {@code /api/v1}: endpoints, their bodies and answers. No business rule: it calls use cases and
 * translates. What every endpoint shares is plumbing in {@code http}; what vendors push to and what people open in a
 * browser have modules of their own.
 */
@NullMarked
package io.agencyos.adapters.in.rest;

import org.jspecify.annotations.NullMarked;
