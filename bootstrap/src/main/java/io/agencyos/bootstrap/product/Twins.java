package io.agencyos.bootstrap.product;

import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.adapters.out.sandbox.SandboxHouse;
import io.agencyos.adapters.out.vendorhttp.Placing;
import io.agencyos.application.client.Clients;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.bootstrap.product.place.TwinSandbox;
import io.agencyos.domain.client.ClientMode;
import io.agencyos.domain.shared.id.ClientId;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Tells twins from live clients, and where each twin's vendors are: before any account is read, so that nothing of a twin
 * reaches a real vendor whatever is stored of it, and nothing of a live client a twin's sandbox. Source: api 4.1.
 */
final class Twins implements TwinDoors {

    /** Resolves nowhere, on no network. */
    static final URI NOWHERE = URI.create("http://sandbox.invalid");

    private final Basis basis;
    private final Clients clients;
    private final TwinSandbox sandbox;
    /** A client's mode never changes. */
    private final Map<ClientId, ClientMode> modes = new ConcurrentHashMap<>();

    private @Nullable TwinKeeping keeping;

    Twins(Basis basis, Clients clients, TwinSandbox sandbox) {
        this.basis = basis;
        this.clients = clients;
        this.sandbox = sandbox;
    }

    /** Who furnishes them; one for the life of the product. */
    synchronized TwinKeeping keeping(Product product) {
        TwinKeeping made = keeping;
        if (made == null) {
            made = new TwinKeeping(product, this);
            keeping = made;
        }
        return made;
    }

    boolean isTwin(ClientId client) {
        return mode(client).filter(mode -> mode == ClientMode.TEST).isPresent();
    }

    private Optional<ClientMode> mode(ClientId client) {
        ClientMode known = modes.get(client);
        return known != null ? Optional.of(known) : read(client).map(mode -> noted(client, mode));
    }

    private Optional<ClientMode> read(ClientId client) {
        return Db.isOpen()
                ? clients.mode(client)
                : basis.units().reading(TenantScope.worker(client), () -> clients.mode(client));
    }

    private ClientMode noted(ClientId client, ClientMode mode) {
        modes.put(client, mode);
        return mode;
    }

    /** Whether the client may have accounts at vendors now: a live one, and a twin that has somewhere to go. */
    boolean mayHaveAccounts(ClientId client) {
        return !isTwin(client) || sandbox.address().isPresent();
    }

    /** What the twin's sandbox remembers is gone, where that can be done without asking it. */
    boolean forgetHere(ClientId twin) {
        return sandbox.forget(SandboxHouse.door(twin.text(), key(twin)));
    }

    @Override
    public String key(ClientId twin) {
        return basis.secret().deriveText("twin-sandbox/" + twin.text());
    }

    @Override
    public Optional<URI> door(ClientId twin) {
        return sandbox.address().map(house -> URI.create(house + SandboxHouse.door(twin.text(), key(twin))));
    }

    /**
     * Where one vendor is for each client.
     *
     * @param usual for live clients
     * @param at the same settings elsewhere
     */
    <S> Placing<S> placing(S usual, Function<URI, S> at) {
        return new Placing<>(
                usual,
                client -> mode(client).filter(mode -> mode == ClientMode.LIVE).isPresent()
                        ? Optional.empty()
                        : Optional.of(at.apply(door(client).orElse(NOWHERE))));
    }
}
