/**
 * What an endpoint is, as one value: its declaration, what its handler is given and what it may answer. No HTTP server
 * here, and no endpoint.
 */
@NullMarked
package io.agencyos.adapters.in.http.route;

import org.jspecify.annotations.NullMarked;
