package io.agencyos.application.outreach.wash;

class PlainWashFilesTest extends WashFilesContract {

    @Override
    protected WashFiles files() {
        return new PlainWashFiles();
    }
}
