package io.agencyos.application.allocation;

import io.agencyos.application.lead.source.PeopleSources;
import io.agencyos.application.lead.source.PersonProfile;
import io.agencyos.application.platform.vendor.VendorCredits;
import io.agencyos.domain.shared.Result;
import java.util.Optional;

/** A vendor of people's records in the story. */
abstract class VendorSteps extends AssignmentSteps {

    protected abstract RecordVendor records();

    final PeopleSources.Source vendor() {
        return records().source();
    }

    final void offer(PersonProfile person) {
        records().offer().accept(person);
    }

    final long vendorCredits() {
        return records().credits().getAsLong();
    }

    final void breakDown() {
        records().breakDown().run();
    }

    final void spendAll() {
        records().spendAll().run();
    }

    /** The vendor, whose account says that it has so many credits left. */
    final PeopleSources withCredits(long left) {
        PeopleSources.Source known = vendor();
        return client -> Optional.of(new PeopleSources.Source(
                known.vendor(),
                known.search(),
                known.enrichment(),
                known.companies(),
                known.finer(),
                Optional.of(of -> Result.ok(new VendorCredits.Credits(left, Optional.empty())))));
    }
}
