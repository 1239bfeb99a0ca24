/**
 * What signing in keeps and asks outside: users, sessions, tokens, second factors, invitations and account letters. Ports alone.
 */
@NullMarked
package io.agencyos.application.client.identity.store;

import org.jspecify.annotations.NullMarked;
