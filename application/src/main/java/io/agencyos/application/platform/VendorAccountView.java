package io.agencyos.application.platform;

import io.agencyos.domain.shared.SecretText;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A vendor that may be connected and the client's account there, as people see it: of a key no more than its last four
 * characters. Source: api 7 and 9.13.
 *
 * @param capability what the account is for
 * @param account null while none is connected
 */
public record VendorAccountView(
        String vendor, String capability, @Nullable Account account) {

    /**
     * The account that is connected.
     *
     * @param settings by name
     * @param last4 last four characters of each key by name; of a short key none
     * @param hookIds our active hooks
     */
    public record Account(
            String accountRef,
            @Nullable String label,
            Map<String, String> settings,
            Map<String, String> last4,
            VendorAccountState state,
            List<String> hookIds) {}

    private static final int SHOWN = 4;
    private static final int SHORT = 12;

    static VendorAccountView notConnected(VendorConnector connector) {
        return new VendorAccountView(connector.vendor(), connector.capability(), null);
    }

    static VendorAccountView of(
            VendorConnector connector, VendorAccount account, VendorAccountState state, List<VendorHook> hooks) {
        return new VendorAccountView(
                connector.vendor(),
                connector.capability(),
                new Account(
                        account.accountRef(),
                        account.label(),
                        new TreeMap<>(account.settings()),
                        last4(account.credentials()),
                        state,
                        hooks.stream()
                                .filter(VendorHook::active)
                                .map(VendorHook::hookId)
                                .toList()));
    }

    /** The connected account where a caller knows that there is one. */
    public Account connected() {
        return Objects.requireNonNull(account, vendor + " is not connected");
    }

    private static Map<String, String> last4(Map<String, SecretText> credentials) {
        Map<String, String> shown = new TreeMap<>();
        credentials.forEach((name, secret) -> {
            String key = secret.reveal();
            shown.put(name, key.length() < SHORT ? "" : key.substring(key.length() - SHOWN));
        });
        return shown;
    }
}
