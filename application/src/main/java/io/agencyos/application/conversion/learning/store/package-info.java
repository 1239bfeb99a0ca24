/**
 * What learning reads and keeps: the facts of outreach and sales, patterns, findings, settings, and the windows of time
 * that they are of. Ports alone.
 */
@NullMarked
package io.agencyos.application.conversion.learning.store;

import org.jspecify.annotations.NullMarked;
