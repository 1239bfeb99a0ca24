/**
 * Who signs in: users, memberships and roles, passwords, second factors, sessions, invitations and keys.
 */
@NullMarked
package io.agencyos.domain.client.identity;

import org.jspecify.annotations.NullMarked;
