package io.agencyos.bootstrap.product;

import io.agencyos.application.platform.usage.VendorMeter;
import io.agencyos.domain.platform.usage.VendorCap;
import java.math.BigDecimal;

/**
 * How much each client may cost at each vendor that is paid by use.
 *
 * @param audPerUsd Australian dollars for an American one
 */
public record Spending(VendorCap cap, BigDecimal audPerUsd) {

    public static final Spending USUAL = new Spending(VendorCap.USUAL, VendorMeter.USUAL_RATE);

    /** What stands before calls that are paid by use. */
    static VendorMeter meter(Product product) {
        Spending here = product.outside().spending();
        return new VendorMeter(product.stores().vendorUsage, here.cap(), here.audPerUsd());
    }
}
