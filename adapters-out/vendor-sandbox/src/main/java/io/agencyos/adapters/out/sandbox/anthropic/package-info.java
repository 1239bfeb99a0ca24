/** Anthropic's contract as far as the product uses it: one answer in a given form, and what models there are. */
@NullMarked
package io.agencyos.adapters.out.sandbox.anthropic;

import org.jspecify.annotations.NullMarked;
