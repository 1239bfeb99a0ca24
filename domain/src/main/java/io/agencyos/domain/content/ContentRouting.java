package io.agencyos.domain.content;

import io.agencyos.domain.scoring.Treatment;
import io.agencyos.domain.scoring.Treatment.ContentModel;
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
     * @param treatment what the lead's tier is worth, under the guard of scoring B8 where the client wants it
     * @param allowed the channels that tier and floors leave for this lead (scoring TIER-1, TIER-2)
     */
    public static Result<Writer, Refusal> route(
            Treatment treatment, Channel channel, Set<Channel> allowed, boolean hasFirstName, boolean hasCompany) {
        if (treatment.contentModel() == ContentModel.NONE) {
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
        return Result.ok(writer(treatment.contentModel()));
    }

    private static boolean needsCompany(Channel channel) {
        return switch (channel) {
            case EMAIL, VOICE, MAIL -> true;
            case LINKEDIN, SMS -> false;
        };
    }

    private static Writer writer(ContentModel model) {
        return switch (model) {
            case PREMIUM_AGENT -> Writer.MODEL_LARGE;
            case STANDARD -> Writer.MODEL_SMALL;
            case STANDARD_LIMITED -> Writer.MODEL_SMALL_LIMITED;
            case TEMPLATES, NONE -> Writer.TEMPLATES;
        };
    }
}
