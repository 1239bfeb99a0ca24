/**
 * Where vendors push what happened, over all vendors: verified, stored and answered. What a vendor signs and what its
 * events mean stands in its own module; what is done about them is a use case. Where a client looks after its hooks, and
 * staff after events, is the REST API's.
 */
@NullMarked
package io.agencyos.adapters.in.webhooks;

import org.jspecify.annotations.NullMarked;
