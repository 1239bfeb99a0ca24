package io.agencyos.domain.content.budget;

import io.agencyos.domain.shared.Vocabulary;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a model is called for. Source: data model 4 {@code ai_task}; caps per item: scoring TIER-4. */
public enum AiTask implements Vocabulary {
    /** A website read for a profile of ideal customers. */
    ICP_EXTRACTION("1.50"),
    /** What is known of a client's market. */
    ICP_RESEARCH(null),
    /** A lead looked at closely. */
    ENRICHMENT("1.50"),
    /** Angles for a lead. */
    PERSONALISATION(null),
    /** One e-mail. */
    EMAIL("0.50"),
    /** One text. */
    SMS(null),
    /** One LinkedIn message. */
    LINKEDIN(null),
    /** What a call knows of a lead. */
    VOICE_KB("2.00"),
    /** An answer to an objection. */
    OBJECTION("0.50"),
    /** What a reply wants. */
    REPLY_CLASSIFICATION(null),
    /** A draft of an answer. */
    REPLY_RESPONSE(null),
    /** A campaign proposed. */
    CAMPAIGN_SUGGESTION(null),
    /** Who converts. */
    WHO_ANALYSIS(null),
    /** What converts. */
    WHAT_ANALYSIS(null),
    /** How it converts. */
    HOW_ANALYSIS(null),
    /** Better texts from what was learned. */
    EVOLUTION(null),
    /** Claims found on a client's pages. */
    PROOF_EXTRACTION(null);

    private final @Nullable AiCost itemCap;

    AiTask(@Nullable String dollars) {
        itemCap = dollars == null ? null : AiCost.dollars(dollars);
    }

    /** The most that may be spent on one lead, message or extraction; empty where only the day's caps bind. */
    public Optional<AiCost> itemCap() {
        return Optional.ofNullable(itemCap);
    }

    /** Serves somebody who has written: it alone may use the last tenth of a day's caps. Source: content 3.10. */
    public boolean answersPeople() {
        return this == REPLY_CLASSIFICATION || this == REPLY_RESPONSE;
    }
}
