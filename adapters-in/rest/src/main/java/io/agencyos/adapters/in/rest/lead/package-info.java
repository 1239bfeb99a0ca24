/** Routes of leads and of the imports that bring them. */
@NullMarked
package io.agencyos.adapters.in.rest.lead;

import org.jspecify.annotations.NullMarked;
