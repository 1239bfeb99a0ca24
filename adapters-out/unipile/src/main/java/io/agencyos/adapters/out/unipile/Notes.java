package io.agencyos.adapters.out.unipile;

import io.agencyos.application.platform.vendor.VendorObjects;
import io.agencyos.application.platform.vendor.VendorObjects.VendorObject;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.domain.shared.id.ClientId;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Optional;

/** How many invitations with a note a seat sent in this month, for accounts that may send only a few. Source: outreach 11.4, unipile 7. */
final class Notes {

    private static final String KIND = "notes";

    private final VendorObjects objects;
    private final ClockPort clock;

    Notes(VendorObjects objects, ClockPort clock) {
        this.objects = objects;
        this.clock = clock;
    }

    private String month() {
        return YearMonth.from(clock.now().atZone(ZoneOffset.UTC)).toString();
    }

    int thisMonth(ClientId client, String seat) {
        return objects.find(client, Failures.VENDOR, KIND, seat)
                .filter(noted -> noted.state().equals(month()))
                .map(VendorObject::detail)
                .flatMap(Optional::ofNullable)
                .map(Integer::parseInt)
                .orElse(0);
    }

    /** One more; in the seat's turn, so that nobody counts beside it. */
    void sent(ClientId client, String seat) {
        int before = thisMonth(client, seat);
        objects.put(new VendorObject(client, Failures.VENDOR, KIND, seat, null, month(), Integer.toString(before + 1)));
    }
}
