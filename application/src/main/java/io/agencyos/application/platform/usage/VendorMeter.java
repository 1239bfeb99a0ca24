package io.agencyos.application.platform.usage;

import io.agencyos.domain.client.billing.BillingPeriod;
import io.agencyos.domain.platform.usage.MeteredUnit;
import io.agencyos.domain.platform.usage.MicroAud;
import io.agencyos.domain.platform.usage.VendorCap;
import io.agencyos.domain.shared.id.ClientId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * Stands before billable calls: what one is expected to cost is set aside where the client's caps leave room for it. Works
 * inside the caller's unit of work. Source: vendor catalogue 6.
 *
 * @param cap of every client at every vendor
 * @param audPerUsd Australian dollars for an American one
 */
public record VendorMeter(VendorUsage book, VendorCap cap, BigDecimal audPerUsd) {

    /** Where the installation says no other. Source: vendor catalogue 6. */
    public static final BigDecimal USUAL_RATE = new BigDecimal("1.55");

    /** Of a world in which nothing is paid by use. */
    public static final VendorMeter NONE = new VendorMeter(NoBook.HERE, VendorCap.NONE, USUAL_RATE);

    /**
     * What a call would use.
     *
     * @param exact false where only the vendor's report says what it was
     */
    public record Metered(MeteredUnit unit, int units, MicroAud cost, boolean exact) {

        /** At the catalogue's price. */
        public static Metered usual(MeteredUnit unit, int units, boolean exact) {
            return new Metered(unit, units, unit.usualPrice().times(units), exact);
        }
    }

    /** With the usual caps and rate. */
    public VendorMeter(VendorUsage book) {
        this(book, VendorCap.USUAL, USUAL_RATE);
    }

    /** What the client has cost so far on the platform's day; others who ask wait. */
    public VendorCap.Spent spent(ClientId client, String vendor, Instant now) {
        return book.spent(client, vendor, BillingPeriod.dayOf(now));
    }

    /** Sets it aside whatever the caps say: somebody asked about them before. */
    public void expect(ClientId client, UUID dispatch, String vendor, Metered use, Instant now) {
        book.expect(List.of(use(client, dispatch, vendor, use, now)));
    }

    /** Sets it aside where there is room. */
    public boolean reserve(ClientId client, UUID dispatch, String vendor, Metered use, Instant now) {
        boolean room = cap.allows(spent(client, vendor, now), use.cost());
        if (room) {
            expect(client, dispatch, vendor, use, now);
        }
        return room;
    }

    /** What a vendor that bills in US dollars charged. */
    public void settleUsd(ClientId client, UUID dispatch, int units, BigDecimal usd) {
        book.settle(client, dispatch, units, MicroAud.ofUsd(usd, audPerUsd));
    }

    private enum NoBook implements VendorUsage {
        HERE;

        @Override
        public void expect(Collection<Use> uses) {
            // nothing is paid by use
        }

        @Override
        public void settle(ClientId client, Collection<UUID> dispatches) {
            // nothing is paid by use
        }

        @Override
        public void settle(ClientId client, UUID dispatch, int units, MicroAud cost) {
            // nothing is paid by use
        }

        @Override
        public void drop(ClientId client, Collection<UUID> dispatches) {
            // nothing is paid by use
        }

        @Override
        public VendorCap.Spent spent(ClientId client, String vendor, LocalDate day) {
            return VendorCap.Spent.NOTHING;
        }

        @Override
        public List<Line> lines(LocalDate from, LocalDate until) {
            return List.of();
        }

        @Override
        public int removeBefore(LocalDate day, int most) {
            return 0;
        }
    }

    private static VendorUsage.Use use(ClientId client, UUID dispatch, String vendor, Metered use, Instant now) {
        return new VendorUsage.Use(
                client, dispatch, vendor, use.unit(), use.units(), use.cost(), BillingPeriod.dayOf(now), now);
    }
}
