package io.agencyos.adapters.out.smtpimap;

import io.agencyos.adapters.out.smtpimap.MailServer.Security;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Properties;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/** Connections to mail servers: never slower than allowed, never in clear but to this machine. Source: smtp-imap 1. */
final class Lines {

    private static final String[] PROTOCOLS = {"TLSv1.3", "TLSv1.2"};

    private final SmtpImapSettings settings;

    Lines(SmtpImapSettings settings) {
        this.settings = settings;
    }

    Socket open(MailServer server) throws IOException {
        Socket line = new Socket();
        try {
            line.connect(
                    new InetSocketAddress(InetAddress.getByName(server.host()), server.port()),
                    Math.toIntExact(settings.connect().toMillis()));
            line.setSoTimeout(Math.toIntExact(settings.read().toMillis()));
            return line;
        } catch (IOException failed) {
            line.close();
            throw failed;
        }
    }

    /** TLS over an open line, with the server's certificate and name verified. */
    Socket secure(Socket line, MailServer server) throws IOException {
        SSLSocket secured = (SSLSocket) settings.tls().createSocket(line, server.host(), server.port(), true);
        SSLParameters parameters = secured.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        parameters.setProtocols(PROTOCOLS);
        secured.setSSLParameters(parameters);
        secured.startHandshake();
        return secured;
    }

    /** What the mail library must know about the line, under its own names. */
    void describe(Properties properties, String protocol, MailServer server) {
        String prefix = "mail." + protocol + ".";
        boolean startTls = server.security() == Security.STARTTLS;
        properties.put(prefix + "starttls.enable", String.valueOf(startTls));
        properties.put(prefix + "starttls.required", String.valueOf(startTls));
        properties.put(prefix + "ssl.enable", String.valueOf(server.security() == Security.TLS));
        properties.put(prefix + "ssl.checkserveridentity", "true");
        properties.put(prefix + "ssl.protocols", String.join(" ", PROTOCOLS));
        properties.put(prefix + "ssl.socketFactory", settings.tls());
        properties.put(
                prefix + "connectiontimeout", String.valueOf(settings.connect().toMillis()));
        properties.put(prefix + "timeout", String.valueOf(settings.read().toMillis()));
    }
}
