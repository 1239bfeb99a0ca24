package io.agencyos.adapters.out.sandbox.population;

import java.time.ZoneId;

/**
 * What decides how a person answers; hidden from the product, written down in the planted truth.
 *
 * @param deadAddress nobody reads this address: every mail to it bounces hard
 */
public record Traits(
        TitleBand title,
        Industry industry,
        SizeBand size,
        HourPreference hours,
        Sensitivity sensitivity,
        ZoneId zone,
        boolean deadAddress) {

    /** When in the day a person prefers to read mail. */
    public enum HourPreference {
        MORNING,
        AFTERNOON,
        NONE
    }

    /** How strongly the message itself moves a person: percent of the planted effect. */
    public enum Sensitivity {
        LOW(50),
        MEDIUM(100),
        HIGH(150);

        private final int percent;

        Sensitivity(int percent) {
            this.percent = percent;
        }

        /** Percent of the planted effect of a message feature that this person feels. */
        public int percent() {
            return percent;
        }
    }
}
