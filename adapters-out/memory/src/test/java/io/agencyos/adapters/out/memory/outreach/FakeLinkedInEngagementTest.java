package io.agencyos.adapters.out.memory.outreach;

import io.agencyos.application.outreach.channel.LinkedInEngagement;
import io.agencyos.application.outreach.channel.LinkedInEngagementContract;
import io.agencyos.domain.shared.id.ClientId;
import java.util.UUID;

class FakeLinkedInEngagementTest extends LinkedInEngagementContract {

    private static final ClientId CLIENT = new ClientId(new UUID(0, 2));

    @Override
    protected World world() {
        FakeLinkedInEngagement fake = new FakeLinkedInEngagement(CLIENT, "seat");
        return new World() {

            @Override
            public LinkedInEngagement engagement() {
                return fake;
            }

            @Override
            public ClientId client() {
                return CLIENT;
            }

            @Override
            public String seat() {
                return "seat";
            }

            @Override
            public String post() {
                return "urn:li:activity:1";
            }

            @Override
            public int shown() {
                return fake.shown().size();
            }
        };
    }
}
