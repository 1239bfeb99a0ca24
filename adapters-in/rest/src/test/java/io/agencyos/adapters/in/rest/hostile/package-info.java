/**
 * A client that means harm, made from the OpenAPI document. What it sends and what it holds the answers against belongs
 * here; tests of single routes do not.
 */
@NullMarked
package io.agencyos.adapters.in.rest.hostile;

import org.jspecify.annotations.NullMarked;
