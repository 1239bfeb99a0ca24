package io.agencyos.adapters.out.memory.outreach;

import io.agencyos.application.outreach.channel.VoiceLines;
import io.agencyos.application.outreach.channel.VoiceLinesContract;
import io.agencyos.domain.shared.id.ClientId;
import java.util.Set;
import java.util.UUID;

class FakeVoiceLinesTest extends VoiceLinesContract {

    private static final ClientId CLIENT = new ClientId(new UUID(0, 2));

    @Override
    protected World world() {
        FakeVoiceLines lines = new FakeVoiceLines(Set.of(CLIENT));
        return new World() {
            @Override
            public VoiceLines lines() {
                return lines;
            }

            @Override
            public ClientId client() {
                return CLIENT;
            }

            @Override
            public void breakDown() {
                lines.breakDown();
            }
        };
    }
}
