package io.agencyos.adapters.out.vapi;

import io.agencyos.adapters.out.memory.platform.MemoryVendorObjects;
import io.agencyos.adapters.out.vendorhttp.StubServer;
import io.agencyos.adapters.out.vendorhttp.Ways;
import io.agencyos.application.conversation.inbox.HookReader;
import io.agencyos.application.outreach.channel.VoiceCommand;
import io.agencyos.application.platform.vendor.VendorAccount;
import io.agencyos.domain.shared.SecretText;
import io.agencyos.domain.shared.contact.PhoneNumber;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.TouchId;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The vendor as stubs, and the adapter in front of it. Names are those of the specification's examples. */
final class Stubs extends StubServer {

    static final ClientId CLIENT = new ClientId(UUID.fromString("0198f000-0000-7000-8000-000000000001"));
    static final String KEY = "vapi-key-4d2e";
    static final String OUR_KEY = "aos1-d8eab2a9a34384b8d207b385c770f494";
    static final String ID = "7c9f4b1e-3f40-4c0e-9b7f-1c2d3e4f5a6b";
    static final VapiAccount ACCOUNT =
            new VapiAccount(CLIENT, "org_1", new SecretText(KEY), new SecretText("hook-secret-91"), null, false);
    /** The same where a new assistant is a draft. */
    static final VapiAccount DRAFTS =
            new VapiAccount(CLIENT, "org_1", new SecretText(KEY), new SecretText("hook-secret-91"), null, true);

    static final VendorAccount STORED = new VendorAccount(
            CLIENT,
            Vapi.VENDOR,
            "org_1",
            null,
            Map.of(),
            Map.of("api_key", new SecretText(KEY), "hook_secret", new SecretText("hook-secret-91")));

    final Vapi vapi;

    Stubs() {
        this(ACCOUNT, Duration.ofMillis(1_500));
    }

    Stubs(VapiAccount account, Duration patience) {
        super(Instant.parse("2026-09-02T10:00:00Z"));
        vapi = new Vapi(
                client -> client.equals(CLIENT) ? Optional.of(account) : Optional.empty(),
                VapiSettings.live().at(base()).withReadTimeout(patience),
                http,
                new MemoryVendorObjects(),
                clock);
    }

    /** What reads the server messages, of a client whose account is gone. */
    static HookReader hooks() {
        Ways<VapiAccount, Connection> none =
                new Ways<>(Vapi.VENDOR, client -> Optional.empty(), account -> account, (account, place) -> {
                    throw new IllegalStateException("there is no account");
                });
        return new VapiHooks(
                new InboundAssistant(none, new Assistants(new MemoryVendorObjects(), VapiSettings.live())));
    }

    static VoiceCommand call() {
        return call("as_91c0");
    }

    static VoiceCommand call(String assistant) {
        return new VoiceCommand(
                CLIENT,
                new TouchId(new UUID(0, 7)),
                OUR_KEY,
                "pn_3f",
                new PhoneNumber("+61491570006"),
                "Priya Raman",
                assistant,
                Map.of("lead_name", "Priya"));
    }
}
