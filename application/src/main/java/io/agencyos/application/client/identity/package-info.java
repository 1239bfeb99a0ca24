/**
 * People who sign in: accounts, passwords, second factors, sessions, invitations and the tokens that prove them. What they may do
 * with a tenant's data is decided elsewhere.
 */
@NullMarked
package io.agencyos.application.client.identity;

import org.jspecify.annotations.NullMarked;
