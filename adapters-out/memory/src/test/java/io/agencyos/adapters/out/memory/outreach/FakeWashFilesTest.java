package io.agencyos.adapters.out.memory.outreach;

import io.agencyos.application.outreach.WashFiles;
import io.agencyos.application.outreach.WashFilesContract;

class FakeWashFilesTest extends WashFilesContract {

    @Override
    protected WashFiles files() {
        return new FakeWashFiles();
    }
}
