/** Routes of clients and of the people who sign in. */
@NullMarked
package io.agencyos.adapters.in.rest.client;

import org.jspecify.annotations.NullMarked;
