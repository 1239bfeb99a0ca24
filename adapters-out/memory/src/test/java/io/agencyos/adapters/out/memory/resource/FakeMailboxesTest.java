package io.agencyos.adapters.out.memory.resource;

import io.agencyos.application.resource.Mailboxes;
import io.agencyos.application.resource.MailboxesContract;
import io.agencyos.domain.resource.MailboxState;
import io.agencyos.domain.shared.contact.EmailAddress;
import io.agencyos.domain.shared.id.ClientId;
import java.util.UUID;

class FakeMailboxesTest extends MailboxesContract {

    private final FakeMailboxes fake = new FakeMailboxes();
    private final ClientId client = new ClientId(new UUID(0, 2));

    @Override
    protected World world() {
        return new World() {
            @Override
            public Mailboxes mailboxes() {
                return fake;
            }

            @Override
            public ClientId client() {
                return client;
            }

            @Override
            public void connect(EmailAddress address) {
                fake.connect(client, address, MailboxState.CONNECTED);
            }
        };
    }
}
