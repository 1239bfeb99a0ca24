/**
 * The DNS behind {@code TextRecords}, through the JDK's own client. Here: how names are asked and how texts are written down. Not
 * here: what the texts mean. Types of {@code javax.naming} stay in this package.
 */
@NullMarked
package io.agencyos.adapters.out.smtpimap.dns;

import org.jspecify.annotations.NullMarked;
