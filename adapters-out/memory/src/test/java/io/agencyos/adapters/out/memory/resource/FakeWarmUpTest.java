package io.agencyos.adapters.out.memory.resource;

import io.agencyos.application.resource.MailboxWarmUp;
import io.agencyos.application.resource.MailboxWarmUpContract;
import io.agencyos.application.testing.Leadbook;
import io.agencyos.domain.resource.MailboxWarmth;
import io.agencyos.domain.resource.MailboxWarmth.Dns;
import io.agencyos.domain.resource.MailboxWarmth.DnsState;
import io.agencyos.domain.shared.contact.EmailAddress;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Instant;
import java.util.UUID;

class FakeWarmUpTest extends MailboxWarmUpContract {

    private static final ClientId CLIENT = new ClientId(new UUID(0, 2));
    private static final Dns DNS = new Dns(DnsState.VALID, DnsState.VALID, DnsState.VALID, DnsState.VALID);

    @Override
    protected World world() {
        FakeWarmUp service = new FakeWarmUp();
        return new World() {
            @Override
            public MailboxWarmUp warmUp() {
                return service;
            }

            @Override
            public ClientId client() {
                return CLIENT;
            }

            @Override
            public void warms(EmailAddress mailbox) {
                service.measures(CLIENT, new MailboxWarmth(mailbox, true, 14, 0, 95, DNS, 0, now()));
            }

            @Override
            public void testsEnd() {
                service.endTests(now());
            }

            @Override
            public Instant now() {
                return Leadbook.MONDAY;
            }

            @Override
            public void breakDown() {
                service.breakDown();
            }
        };
    }
}
