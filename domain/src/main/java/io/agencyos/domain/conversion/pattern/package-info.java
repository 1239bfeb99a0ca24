/**
 * What a learning run leaves behind: patterns as documents with one canonical text, so that the same counts give the
 * same bytes. How a finding is made is the kernel's and the detectors'.
 */
@NullMarked
package io.agencyos.domain.conversion.pattern;

import org.jspecify.annotations.NullMarked;
