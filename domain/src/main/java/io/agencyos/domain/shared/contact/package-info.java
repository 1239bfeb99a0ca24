/**
 * By what people and companies are reached and told apart: e-mail addresses, telephone numbers, domains, LinkedIn
 * profiles, names and countries, each parsed once, and the keys under which two spellings are one.
 */
@NullMarked
package io.agencyos.domain.shared.contact;

import org.jspecify.annotations.NullMarked;
