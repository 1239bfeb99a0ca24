/**
 * SMS and voice as outlets: which number is used, what is known of a phone, texts, call scripts and dialling.
 */
@NullMarked
package io.agencyos.application.outreach.phone;

import org.jspecify.annotations.NullMarked;
