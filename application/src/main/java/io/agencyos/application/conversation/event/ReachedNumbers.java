package io.agencyos.application.conversation.event;

import io.agencyos.application.conversation.reply.Desk;
import io.agencyos.domain.outreach.touch.Touch;
import io.agencyos.domain.shared.TouchKind;
import io.agencyos.domain.shared.contact.Country;
import io.agencyos.domain.shared.contact.PhoneNumber;
import io.agencyos.domain.shared.contact.PhoneNumbers;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.TouchId;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** Tells at which numbers texts arrived and calls were taken: that to which the touch went. Source: scoring 1.1. */
final class ReachedNumbers {

    private final Desk desk;

    ReachedNumbers(Desk desk) {
        this.desk = desk;
    }

    /** In the tenant's unit of work. */
    void tell(ClientId client, Collection<TouchId> touches) {
        if (touches.isEmpty()) {
            return;
        }
        Map<LeadId, PhoneNumber> numbers = new HashMap<>();
        for (Touch touch : desk.world().channels().touches().findAll(client, touches)) {
            String recipient = touch.recipient();
            if (recipient != null && (touch.kind() == TouchKind.SMS || touch.kind() == TouchKind.VOICE)) {
                PhoneNumbers.parse(recipient, Country.AUSTRALIA)
                        .toOptional()
                        .ifPresent(number -> numbers.put(touch.leadId(), number));
            }
        }
        desk.world().channels().phones().reached(client, numbers);
    }
}
