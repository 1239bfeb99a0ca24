/** Routes that belong to no context: is the server there, is it ready. */
@NullMarked
package io.agencyos.adapters.in.rest.platform;

import org.jspecify.annotations.NullMarked;
