package io.agencyos.domain.content;

import io.agencyos.domain.scoring.Tier;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.Result;
import java.util.Set;

/** Who writes a message for a lead of a tier: a model, or the template composer. Source: content 3.1. */
public final class ContentRouting {

    /** The writer; every model falls back to the templates. */
    public enum Writer {
        /** Class large with research. */
        MODEL_LARGE,
        /** Class small with profile and company. */
        MODEL_SMALL,
        /** Class small without research, at most 400 output tokens. */
        MODEL_SMALL_LIMITED,
        /** Never a model. */
        TEMPLATES
    }

    /** Why nothing is written; asked before anything is spent. */
    public enum Refusal {
        TIER_DEAD,
        CHANNEL_NOT_ALLOWED,
        FIRST_NAME_MISSING,
        COMPANY_MISSING
    }

    private ContentRouting() {}

    /**
     * The writer for one message.
     *
     * @param allowed the channels that tier and floors leave for this lead (scoring TIER-1, TIER-2)
     */
    public static Result<Writer, Refusal> route(
            Tier tier, Channel channel, Set<Channel> allowed, boolean hasFirstName, boolean hasCompany) {
        if (tier == Tier.DEAD) {
            return Result.err(Refusal.TIER_DEAD);
        }
        if (!allowed.contains(channel)) {
            return Result.err(Refusal.CHANNEL_NOT_ALLOWED);
        }
        if (!hasFirstName) {
            return Result.err(Refusal.FIRST_NAME_MISSING);
        }
        if (!hasCompany && needsCompany(channel)) {
            return Result.err(Refusal.COMPANY_MISSING);
        }
        return Result.ok(writer(tier));
    }

    private static boolean needsCompany(Channel channel) {
        return switch (channel) {
            case EMAIL, VOICE, MAIL -> true;
            case LINKEDIN, SMS -> false;
        };
    }

    private static Writer writer(Tier tier) {
        return switch (tier) {
            case HOT -> Writer.MODEL_LARGE;
            case WARM -> Writer.MODEL_SMALL;
            case COOL -> Writer.MODEL_SMALL_LIMITED;
            case COLD, DEAD -> Writer.TEMPLATES;
        };
    }
}
