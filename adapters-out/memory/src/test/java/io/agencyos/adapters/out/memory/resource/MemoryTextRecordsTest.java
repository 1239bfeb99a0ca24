package io.agencyos.adapters.out.memory.resource;

import io.agencyos.application.resource.TextRecords;
import io.agencyos.application.resource.TextRecordsContract;

class MemoryTextRecordsTest extends TextRecordsContract {

    private final MemoryTextRecords zone = new MemoryTextRecords();

    @Override
    protected TextRecords records() {
        return zone;
    }

    @Override
    protected void publish(String name, String... texts) {
        zone.publish(name, texts);
    }

    @Override
    protected void fallSilent() {
        zone.silent(true);
    }
}
