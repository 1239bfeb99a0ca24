/** ClickSend's contract as far as the product uses it: texts, receipts, answers, rules, numbers, the prepaid account. */
@NullMarked
package io.agencyos.adapters.out.sandbox.clicksend;

import org.jspecify.annotations.NullMarked;
