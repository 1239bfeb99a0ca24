/**
 * What the stages of the send protocol share: the facts and answers of the checks, the capacity of senders and companies,
 * and where a lead goes when its step has ended.
 */
@NullMarked
package io.agencyos.application.outreach.gate;

import org.jspecify.annotations.NullMarked;
