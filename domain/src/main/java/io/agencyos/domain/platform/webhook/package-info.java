/**
 * Events that a client has sent to its own programs: what they look like, how they are signed, when they are tried again
 * and where they may never go. How a request is sent does not belong here.
 */
@NullMarked
package io.agencyos.domain.platform.webhook;

import org.jspecify.annotations.NullMarked;
