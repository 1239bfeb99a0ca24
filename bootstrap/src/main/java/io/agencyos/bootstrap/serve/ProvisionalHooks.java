package io.agencyos.bootstrap.serve;

import io.agencyos.adapters.in.rest.route.*;
import io.agencyos.application.conversation.*;
import java.util.*;

final class ProvisionalHooks implements RouteGroup {
    private final ReceiveWebhook receive;

    ProvisionalHooks(ReceiveWebhook receive) {
        this.receive = receive;
    }

    public record Said(String status) {}

    @Override
    public List<Route<?, ?>> routes() {
        return List.of(Route.post("/api/v1/hooks/{vendor}/{hook_id}", "Takes an event")
                .tag("Webhooks")
                .open()
                .unmetered()
                .rawBody()
                .answers(Said.class, new Said("accepted"))
                .handledBy(call -> {
                    Map<String, List<String>> headers = new HashMap<>();
                    call.body().headers().forEach((k, v) -> headers.put(k, List.of(v)));
                    var a = receive.receive(
                            call.text("vendor"),
                            call.text("hook_id"),
                            new HookReader.Delivery(headers, call.body().bytes()));
                    return a instanceof ReceiveWebhook.Answer.Accepted || a instanceof ReceiveWebhook.Answer.Duplicate
                            ? Reply.ok(new Said("accepted"))
                            : Reply.notFound();
                }));
    }
}
