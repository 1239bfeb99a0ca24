package io.agencyos.bootstrap.simulate;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.agencyos.application.conversation.HookReader;
import io.agencyos.application.conversation.ReceiveWebhook;
import io.agencyos.application.shared.StorageUnavailable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Where the vendor's webhooks come in: the product's own use case behind the smallest server there is. */
final class WorldDoor implements AutoCloseable {

    private static final String PATH = "/hooks/";
    private static final int TAKEN = 200;
    private static final int REFUSED = 401;
    private static final int LATER = 503;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final String vendor;
    private final ReceiveWebhook receive;

    WorldDoor(String vendor, ReceiveWebhook receive) {
        this.vendor = vendor;
        this.receive = receive;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failed) {
            throw new UncheckedIOException("no port is free for webhooks", failed);
        }
        server.createContext(PATH, this::take);
        server.setExecutor(threads);
        server.start();
    }

    URI addressOf(String hookId) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + PATH + hookId);
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            Map<String, List<String>> headers = new HashMap<>();
            exchange.getRequestHeaders()
                    .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values));
            String hook = exchange.getRequestURI().getPath().substring(PATH.length());
            byte[] body = exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(answer(hook, new HookReader.Delivery(headers, body)), -1);
        }
    }

    private int answer(String hook, HookReader.Delivery delivery) {
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
