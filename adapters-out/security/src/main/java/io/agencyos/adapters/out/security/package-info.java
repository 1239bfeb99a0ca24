/**
 * Passwords, access tokens and the secret of the installation from which every other key is derived. No rule about who
 * may do what belongs here.
 */
@NullMarked
package io.agencyos.adapters.out.security;

import org.jspecify.annotations.NullMarked;
