/**
 * HTTP plumbing that the modules with routes share, as vendor modules share theirs: what a route is, the server, JSON, the
 * OpenAPI document. It has no endpoint of the product, no page and no vendor; whoever has routes hands them over. Of the
 * product's words it knows two short lists: what the groups of routes are about, and which addresses are closed to staff in
 * a support session.
 */
@NullMarked
package io.agencyos.adapters.in.http;

import org.jspecify.annotations.NullMarked;
