/**
 * The pool and a client's leads: identity, ownership, status, suppression, timeline. How good a lead is belongs to
 * scoring, who may have it to allocation.
 */
@NullMarked
package io.agencyos.domain.lead;

import org.jspecify.annotations.NullMarked;
