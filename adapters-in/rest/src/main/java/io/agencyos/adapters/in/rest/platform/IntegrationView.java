package io.agencyos.adapters.in.rest.platform;

import io.agencyos.application.platform.vendor.VendorAccountState;
import io.agencyos.application.platform.vendor.VendorAccountView;
import io.agencyos.application.platform.vendor.VendorConnector;
import io.agencyos.domain.shared.Vocabulary;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A vendor that may be connected and the client's account there. Source: api 9.13.
 *
 * @param capability what the vendor is connected for, such as sending e-mail
 * @param owner whose account it is
 * @param status whether an account is connected, and whether its calls succeed
 * @param settings what else is set of the account, by name; empty while nothing is connected
 * @param hooks where the vendor pushes to
 * @param last4 the last four characters of the first key; empty of a short one; null where none is stored
 * @param keys last four characters of each key by name, empty of a short one and of one that may be a password
 * @param form what must be said to connect it
 */
public record IntegrationView(
        String vendor,
        String capability,
        Owner owner,
        Status status,
        @Nullable String accountRef,
        @Nullable String accountLabel,
        Map<String, String> settings,
        @Nullable Instant lastOkAt,
        @Nullable String lastError,
        @Nullable Instant lastErrorAt,
        List<Hook> hooks,
        boolean hasSecret,
        @Nullable String last4,
        Map<String, String> keys,
        Form form) {

    /** Whose account it is. */
    public enum Owner implements Vocabulary {
        CLIENT,
        PLATFORM
    }

    /** How it does. */
    public enum Status implements Vocabulary {
        NOT_CONNECTED,
        CONNECTED,
        NEEDS_ATTENTION,
        ERROR
    }

    /**
     * Where the vendor pushes to.
     *
     * @param address where the vendor pushes to; null where this installation has no public address any more
     * @param lastEventAt when it last brought something, to the minute; null before
     */
    public record Hook(
            String id, @Nullable String address, @Nullable Instant lastEventAt) {}

    /**
     * Everything that connecting the vendor asks for.
     *
     * @param account what the account's reference is
     * @param namedCredentials keys under names of the caller's choice, at least one; null where the names are all known
     * @param settings what else it needs, by name
     */
    public record Form(
            String account,
            List<Field> credentials,
            @Nullable NamedKeys namedCredentials,
            List<Field> settings) {}

    /**
     * Keys under names of one's own choice.
     *
     * @param name what a name is, such as the address of a mailbox
     */
    public record NamedKeys(String name, String meaning) {}

    /**
     * Something that connecting the vendor asks for.
     *
     * @param name by which name it is sent
     * @param required whether it cannot be left out
     * @param choices the words that are allowed, empty for any text
     */
    public record Field(String name, boolean required, String meaning, List<String> choices) {

        static Field of(VendorConnector.Field field) {
            return new Field(field.name(), field.required(), field.meaning(), field.choices());
        }
    }

    static final IntegrationView EXAMPLE = new IntegrationView(
            "postbox",
            "email",
            Owner.CLIENT,
            Status.CONNECTED,
            "box-1",
            "Harbour agency",
            Map.of("open_tracking", "true"),
            Instant.parse("2026-03-02T00:00:00Z"),
            null,
            null,
            List.of(new Hook(
                    "0f1e2d3c4b5a69788796a5b4c3d2e1f0",
                    "https://os.agency.example/api/v1/hooks/postbox/0f1e2d3c4b5a69788796a5b4c3d2e1f0",
                    Instant.parse("2026-03-02T00:00:00Z"))),
            true,
            "1234",
            Map.of("api_key", "1234"),
            new Form(
                    "the id of the box",
                    List.of(new Field("api_key", true, "the key of the box", List.of())),
                    null,
                    List.of(new Field("open_tracking", false, "whether opens are tracked", List.of("true", "false")))));

    static IntegrationView of(VendorAccountView view) {
        return of(view, Owner.CLIENT);
    }

    static IntegrationView of(VendorAccountView view, Owner owner) {
        VendorAccountView.Account account = view.account();
        return account == null ? notConnected(view, owner) : connected(view, account, owner);
    }

    private static IntegrationView notConnected(VendorAccountView view, Owner owner) {
        return new IntegrationView(
                view.vendor(),
                view.capability(),
                owner,
                Status.NOT_CONNECTED,
                null,
                null,
                Map.of(),
                null,
                null,
                null,
                List.of(),
                false,
                null,
                Map.of(),
                form(view.form()));
    }

    private static IntegrationView connected(VendorAccountView view, VendorAccountView.Account account, Owner owner) {
        VendorAccountState state = account.state();
        return new IntegrationView(
                view.vendor(),
                view.capability(),
                owner,
                status(state.status()),
                account.accountRef(),
                account.label(),
                account.settings(),
                state.lastOkAt(),
                state.lastError(),
                state.lastErrorAt(),
                account.hooks().stream()
                        .map(hook -> new Hook(
                                hook.id(),
                                hook.address() == null ? null : hook.address().toString(),
                                hook.lastEventAt()))
                        .toList(),
                !account.last4().isEmpty(),
                account.last4().values().stream().findFirst().orElse(null),
                account.last4(),
                form(view.form()));
    }

    private static Form form(VendorAccountView.Form form) {
        VendorConnector.NamedKeys named = form.namedCredentials();
        return new Form(
                form.account(),
                form.credentials().stream().map(Field::of).toList(),
                named == null ? null : new NamedKeys(named.name(), named.meaning()),
                form.settings().stream().map(Field::of).toList());
    }

    private static Status status(VendorAccountState.Status status) {
        return switch (status) {
            case CONNECTED -> Status.CONNECTED;
            case NEEDS_ATTENTION -> Status.NEEDS_ATTENTION;
            case ERROR -> Status.ERROR;
        };
    }
}
