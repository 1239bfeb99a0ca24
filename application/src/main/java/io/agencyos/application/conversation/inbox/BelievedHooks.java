package io.agencyos.application.conversation.inbox;

import io.agencyos.application.platform.vendor.VendorHook;
import io.agencyos.application.platform.vendor.VendorHooks;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.domain.shared.SecretText;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The hooks that vendors were given, as long as they are believed.
 *
 * @param readers who verifies and reads what this vendor pushes; empty where nobody does
 */
public record BelievedHooks(VendorHooks hooks, Function<String, Optional<HookReader>> readers, ClockPort clock)
        implements InboundHooks {

    @Override
    public Optional<Hook> find(String hookId) {
        return hooks.find(hookId).flatMap(this::believed);
    }

    @Override
    public Map<String, Hook> findAll(Set<String> hookIds) {
        Map<String, Hook> found = new HashMap<>();
        hooks.findAll(hookIds).forEach(hook -> believed(hook).ifPresent(read -> found.put(hook.hookId(), read)));
        return found;
    }

    private Optional<Hook> believed(VendorHook hook) {
        return hook.isBelieved(clock.now())
                ? readers.apply(hook.vendor()).map(reader -> hook(hook, reader))
                : Optional.empty();
    }

    private static Hook hook(VendorHook hook, HookReader reader) {
        return new Hook(
                hook.clientId(),
                reader,
                hook.secrets().stream().map(SecretText::reveal).toList());
    }

    @Override
    public void heard(Set<String> hookIds, Instant at) {
        hooks.heard(hookIds, at);
    }
}
