package io.agencyos.bootstrap;

import io.agencyos.domain.content.budget.AiBudget;
import io.agencyos.domain.content.budget.AiCost;

/** A setting of the platform under which the product does not start; the message says which and why. */
public final class SettingRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SettingRefused(String message) {
        super(message);
    }

    /** @throws SettingRefused where the platform's AI budget would switch off a client's own (scoring TIER-4) */
    static void unlessSound(AiCost platformCap) {
        AiBudget.refusal(platformCap).ifPresent(reason -> {
            throw new SettingRefused(reason + " Raise the setting ai_daily_spend_limit_aud.");
        });
    }
}
