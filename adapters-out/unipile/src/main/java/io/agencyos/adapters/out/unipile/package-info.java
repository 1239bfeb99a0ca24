/**
 * Unipile behind the ports for LinkedIn, in its API v1. Here: the vendor's wire, its errors and webhooks, what may be
 * asked of a seat at all. Not here: when and whom to invite, how many in a day, what a reply means; of its types only the
 * public ones are known outside, and only to bootstrap. How it works: docs/guide/vendors/unipile.md.
 */
@NullMarked
package io.agencyos.adapters.out.unipile;

import org.jspecify.annotations.NullMarked;
