/**
 * Who may enter a client besides by invitation: keys of programs, and what becomes of memberships. Signing in is one
 * package up; what a route asks of a caller is decided where routes are.
 */
@NullMarked
package io.agencyos.application.client.access;

import org.jspecify.annotations.NullMarked;
