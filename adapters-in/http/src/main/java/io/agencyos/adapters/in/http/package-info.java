/**
 * HTTP plumbing that the modules with routes share, as vendor modules share theirs: what a route is, the server, JSON, the
 * OpenAPI document. It knows no endpoint of the product, no page and no vendor; whoever has routes hands them over.
 */
@NullMarked
package io.agencyos.adapters.in.http;

import org.jspecify.annotations.NullMarked;
