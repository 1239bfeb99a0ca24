package io.agencyos.application.client.access;

import io.agencyos.application.platform.Actors;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.IdSource;
import io.agencyos.application.shared.RandomSource;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.client.ClientMode;
import io.agencyos.domain.client.identity.ApiKey;
import io.agencyos.domain.platform.AuditAction;
import io.agencyos.domain.platform.AuditEntry;
import io.agencyos.domain.platform.AuditEntry.Change;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.shared.Digests;
import io.agencyos.domain.shared.id.ApiKeyId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Counting and adding happen under one lock, so that two admins do not make the twenty-first key together. */
final class KeepApiKeysService implements KeepApiKeys {

    private static final Duration LIFE = Duration.ofDays(90);

    private final AccessPorts ports;
    private final UnitOfWork units;
    private final ClockPort clock;
    private final IdSource ids;
    private final RandomSource random;

    KeepApiKeysService(AccessPorts ports, UnitOfWork units, ClockPort clock, IdSource ids, RandomSource random) {
        this.ports = ports;
        this.units = units;
        this.clock = clock;
        this.ids = ids;
        this.random = random;
    }

    @Override
    public Outcome make(TenantScope scope, Wish wish, Origin origin) {
        Instant now = clock.now();
        Instant end = wish.expiresAt().orElse(now.plus(LIFE));
        if (!end.isAfter(now) || end.isAfter(now.plus(Duration.ofDays(LONGEST_DAYS)))) {
            return new Outcome.EndOutOfRange();
        }
        KeyText.Made text = KeyText.make(scope.clientId(), wish.mode(), random);
        ApiKey key = new ApiKey(
                new ApiKeyId(ids.next()),
                scope.clientId(),
                wish.name(),
                wish.mode(),
                wish.scopes(),
                wish.roleCap(),
                wish.networks(),
                text.prefix(),
                Digests.sha256Hex(text.text().reveal()),
                Objects.requireNonNull(scope.userId(), "only a person makes a key"),
                now,
                end,
                null,
                null);
        return units.onPlatform(() -> {
            if (!isLive(scope)) {
                return new Outcome.NotEligible();
            }
            long good = ports.keys().of(scope.clientId()).stream()
                    .filter(other -> other.isGood(now))
                    .count();
            if (good >= LIMIT) {
                return new Outcome.LimitReached((int) good);
            }
            ports.keys().insert(key);
            audit(scope, AuditAction.CREATE, key.id().value(), Map.of("name", new Change(null, key.name())), origin);
            return new Outcome.Made(key, text.text());
        });
    }

    private boolean isLive(TenantScope scope) {
        return ports.clients()
                .findForUpdate(scope.clientId())
                .filter(client -> client.mode() == ClientMode.LIVE)
                .isPresent();
    }

    @Override
    public List<Listed> list(TenantScope scope) {
        Instant now = clock.now();
        return units.onPlatform(() -> {
            List<UUID> members = ports.users().members(scope.clientId()).stream()
                    .map(member -> member.user().id().value())
                    .toList();
            return ports.keys().of(scope.clientId()).stream()
                    .map(key ->
                            new Listed(key, !members.contains(key.createdBy().value()), key.isGood(now)))
                    .toList();
        });
    }

    @Override
    public boolean revoke(TenantScope scope, ApiKeyId id, Origin origin) {
        return units.onPlatform(() -> {
            boolean revoked = ports.keys().revoke(scope.clientId(), id, clock.now());
            if (revoked) {
                audit(scope, AuditAction.DELETE, id.value(), Map.of(), origin);
            }
            return revoked;
        });
    }

    private void audit(TenantScope scope, AuditAction action, UUID key, Map<String, Change> changes, Origin origin) {
        ports.audit()
                .append(new AuditEntry(
                        ids.next(),
                        clock.now(),
                        scope.clientId(),
                        Actors.of(scope),
                        action,
                        AuditEntry.Outcome.OK,
                        "api_key",
                        key,
                        changes,
                        Map.of(),
                        origin));
    }
}
