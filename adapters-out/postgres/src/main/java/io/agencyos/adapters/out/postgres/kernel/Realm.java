package io.agencyos.adapters.out.postgres.kernel;

import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.shared.id.ClientId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps what twins write into tables of the platform apart from everybody else's: their keys begin with a word of their own,
 * so that nobody finds them but the same twin. Source: data model 5.1.
 */
public final class Realm {

    private static final String LIVE = "";
    /** A client's mode never changes. */
    private static final Map<ClientId, String> KNOWN = new ConcurrentHashMap<>();

    private Realm() {}

    /** What keys begin with in the open unit; empty for live clients and the platform. */
    public static String prefix() {
        TenantScope scope = Db.scopeOrPlatform();
        if (scope == null) {
            return LIVE;
        }
        String known = KNOWN.get(scope.clientId());
        return known != null ? known : asked(scope.clientId());
    }

    /** Whether the open unit is a twin's. */
    public static boolean isTwin() {
        return !prefix().isEmpty();
    }

    private static String asked(ClientId client) {
        return Db.query("select mode = 'test' from client where client_id = :client")
                .bind("client", client)
                .mapTo(Boolean.class)
                .findOne()
                .map(test -> {
                    String prefix = test ? "t:" + client.text() + ":" : LIVE;
                    KNOWN.put(client, prefix);
                    return prefix;
                })
                .orElse(LIVE);
    }
}
