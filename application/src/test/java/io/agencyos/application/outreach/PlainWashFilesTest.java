package io.agencyos.application.outreach;

class PlainWashFilesTest extends WashFilesContract {

    @Override
    protected WashFiles files() {
        return new PlainWashFiles();
    }
}
