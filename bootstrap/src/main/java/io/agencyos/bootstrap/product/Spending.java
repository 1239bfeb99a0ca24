package io.agencyos.bootstrap.product;

import io.agencyos.application.platform.usage.VendorMeter;
import io.agencyos.domain.outreach.call.CallTerms;
import io.agencyos.domain.platform.usage.VendorCap;

/**
 * How much each client may cost at each vendor that is paid by use.
 *
 * @param calls how long they may be, and at which rate they are billed
 */
public record Spending(VendorCap cap, CallTerms calls) {

    public static final Spending USUAL =
            new Spending(VendorCap.USUAL, new CallTerms(CallTerms.USUAL_SECONDS, VendorMeter.USUAL_RATE));

    /** What stands before calls that are paid by use. */
    static VendorMeter meter(Product product) {
        Spending here = product.outside().spending();
        return new VendorMeter(
                product.stores().vendorUsage, here.cap(), here.calls().audPerUsd());
    }
}
