/** Routes of meetings, deals and customers. */
@NullMarked
package io.agencyos.adapters.in.rest.deal;

import org.jspecify.annotations.NullMarked;
