/**
 * The deterministic composer: variables, fragments, slots, templates and the library that ships with the product. Whether
 * the text is good enough to be sent is asked in quality.
 */
@NullMarked
package io.agencyos.domain.content.template;

import org.jspecify.annotations.NullMarked;
