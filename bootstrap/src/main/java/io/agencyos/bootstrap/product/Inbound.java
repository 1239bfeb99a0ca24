package io.agencyos.bootstrap.product;

import io.agencyos.adapters.out.salesforge.Salesforge;
import io.agencyos.application.conversation.HookReader;
import io.agencyos.application.conversation.InboundHooks;
import io.agencyos.application.conversation.ReplyFeeds;
import io.agencyos.application.platform.VendorHook;
import io.agencyos.application.platform.VendorHooks;
import io.agencyos.domain.shared.ClientId;
import io.agencyos.domain.shared.SecretText;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which vendor's reader stands behind a hook, and where answers can be asked for. */
final class Inbound implements InboundHooks, ReplyFeeds {

    private final VendorHooks hooks;
    private final Map<String, HookReader> readers;
    private final List<ReplyFeed> feeds;

    Inbound(VendorHooks hooks, Salesforge salesforge) {
        this.hooks = hooks;
        this.readers = Map.of(Salesforge.VENDOR, salesforge.hooks());
        this.feeds = List.of(new ReplyFeed(Salesforge.VENDOR, salesforge.replies()));
    }

    @Override
    public Optional<Hook> find(String hookId) {
        return hooks.find(hookId)
                .filter(VendorHook::active)
                .filter(hook -> readers.containsKey(hook.vendor()))
                .map(hook -> new Hook(
                        hook.clientId(),
                        readers.get(hook.vendor()),
                        hook.secrets().stream().map(SecretText::reveal).toList()));
    }

    @Override
    public List<ReplyFeed> of(ClientId client) {
        return feeds;
    }
}
