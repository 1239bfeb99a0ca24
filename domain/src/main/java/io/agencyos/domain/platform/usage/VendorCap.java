package io.agencyos.domain.platform.usage;

import org.jmolecules.ddd.annotation.ValueObject;

/** What one client may cost at one vendor, in a day and in a month of the platform. Source: vendor catalogue 6. */
@ValueObject
public record VendorCap(MicroAud day, MicroAud month) {

    /**
     * So much that the largest plan does not reach it, which may complete its 4,500 leads of a month on one day at two credits
     * each and ask for the numbers of a third of them at eight; and little enough that a defect is noticed.
     */
    public static final VendorCap USUAL = new VendorCap(MicroAud.dollars(5_000), MicroAud.dollars(10_000));

    public static final VendorCap NONE = new VendorCap(new MicroAud(Long.MAX_VALUE), new MicroAud(Long.MAX_VALUE));

    /** What a client has cost so far, what is still expected included. */
    public record Spent(MicroAud day, MicroAud month) {

        public static final Spent NOTHING = new Spent(MicroAud.ZERO, MicroAud.ZERO);

        public Spent plus(MicroAud more) {
            return new Spent(day.plus(more), month.plus(more));
        }
    }

    /** Whether there is room for this beside what was spent. */
    public boolean allows(Spent spent, MicroAud wanted) {
        Spent after = spent.plus(wanted);
        return after.day().compareTo(day) <= 0 && after.month().compareTo(month) <= 0;
    }
}
