/** Unipile's API v1 as far as the product uses it: seats, invitations, connections, chats, webhooks. */
@NullMarked
package io.agencyos.adapters.out.sandbox.unipile;

import org.jspecify.annotations.NullMarked;
