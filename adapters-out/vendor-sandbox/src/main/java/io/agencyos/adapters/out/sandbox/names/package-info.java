/** A name server for the domains that are sent from. Not here: the host names of vendors, which are all this machine. */
@NullMarked
package io.agencyos.adapters.out.sandbox.names;

import org.jspecify.annotations.NullMarked;
