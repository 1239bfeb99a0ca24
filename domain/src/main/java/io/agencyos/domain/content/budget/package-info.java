/**
 * What calls of a language model may cost: amounts, tasks with their caps, the budgets of a day. Which model writes and
 * what it is paid per token belongs to the routing beside this package; the ledger is the application's port.
 */
@NullMarked
package io.agencyos.domain.content.budget;

import org.jspecify.annotations.NullMarked;
