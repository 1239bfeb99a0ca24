package io.agencyos.application.platform.vendor;

import io.agencyos.domain.shared.SecretText;
import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
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
 * @param form what must be said to connect it
 * @param account null while none is connected
 */
public record VendorAccountView(
        String vendor,
        String capability,
        Form form,
        @Nullable Account account) {

    /**
     * What must be said to connect an account.
     *
     * @param account what its reference is
     * @param namedCredentials keys under names of the person's choice, null where the names are all known
     */
    public record Form(
            String account,
            List<VendorConnector.Field> credentials,
            VendorConnector.@Nullable NamedKeys namedCredentials,
            List<VendorConnector.Field> settings) {

        static Form of(VendorConnector connector) {
            return new Form(
                    connector.accountMeaning(),
                    connector.credentials(),
                    connector.namedCredentials().orElse(null),
                    connector.settings());
        }
    }

    /**
     * A hook of ours that the vendor is to push to.
     *
     * @param address null where this installation has no public address any more
     * @param lastEventAt when it last brought something; null before
     */
    public record Hook(
            String id, @Nullable URI address, @Nullable Instant lastEventAt) {}

    /**
     * The account that is connected.
     *
     * @param settings by name
     * @param last4 last four characters of each key by name, in the order of the form; of a short key none, and none of
     *     those under names of a person's choice, because these may be passwords
     * @param hooks those that the vendor is to push to
     */
    public record Account(
            String accountRef,
            @Nullable String label,
            Map<String, String> settings,
            Map<String, String> last4,
            VendorAccountState state,
            List<Hook> hooks) {}

    private static final int SHOWN = 4;
    private static final int SHORT = 12;

    /** A vendor without an account. */
    public static VendorAccountView notConnected(VendorConnector connector) {
        return new VendorAccountView(connector.vendor(), connector.capability(), Form.of(connector), null);
    }

    /** An account that is connected. */
    public static VendorAccountView of(
            VendorConnector connector, VendorAccount account, VendorAccountState state, List<Hook> hooks) {
        return new VendorAccountView(
                connector.vendor(),
                connector.capability(),
                Form.of(connector),
                new Account(
                        account.accountRef(),
                        account.label(),
                        new TreeMap<>(account.settings()),
                        last4(connector, account.credentials()),
                        state,
                        hooks));
    }

    /** The connected account where a caller knows that there is one. */
    public Account connected() {
        return Objects.requireNonNull(account, vendor + " is not connected");
    }

    private static Map<String, String> last4(VendorConnector connector, Map<String, SecretText> credentials) {
        Map<String, SecretText> left = new TreeMap<>(credentials);
        Map<String, String> shown = new LinkedHashMap<>();
        for (VendorConnector.Field field : connector.credentials()) {
            SecretText secret = left.remove(field.name());
            if (secret != null) {
                shown.put(field.name(), last4(secret));
            }
        }
        connector
                .namedCredentials()
                .ifPresent(
                        keys -> left.keySet().stream().filter(keys.accepted()).forEach(name -> shown.put(name, "")));
        return shown;
    }

    private static String last4(SecretText secret) {
        String key = secret.reveal();
        return key.length() < SHORT ? "" : key.substring(key.length() - SHOWN);
    }
}
