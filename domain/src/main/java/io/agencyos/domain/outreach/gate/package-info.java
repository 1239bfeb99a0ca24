/**
 * The checks before anything leaves: one small rule each, in the order of their table, what each refuses with, and what
 * would remedy it. They look at facts alone.
 */
@NullMarked
package io.agencyos.domain.outreach.gate;

import org.jspecify.annotations.NullMarked;
