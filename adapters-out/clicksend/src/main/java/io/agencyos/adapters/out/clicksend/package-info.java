/**
 * ClickSend behind the ports for texts. Here: the vendor's wire, its statuses and reasons, receipts and answers. Not
 * here: when and whom to text, what a reply means; of its types only the public ones are known outside, and only to
 * bootstrap. How it works: docs/guide/vendors/clicksend.md.
 */
@NullMarked
package io.agencyos.adapters.out.clicksend;

import org.jspecify.annotations.NullMarked;
