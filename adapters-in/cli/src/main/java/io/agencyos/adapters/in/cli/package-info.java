/**
 * The command line over use cases: options, progress, output, exit codes. Wiring belongs to bootstrap.
 */
@NullMarked
package io.agencyos.adapters.in.cli;

import org.jspecify.annotations.NullMarked;
