package io.agencyos.adapters.out.memory.outreach;

import io.agencyos.application.outreach.mail.UnsubscribeLinks;
import io.agencyos.application.outreach.mail.UnsubscribeLinksContract;

class MemoryUnsubscribeLinksTest extends UnsubscribeLinksContract {

    private final UnsubscribeLinks links = new MemoryUnsubscribeLinks(BASE);

    @Override
    protected UnsubscribeLinks links() {
        return links;
    }
}
