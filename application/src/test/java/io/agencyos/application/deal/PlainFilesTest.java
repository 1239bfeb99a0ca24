package io.agencyos.application.deal;

import io.agencyos.application.lead.LeadFiles;
import io.agencyos.application.lead.LeadFilesContract;

class PlainFilesTest extends LeadFilesContract {

    @Override
    protected LeadFiles files() {
        return new PlainFiles();
    }
}
