package io.agencyos.bootstrap.simulate;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.agencyos.adapters.out.sandbox.world.Caller;
import io.agencyos.application.conversation.ReceiveWebhook;
import io.agencyos.application.conversation.Unsubscribe;
import io.agencyos.application.conversation.inbox.HookReader;
import io.agencyos.application.shared.StorageUnavailable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Where the vendor's webhooks come in: the product's own use case behind the smallest server there is. */
final class WorldDoor implements AutoCloseable {

    private static final String HOOKS = "/hooks/";
    private static final String OPT_OUTS = "/u/";
    private static final int TAKEN = 200;
    private static final int REFUSED = 401;
    private static final int LATER = 503;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /** A door that nobody stands behind yet. */
    WorldDoor() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failed) {
            throw new UncheckedIOException("no port is free for webhooks", failed);
        }
        server.setExecutor(threads);
    }

    /** Whoever calls from now on is answered. */
    Caller open(ReceiveWebhook receive, Unsubscribe unsubscribe) {
        Caller inside = (url, headers, body) -> {
            String path = url.getPath();
            if (path.startsWith(HOOKS)) {
                return take(path.substring(HOOKS.length()), headers, body, receive);
            }
            if (path.startsWith(OPT_OUTS)) {
                return optOut(path.substring(OPT_OUTS.length()), unsubscribe);
            }
            throw new IOException("nobody is there");
        };
        server.createContext(HOOKS, exchange -> serve(exchange, inside));
        server.createContext(OPT_OUTS, exchange -> serve(exchange, inside));
        server.start();
        return inside;
    }

    URI addressOf(String vendor, String hookId) {
        return address(HOOKS + vendor + "/" + hookId);
    }

    /** Where the links in our e-mails lead. */
    URI optOuts() {
        return address(OPT_OUTS);
    }

    private URI address(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    private static void serve(HttpExchange exchange, Caller caller) throws IOException {
        try (exchange) {
            Map<String, String> headers = new HashMap<>();
            exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.getFirst()));
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(caller.post(exchange.getRequestURI(), headers, body), -1);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static int optOut(String token, Unsubscribe unsubscribe) {
        unsubscribe.byLink(token, null);
        return TAKEN;
    }

    private static int take(String path, Map<String, String> sent, String body, ReceiveWebhook receive) {
        Map<String, List<String>> headers = new HashMap<>();
        sent.forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), List.of(value)));
        String[] hook = path.split("/", 2);
        return answer(
                hook[0], hook[1], new HookReader.Delivery(headers, body.getBytes(StandardCharsets.UTF_8)), receive);
    }

    private static int answer(String vendor, String hook, HookReader.Delivery delivery, ReceiveWebhook receive) {
        try {
            return switch (receive.receive(vendor, hook, delivery)) {
                case ReceiveWebhook.Answer.Accepted accepted -> TAKEN;
                case ReceiveWebhook.Answer.Duplicate duplicate -> TAKEN;
                case ReceiveWebhook.Answer.UnknownHook unknown -> REFUSED;
                case ReceiveWebhook.Answer.Forged forged -> REFUSED;
            };
        } catch (StorageUnavailable gone) {
            return LATER;
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
