package io.agencyos.domain.campaign;

/**
 * Which steps a campaign takes. Source: outreach 2.1, 2.5.
 *
 * @param version the newest version of its sequence; enrolments pin the one they started with
 * @param isDefault whether nobody has changed the steps that came with the campaign
 * @param adaptive whether what a lead does moves its next step
 */
public record SequenceUse(int version, boolean isDefault, boolean adaptive) {

    /** The steps that come with a campaign, on the days they name. */
    public static final SequenceUse DEFAULT = new SequenceUse(1, true, false);

    SequenceUse edited(int newest, boolean comesWithCampaign) {
        return new SequenceUse(newest, comesWithCampaign, adaptive);
    }
}
