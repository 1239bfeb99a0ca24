/**
 * The arithmetic of a subscription: periods, the credit ledger's entries, changes of the plan, founding spots. What is
 * stored and who is asked is the application's; campaigns and resources that a change costs are other contexts.
 */
@NullMarked
package io.agencyos.domain.client.billing;

import org.jspecify.annotations.NullMarked;
