package io.agencyos.bootstrap.product;

import io.agencyos.application.outreach.EmailSender;
import io.agencyos.application.outreach.EmailSenders;
import io.agencyos.domain.resource.Mailbox;
import java.util.Map;

/** The e-mail vendors of this installation by the name under which a mailbox knows its own. */
record EmailVendors(Map<String, EmailSender> byName) implements EmailSenders {

    EmailVendors {
        byName = Map.copyOf(byName);
    }

    @Override
    public EmailSender of(Mailbox mailbox) {
        EmailSender sender = byName.get(mailbox.vendor());
        if (sender == null) {
            throw new IllegalStateException("mailbox " + mailbox.id() + " sends by " + mailbox.vendor()
                    + ", which this installation does not have");
        }
        return sender;
    }
}
