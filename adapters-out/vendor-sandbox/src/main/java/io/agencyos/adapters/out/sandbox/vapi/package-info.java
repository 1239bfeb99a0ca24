/** Vapi's contract as far as the product uses it: stored assistants, calls, their reports, recordings and erasure. */
@NullMarked
package io.agencyos.adapters.out.sandbox.vapi;

import org.jspecify.annotations.NullMarked;
