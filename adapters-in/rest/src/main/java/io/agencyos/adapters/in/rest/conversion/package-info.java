/** Routes of reports. */
@NullMarked
package io.agencyos.adapters.in.rest.conversion;

import org.jspecify.annotations.NullMarked;
