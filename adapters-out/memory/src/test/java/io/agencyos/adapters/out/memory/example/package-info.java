/**
 * What docs/guide/testing.md shows, written as somebody outside of this tree writes it: in a package where nothing else lives, so
 * that whatever is used is imported and public. Other tests belong beside what they test.
 */
@NullMarked
package io.agencyos.adapters.out.memory.example;

import org.jspecify.annotations.NullMarked;
