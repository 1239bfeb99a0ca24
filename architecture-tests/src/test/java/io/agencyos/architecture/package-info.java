/**
 * The house's rules, executable: who may import whom, what the core may touch, how files look. A rule of the business
 * does not belong here. Each rule has a fixture under {@code fixtures} that breaks it.
 */
@NullMarked
package io.agencyos.architecture;

import org.jspecify.annotations.NullMarked;
