package io.agencyos.application.deal;

import io.agencyos.application.lead.intake.LeadFiles;
import io.agencyos.application.lead.intake.LeadFilesContract;

class PlainFilesTest extends LeadFilesContract {

    @Override
    protected LeadFiles files() {
        return new PlainFiles();
    }
}
