/**
 * Sessions once they are begun: who asks, by which token, until when, and how they end.
 */
@NullMarked
package io.agencyos.application.client.identity.session;

import org.jspecify.annotations.NullMarked;
