package io.agencyos.application.client.access;

import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.client.Client;
import io.agencyos.domain.client.ClientMode;
import io.agencyos.domain.client.identity.ApiKey;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.platform.IpAddress;
import io.agencyos.domain.shared.Digests;
import io.agencyos.domain.shared.SecretText;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Looked up anew at each request: a key that was taken back is taken back everywhere at once. */
final class AuthenticateKeyService implements AuthenticateKey {

    /** A use is written down at most so often, or a busy key would be a busy row. */
    private static final Duration NOTED = Duration.ofMinutes(1);

    private final AccessPorts ports;
    private final UnitOfWork units;
    private final ClockPort clock;

    AuthenticateKeyService(AccessPorts ports, UnitOfWork units, ClockPort clock) {
        this.ports = ports;
        this.units = units;
        this.clock = clock;
    }

    @Override
    public Optional<ApiKeyCaller> authenticate(SecretText text, Origin origin) {
        return KeyText.client(text)
                .flatMap(
                        client -> units.onPlatform(() -> found(client, Digests.sha256Hex(text.reveal()), origin.ip())));
    }

    private Optional<ApiKeyCaller> found(ClientId live, String hash, @Nullable IpAddress from) {
        Instant now = clock.now();
        Optional<ApiKeyCaller> caller = ports.keys()
                .find(live, hash)
                .filter(key -> key.isGood(now) && mayComeFrom(key, from))
                .flatMap(key -> opened(key).map(client -> new ApiKeyCaller(key, client)));
        caller.ifPresent(good -> ports.keys().used(good.key(), now, now.minus(NOTED)));
        return caller;
    }

    private static boolean mayComeFrom(ApiKey key, @Nullable IpAddress from) {
        return key.networks().isEmpty()
                || from != null && key.networks().stream().anyMatch(network -> network.contains(from));
    }

    private Optional<Client> opened(ApiKey key) {
        Optional<Client> client = key.mode() == ClientMode.TEST
                ? ports.clients().twin(key.clientId())
                : ports.clients().find(key.clientId());
        return client.filter(open -> open.deletedAt() == null);
    }
}
