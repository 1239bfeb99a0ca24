/** The OpenAPI 3.1 document, made from the routes themselves, and the pages that show it. */
@NullMarked
package io.agencyos.adapters.in.rest.openapi;

import org.jspecify.annotations.NullMarked;
