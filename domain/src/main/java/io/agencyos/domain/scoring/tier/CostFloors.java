package io.agencyos.domain.scoring.tier;

import io.agencyos.domain.shared.Channel;
import org.jmolecules.ddd.annotation.ValueObject;
import org.jspecify.annotations.Nullable;

/**
 * The lowest ALS for the channels that cost money, each 60 to 100; e-mail and LinkedIn have none. Source: scoring
 * TIER-2.
 */
@ValueObject
public record CostFloors(int voice, int sms, int mail) {

    public static final int LEAST = 60;
    public static final int MOST = 100;

    /** Voice for warm leads, texts and post for hot ones. */
    public static final CostFloors DEFAULT = new CostFloors(60, 85, 85);

    public CostFloors {
        if (!valid(voice) || !valid(sms) || !valid(mail)) {
            throw new IllegalArgumentException("a cost floor is 60 to 100");
        }
    }

    /** These floors of the platform with those that a campaign sets in their place. */
    public CostFloors with(
            @Nullable Integer campaignVoice, @Nullable Integer campaignSms, @Nullable Integer campaignMail) {
        return new CostFloors(
                campaignVoice == null ? voice : campaignVoice,
                campaignSms == null ? sms : campaignSms,
                campaignMail == null ? mail : campaignMail);
    }

    int of(Channel channel) {
        return switch (channel) {
            case EMAIL, LINKEDIN -> 0;
            case VOICE -> voice;
            case SMS -> sms;
            case MAIL -> mail;
        };
    }

    private static boolean valid(int floor) {
        return floor >= LEAST && floor <= MOST;
    }
}
