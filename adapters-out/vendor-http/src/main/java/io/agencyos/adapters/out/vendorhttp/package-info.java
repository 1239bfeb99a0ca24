/**
 * HTTP plumbing that vendor modules share: client, retries, mapping of failures. Nothing that knows a certain vendor.
 */
@NullMarked
package io.agencyos.adapters.out.vendorhttp;

import org.jspecify.annotations.NullMarked;
