/**
 * The rule classifier of replies: patterns over words, the rule tables of content 4.4 as ordered lists, and the decision
 * order. What an intent causes does not belong here.
 */
@NullMarked
package io.agencyos.domain.conversation.rules;

import org.jspecify.annotations.NullMarked;
