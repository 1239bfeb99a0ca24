/**
 * Salesforge and Warmforge behind the e-mail ports. Here: the vendor's wire, carrier sequences, its webhooks' proof and
 * words. Not here: when and to whom to send, what a reply means; no type of this package but the public ones is known
 * outside, and of those only bootstrap knows any. How it works: docs/guide/vendors/salesforge.md.
 */
@NullMarked
package io.agencyos.adapters.out.salesforge;

import org.jspecify.annotations.NullMarked;
