package io.agencyos.domain.content.model;

import io.agencyos.domain.shared.Vocabulary;

/** What kind of model a task is given to; which model that is, the installation says. Source: content 3.10, anthropic 2. */
public enum ModelClass implements Vocabulary {
    /** Short, cheap, for many. */
    SMALL,
    /** Texts of their own, for hot leads. */
    LARGE,
    /** Off by default; asked for by name alone. */
    LARGEST,
    /** What answers for a class whose model is there no more. */
    FALLBACK
}
