/** The machine's own clock and chance behind the ports of the application. Nothing else belongs here. */
@NullMarked
package io.agencyos.bootstrap.system;

import org.jspecify.annotations.NullMarked;
