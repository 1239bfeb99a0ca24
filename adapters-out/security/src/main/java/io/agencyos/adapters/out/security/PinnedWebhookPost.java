package io.agencyos.adapters.out.security;

import io.agencyos.application.platform.webhook.WebhookPost;
import io.agencyos.domain.platform.IpAddress;
import io.agencyos.domain.platform.webhook.PublicAddress;
import io.agencyos.domain.platform.webhook.WebhookUrl;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * Speaks HTTP/1.1 itself, because the JDK's client resolves a name a second time when it connects: between looking and
 * connecting the name could lead elsewhere. Here the socket goes to the very address that was looked at, and TLS still
 * proves the name.
 */
public final class PinnedWebhookPost implements WebhookPost {

    /** Where a name leads. */
    @FunctionalInterface
    public interface Resolver {

        List<InetAddress> resolve(String host) throws UnknownHostException;
    }

    private final Resolver resolver;
    private final Predicate<InetAddress> permitted;
    private final SSLSocketFactory tls;

    public PinnedWebhookPost(Resolver resolver, Predicate<InetAddress> permitted, SSLSocketFactory tls) {
        this.resolver = resolver;
        this.permitted = permitted;
        this.tls = tls;
    }

    /** To public addresses only, with the machine's resolver and its trusted certificates. */
    public static PinnedWebhookPost toPublicAddresses() {
        return new PinnedWebhookPost(
                host -> List.of(InetAddress.getAllByName(host)), PinnedWebhookPost::isPublic, (SSLSocketFactory)
                        SSLSocketFactory.getDefault());
    }

    static boolean isPublic(InetAddress address) {
        return PublicAddress.isPublic(IpAddress.of(address.getAddress()));
    }

    @Override
    public Answer send(WebhookUrl url, Map<String, String> headers, String body, Duration timeout) {
        Deadline deadline = Deadline.in(timeout);
        try {
            List<InetAddress> addresses = resolver.resolve(url.host());
            if (addresses.isEmpty() || !addresses.stream().allMatch(permitted)) {
                return Answer.failed("The address of the endpoint is not a public one.");
            }
            try (Socket plain = new Socket()) {
                plain.connect(new InetSocketAddress(addresses.getFirst(), url.port()), deadline.left());
                plain.setSoTimeout(deadline.left());
                return exchanged(url, headers, body, plain, deadline);
            }
        } catch (UnknownHostException unknown) {
            return Answer.failed("The name of the endpoint leads nowhere.");
        } catch (SocketTimeoutException late) {
            return Answer.failed("The endpoint did not answer in time.");
        } catch (SSLException untrusted) {
            return Answer.failed("The endpoint's certificate is not trusted, or it does not speak TLS.");
        } catch (IOException broken) {
            return Answer.failed("The connection to the endpoint failed.");
        }
    }

    private Answer exchanged(WebhookUrl url, Map<String, String> headers, String body, Socket plain, Deadline deadline)
            throws IOException {
        try (SSLSocket socket = (SSLSocket) tls.createSocket(plain, url.host(), url.port(), true)) {
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            socket.setSSLParameters(parameters);
            socket.setSoTimeout(deadline.left());
            OutputStream out = socket.getOutputStream();
            out.write(request(url, headers, body));
            out.flush();
            return new HttpAnswer(socket, deadline).read();
        }
    }

    private static byte[] request(WebhookUrl url, Map<String, String> headers, String body) {
        byte[] content = body.getBytes(StandardCharsets.UTF_8);
        String path = url.uri().getRawPath() == null || url.uri().getRawPath().isEmpty()
                ? "/"
                : url.uri().getRawPath();
        String query = url.uri().getRawQuery() == null ? "" : "?" + url.uri().getRawQuery();
        Map<String, String> all = new LinkedHashMap<>();
        all.put("Host", url.uri().getRawAuthority());
        all.putAll(headers);
        all.put("Accept-Encoding", "identity");
        all.put("Content-Length", Integer.toString(content.length));
        all.put("Connection", "close");
        StringBuilder head = new StringBuilder("POST " + path + query + " HTTP/1.1\r\n");
        all.forEach((name, value) ->
                head.append(line(name)).append(": ").append(line(value)).append("\r\n"));
        byte[] lead = head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
        byte[] whole = Arrays.copyOf(lead, lead.length + content.length);
        System.arraycopy(content, 0, whole, lead.length, content.length);
        return whole;
    }

    /** No header smuggles in another. */
    private static String line(String text) {
        return text.replaceAll("[\\r\\n\\x00]", " ");
    }
}
