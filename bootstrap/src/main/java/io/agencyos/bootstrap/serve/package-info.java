/** The running process: HTTP on one port, recurring work, and the order in which they start and stop. */
@NullMarked
package io.agencyos.bootstrap.serve;

import org.jspecify.annotations.NullMarked;
