/**
 * What every call of a language model has in common, whichever vendor answers it: the class of model, the form of an answer,
 * what tokens cost, and what of other people's words may be shown to it. Not here: what is asked for (beside what it is for), and
 * the money of a day ({@code budget}).
 */
@NullMarked
package io.agencyos.domain.content.model;

import org.jspecify.annotations.NullMarked;
