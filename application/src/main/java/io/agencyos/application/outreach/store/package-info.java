/**
 * What the send protocol keeps: touches, what they hold of quotas, calls, gates, what was sent, and what is remembered of
 * senders and addresses. Ports alone; they know nothing of the stages that write through them.
 */
@NullMarked
package io.agencyos.application.outreach.store;

import org.jspecify.annotations.NullMarked;
