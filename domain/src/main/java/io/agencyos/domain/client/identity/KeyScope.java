package io.agencyos.domain.client.identity;

import io.agencyos.domain.shared.Vocabulary;
import java.util.Locale;

/** What a key opens, by its wire name such as {@code leads:write}. Source: api 2. */
public enum KeyScope implements Vocabulary {
    /** Whatever a viewer may read. */
    READ,
    /** Leads: made, changed, imported, enriched, scored, paused, archived. */
    LEADS_WRITE,
    /** Campaigns and their sequences, but no deletion and no declaration of consent. */
    CAMPAIGNS_WRITE,
    /** Replies handled or corrected, tasks settled. */
    REPLIES_WRITE,
    /** Meetings and deals. */
    MEETINGS_WRITE,
    /** Customers. */
    CUSTOMERS_WRITE,
    /** Suppressions added, never removed. */
    SUPPRESSION_WRITE,
    /** The CRM's test, stages and pushes. */
    CRM_WRITE,
    /** Webhook endpoints. */
    WEBHOOKS_WRITE,
    /** The emergency stop, never its end. */
    OUTREACH_PAUSE;

    @Override
    public String wire() {
        return name().toLowerCase(Locale.ROOT).replace('_', ':');
    }
}
