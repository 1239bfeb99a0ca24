/**
 * What an e-mail carries around its text: sender name, signature, footer, subject of a thread. The text itself comes from
 * the composer, the sending from adapters.
 */
@NullMarked
package io.agencyos.domain.content.mail;

import org.jspecify.annotations.NullMarked;
