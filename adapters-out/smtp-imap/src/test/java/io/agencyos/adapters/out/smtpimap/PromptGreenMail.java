package io.agencyos.adapters.out.smtpimap;

import com.icegreen.greenmail.Managers;
import com.icegreen.greenmail.imap.ImapHandler;
import com.icegreen.greenmail.server.AbstractServer;
import com.icegreen.greenmail.server.ProtocolHandler;
import com.icegreen.greenmail.smtp.SmtpServer;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.util.HashMap;
import java.util.Map;

/**
 * GreenMail that answers at once. Its own servers hold an answer's second line back until the client's kernel acknowledges
 * the first, some 40 ms later, several times in each session.
 */
final class PromptGreenMail extends GreenMail {

    PromptGreenMail(ServerSetup... setups) {
        super(setups);
    }

    @Override
    protected Map<String, AbstractServer> createServices(ServerSetup[] setups, Managers managers) {
        Map<String, AbstractServer> servers = new HashMap<>();
        for (ServerSetup setup : setups) {
            servers.put(
                    setup.getProtocol(),
                    setup.getProtocol().startsWith(ServerSetup.PROTOCOL_SMTP)
                            ? new PromptSmtp(setup, managers)
                            : new PromptImap(setup, managers));
        }
        return servers;
    }

    /** In place of {@code getImap()}, which promises a class that cannot be extended. */
    AbstractServer imap() {
        return services.get(ServerSetup.PROTOCOL_IMAP);
    }

    private static Socket prompt(Socket client) {
        try {
            client.setTcpNoDelay(true);
            return client;
        } catch (SocketException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private static final class PromptSmtp extends SmtpServer {
        PromptSmtp(ServerSetup setup, Managers managers) {
            super(setup, managers);
        }

        @Override
        protected ProtocolHandler createProtocolHandler(Socket client) {
            return super.createProtocolHandler(prompt(client));
        }
    }

    private static final class PromptImap extends AbstractServer {
        PromptImap(ServerSetup setup, Managers managers) {
            super(setup, managers);
        }

        @Override
        protected ProtocolHandler createProtocolHandler(Socket client) {
            return new ImapHandler(managers.getUserManager(), managers.getImapHostManager(), prompt(client));
        }
    }
}
