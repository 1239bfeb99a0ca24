package io.agencyos.adapters.out.memory.outreach;

import io.agencyos.application.outreach.SenderUpkeep;
import io.agencyos.application.outreach.SenderUpkeepContract;
import io.agencyos.domain.resource.DomainHealth;
import io.agencyos.domain.resource.Mailbox;
import io.agencyos.domain.resource.MailboxState;
import io.agencyos.domain.shared.contact.DomainName;
import io.agencyos.domain.shared.contact.EmailAddress;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.ResourceId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

class FakeUpkeepTest extends SenderUpkeepContract {

    private static final ClientId CLIENT = new ClientId(new UUID(0, 2));

    private static Mailbox mailbox(@Nullable String ref) {
        return new Mailbox(
                new ResourceId(new UUID(0, 1)),
                CLIENT,
                new EmailAddress("sam@hello-harbour.example"),
                new ResourceId(new UUID(0, 3)),
                new DomainName("hello-harbour.example"),
                "fake-mail",
                ref,
                MailboxState.CONNECTED,
                DomainHealth.GOOD,
                null,
                true,
                null,
                null);
    }

    @Override
    protected World world() {
        FakeUpkeep upkeep = new FakeUpkeep();
        upkeep.knows(CLIENT);
        return new World() {
            @Override
            public SenderUpkeep upkeep() {
                return upkeep;
            }

            @Override
            public Mailbox connected() {
                return mailbox("mbox-1");
            }

            @Override
            public Mailbox unknown() {
                return mailbox(null);
            }

            @Override
            public int standing() {
                return upkeep.standing();
            }

            @Override
            public void breakDown() {
                upkeep.breakDown();
            }
        };
    }
}
