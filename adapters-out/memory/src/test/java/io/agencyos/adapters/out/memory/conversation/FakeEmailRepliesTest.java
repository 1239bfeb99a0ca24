package io.agencyos.adapters.out.memory.conversation;

import io.agencyos.application.conversation.EmailRepliesContract;
import io.agencyos.application.conversation.inbox.EmailReplies;
import io.agencyos.application.conversation.inbox.InboundMail;
import io.agencyos.domain.shared.contact.EmailAddress;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

class FakeEmailRepliesTest extends EmailRepliesContract {

    private final FakeEmailReplies fake = new FakeEmailReplies();
    private final ClientId client = new ClientId(new UUID(0, 2));

    @Override
    protected World world() {
        return new World() {
            private int count;

            @Override
            public EmailReplies replies() {
                return fake;
            }

            @Override
            public ClientId client() {
                return client;
            }

            @Override
            public void answer(EmailAddress from, String text) {
                count++;
                fake.receive(
                        client,
                        new InboundMail(
                                "mail-" + count,
                                new EmailAddress("sam@hello-harbour.example"),
                                from,
                                null,
                                "Re: idea",
                                text,
                                Instant.parse("2026-09-02T00:00:00Z").plusSeconds(count),
                                List.of("<1@hello-harbour.example>"),
                                null,
                                false,
                                null));
            }

            @Override
            public void breakDown() {
                fake.down(true);
            }
        };
    }
}
