/** Routes of replies, threads, tasks and timelines. */
@NullMarked
package io.agencyos.adapters.in.rest.conversation;

import org.jspecify.annotations.NullMarked;
