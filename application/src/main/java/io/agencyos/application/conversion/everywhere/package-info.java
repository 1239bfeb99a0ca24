/**
 * What staff of the platform reads across all live clients: leads, campaigns, replies, meetings and what happened. Only
 * reading; what is done to one client stands in its own context, and test twins are in no list.
 */
@NullMarked
package io.agencyos.application.conversion.everywhere;

import org.jspecify.annotations.NullMarked;
