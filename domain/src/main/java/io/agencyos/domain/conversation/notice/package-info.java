/** What people are told of what happens in their clients, and what they want to be told. Nothing about how it is delivered. */
@NullMarked
package io.agencyos.domain.conversation.notice;

import org.jspecify.annotations.NullMarked;
