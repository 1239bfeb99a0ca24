package io.agencyos.bootstrap.product;

import io.agencyos.application.conversation.InboundHooks;
import io.agencyos.application.platform.VendorHook;
import io.agencyos.application.platform.VendorHooks;
import io.agencyos.domain.shared.SecretText;
import java.util.Optional;

/** Which vendor's reader stands behind a hook. */
record Inbound(VendorHooks hooks, EmailVendors email, ChannelVendors channels) implements InboundHooks {

    @Override
    public Optional<Hook> find(String hookId) {
        return hooks.find(hookId)
                .filter(VendorHook::active)
                .flatMap(hook -> email.hooks(hook.vendor())
                        .or(() -> channels.hooks(hook.vendor()))
                        .map(reader -> new Hook(
                                hook.clientId(),
                                reader,
                                hook.secrets().stream().map(SecretText::reveal).toList())));
    }
}
