package io.agencyos.adapters.out.memory.conversation;

import io.agencyos.application.conversation.MailLines;
import io.agencyos.application.conversation.MailLinesContract;
import io.agencyos.domain.shared.id.ClientId;
import java.util.UUID;

class FakeMailLinesTest extends MailLinesContract {

    private static final ClientId CLIENT = new ClientId(new UUID(0, 2));

    @Override
    protected World world() {
        FakeMailLines lines = new FakeMailLines();
        return new World() {

            @Override
            public MailLines lines() {
                return lines;
            }

            @Override
            public ClientId client() {
                return CLIENT;
            }

            @Override
            public void mail() {
                lines.ring(CLIENT);
            }

            @Override
            public int open() {
                return lines.open().size();
            }

            @Override
            public void cut() {
                lines.cut();
            }

            @Override
            public void awaitEndOfLine() {
                // they end at once
            }
        };
    }
}
