/**
 * Anthropic behind the port for language models. Here: the vendor's wire, its models and their prices, its errors. Not here: what is
 * asked, whether an answer is good enough, how often and for how much money it is asked for; of its types only the public ones are
 * known outside, and only to bootstrap. How it works: docs/guide/vendors/anthropic.md.
 */
@NullMarked
package io.agencyos.adapters.out.anthropic;

import org.jspecify.annotations.NullMarked;
