package io.agencyos.adapters.out.memory.outreach;

import io.agencyos.application.outreach.recording.CallRecordings;
import io.agencyos.application.outreach.recording.CallRecordingsContract;
import io.agencyos.domain.shared.id.ClientId;
import java.util.UUID;

class FakeRecordingsTest extends CallRecordingsContract {

    private static final ClientId CLIENT = new ClientId(new UUID(0, 2));

    @Override
    protected World world() {
        FakeRecordings vendor = new FakeRecordings();
        return new World() {
            @Override
            public CallRecordings recordings() {
                return vendor;
            }

            @Override
            public ClientId client() {
                return CLIENT;
            }

            @Override
            public void recorded(String vendorRef, byte[] sound) {
                vendor.recorded(CLIENT, vendorRef, sound);
            }

            @Override
            public void breakDown() {
                vendor.breakDown();
            }
        };
    }
}
