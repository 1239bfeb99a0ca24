/**
 * Who is to be scored again and why: requests, their queue, and what triggers one.
 */
@NullMarked
package io.agencyos.application.scoring.rescore;

import org.jspecify.annotations.NullMarked;
