/** The world outside of a client's twin, which does what it is told to. Source: api 4.1. */
@NullMarked
package io.agencyos.application.outreach.sandbox;

import org.jspecify.annotations.NullMarked;
