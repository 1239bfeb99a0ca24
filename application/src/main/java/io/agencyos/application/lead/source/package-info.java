/**
 * Where facts about people and their employers are bought: searches, look-ups and what they answer. Ports alone.
 */
@NullMarked
package io.agencyos.application.lead.source;

import org.jspecify.annotations.NullMarked;
