package io.agencyos.adapters.in.http.route;

import io.agencyos.application.client.access.ApiKeyCaller;
import io.agencyos.application.client.identity.session.Principal;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.platform.AuditEntry.Origin;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A request that passed every check of its route: who may, what, on which version. A handler never sees a malformed id,
 * an unknown member or a foreign client.
 *
 * @param body the parsed body; {@link None} where the route takes none
 * @param caller the signed-in person, empty on public routes and for keys
 * @param key the program, where a key was shown
 * @param tenant the scope of the path's client, empty outside {@code /clients/{client_id}}
 * @param pathParams raw; those named {@code id} or {@code …_id} are well-formed UUIDs
 * @param page which part of the list; present on list routes only
 * @param ifMatch the version the caller read; present where the route requires it of the caller
 * @param orderKey the Idempotency-Key, where one was sent; work that survives a crash is begun under it
 * @param media what the answer shall rather be than JSON, of what the route declares; empty for JSON
 * @param lastEventId of a stream that goes on, where one was sent
 * @param files file parts by name, on upload routes
 * @param form text parts by name, on upload routes
 */
public record Call<Q>(
        Q body,
        Optional<Principal> caller,
        Optional<ApiKeyCaller> key,
        Optional<TenantScope> tenant,
        Map<String, String> pathParams,
        Query query,
        Optional<Paging> page,
        Optional<Integer> ifMatch,
        Optional<String> orderKey,
        Optional<String> media,
        Optional<String> lastEventId,
        Map<String, Upload> files,
        Map<String, String> form,
        Origin origin,
        String path) {

    /** Names whoever sends it, person or program; a defect on a public route. */
    public String callerId() {
        return key.map(program -> program.key().id().text())
                .orElseGet(() -> principal().userId().text());
    }

    /** The signed-in person; a defect on a public route, and on one that is open to keys. */
    public Principal principal() {
        return caller.orElseThrow();
    }

    /** The acting tenant; a defect outside a client's routes. */
    public TenantScope scope() {
        return tenant.orElseThrow();
    }

    public Paging paging() {
        return page.orElseThrow();
    }

    /** The same for another part of the list. */
    public Call<Q> at(Paging other) {
        return new Call<>(
                body,
                caller,
                key,
                tenant,
                pathParams,
                query,
                Optional.of(other),
                ifMatch,
                orderKey,
                media,
                lastEventId,
                files,
                form,
                origin,
                path);
    }

    /** The version that If-Match names; null where a program left it out, which few routes allow. */
    public @Nullable Integer sentVersion() {
        return ifMatch.orElse(null);
    }

    /** The version that If-Match names; a defect where the route does not require it. */
    public int expectedVersion() {
        return ifMatch.orElseThrow();
    }

    public <T> T id(String name, Function<UUID, T> type) {
        return type.apply(UUID.fromString(text(name)));
    }

    public String text(String name) {
        String value = pathParams.get(name);
        if (value == null) {
            throw new IllegalArgumentException("the route's path has no {" + name + "}");
        }
        return value;
    }
}
