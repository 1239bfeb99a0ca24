/** Routes of meetings. */
@NullMarked
package io.agencyos.adapters.in.rest.deal;

import org.jspecify.annotations.NullMarked;
