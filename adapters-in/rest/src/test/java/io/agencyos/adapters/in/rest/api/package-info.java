/** Tests that hold for every route there is, whichever module declares it. */
@NullMarked
package io.agencyos.adapters.in.rest.api;

import org.jspecify.annotations.NullMarked;
