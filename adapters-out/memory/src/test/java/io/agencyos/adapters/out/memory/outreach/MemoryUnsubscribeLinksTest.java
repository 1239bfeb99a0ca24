package io.agencyos.adapters.out.memory.outreach;

import io.agencyos.application.outreach.mail.UnsubscribeLinks;
import io.agencyos.application.outreach.mail.UnsubscribeLinksContract;
import java.net.URI;

class MemoryUnsubscribeLinksTest extends UnsubscribeLinksContract {

    @Override
    protected UnsubscribeLinks links(URI base) {
        return new MemoryUnsubscribeLinks(base);
    }
}
