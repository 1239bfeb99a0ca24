package io.agencyos.application.allocation;

import io.agencyos.application.lead.source.PeopleSources;
import io.agencyos.application.lead.source.PersonProfile;

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
}
