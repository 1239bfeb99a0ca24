/** The reference of the API, and a page for every problem code. */
@NullMarked
package io.agencyos.adapters.in.web.reference;

import org.jspecify.annotations.NullMarked;
