/** Routes of what is sent from. */
@NullMarked
package io.agencyos.adapters.in.rest.resource;

import org.jspecify.annotations.NullMarked;
