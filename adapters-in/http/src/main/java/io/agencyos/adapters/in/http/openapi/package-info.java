/** The OpenAPI 3.1 document, made from the routes themselves. */
@NullMarked
package io.agencyos.adapters.in.http.openapi;

import org.jspecify.annotations.NullMarked;
