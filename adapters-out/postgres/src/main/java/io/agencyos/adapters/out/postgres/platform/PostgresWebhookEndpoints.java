package io.agencyos.adapters.out.postgres.platform;

import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.adapters.out.postgres.kernel.Json;
import io.agencyos.adapters.out.postgres.kernel.Rows;
import io.agencyos.application.platform.secret.SealedPlace;
import io.agencyos.application.platform.secret.Sealer;
import io.agencyos.application.platform.webhook.WebhookEndpoints;
import io.agencyos.application.shared.ConcurrentUpdate;
import io.agencyos.domain.platform.EventName;
import io.agencyos.domain.platform.webhook.WebhookEndpoint;
import io.agencyos.domain.platform.webhook.WebhookEndpoint.Header;
import io.agencyos.domain.platform.webhook.WebhookEndpoint.Standing;
import io.agencyos.domain.platform.webhook.WebhookEndpoint.Wish;
import io.agencyos.domain.platform.webhook.WebhookSecret;
import io.agencyos.domain.platform.webhook.WebhookUrl;
import io.agencyos.domain.shared.SecretText;
import io.agencyos.domain.shared.Vocabulary;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.WebhookEndpointId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;

/** Endpoints in {@code webhook_endpoint}, with secrets and headers sealed for their row. */
public final class PostgresWebhookEndpoints implements WebhookEndpoints {

    private final Sealer sealer;

    public PostgresWebhookEndpoints(Sealer sealer) {
        this.sealer = sealer;
    }

    @Override
    public void insert(WebhookEndpoint endpoint) {
        bound(Db.stamping("""
            insert into webhook_endpoint (client_id, id, name, url, events, headers_ciphertext, secret_ciphertext,
                   previous_ciphertext, previous_until, timeout_ms, max_attempts, is_active, created_at, updated_at,
                   row_version)
            values (:client, :id, :name, :url, :events, :headers, :secret, :previous, :until, :timeout, :attempts,
                   :active, :at, :moment, :version)
            """), endpoint).bind("at", endpoint.createdAt()).execute();
    }

    @Override
    public List<WebhookEndpoint> of(ClientId client) {
        return Db.query("""
            select * from webhook_endpoint where client_id = :client and deleted_at is null order by created_at, id
            """)
                .bind("client", client)
                .map((row, context) -> read(row))
                .list();
    }

    @Override
    public Optional<WebhookEndpoint> find(ClientId client, WebhookEndpointId id) {
        return Db.query("select * from webhook_endpoint where client_id = :client and id = :id and deleted_at is null")
                .bind("client", client)
                .bind("id", id)
                .map((row, context) -> read(row))
                .findOne();
    }

    @Override
    public WebhookEndpoint update(WebhookEndpoint endpoint) {
        Standing standing = endpoint.standing();
        int changed = bound(Db.stamping("""
            update webhook_endpoint
               set name = :name, url = :url, events = :events, headers_ciphertext = :headers, secret_ciphertext = :secret,
                   previous_ciphertext = :previous, previous_until = :until, timeout_ms = :timeout,
                   max_attempts = :attempts, is_active = :active, disabled_reason = :reason, disabled_at = :disabled,
                   failing_since = :failing, updated_at = :moment, row_version = row_version + 1
             where client_id = :client and id = :id and row_version = :version and deleted_at is null
            """), endpoint)
                .bind("reason", standing.disabledReason())
                .bindByType("disabled", standing.disabledAt(), Instant.class)
                .bindByType("failing", standing.failingSince(), Instant.class)
                .execute();
        if (changed == 0) {
            throw new ConcurrentUpdate("webhook endpoint " + endpoint.id());
        }
        return endpoint.atVersion(endpoint.version() + 1);
    }

    @Override
    public void updateStanding(WebhookEndpoint endpoint) {
        Standing standing = endpoint.standing();
        Db.stamping("""
            update webhook_endpoint
               set is_active = is_active and :active, disabled_reason = coalesce(disabled_reason, :reason),
                   disabled_at = coalesce(disabled_at, :disabled), last_success_at = :success,
                   last_failure_at = :failure, failing_since = :failing, updated_at = :moment
             where client_id = :client and id = :id and deleted_at is null
            """)
                .bind("client", endpoint.clientId())
                .bind("id", endpoint.id())
                .bind("active", standing.active())
                .bind("reason", standing.disabledReason())
                .bindByType("disabled", standing.disabledAt(), Instant.class)
                .bindByType("success", standing.lastSuccessAt(), Instant.class)
                .bindByType("failure", standing.lastFailureAt(), Instant.class)
                .bindByType("failing", standing.failingSince(), Instant.class)
                .execute();
    }

    @Override
    public void delete(WebhookEndpoint endpoint) {
        int changed = Db.stamping("""
            update webhook_endpoint
               set deleted_at = :moment, is_active = false, disabled_at = coalesce(disabled_at, :moment), updated_at = :moment,
                   row_version = row_version + 1
             where client_id = :client and id = :id and row_version = :version and deleted_at is null
            """)
                .bind("client", endpoint.clientId())
                .bind("id", endpoint.id())
                .bind("version", endpoint.version())
                .execute();
        if (changed == 0) {
            throw new ConcurrentUpdate("webhook endpoint " + endpoint.id());
        }
    }

    private <S extends SqlStatement<S>> S bound(S statement, WebhookEndpoint endpoint) {
        Wish wish = endpoint.wish();
        return statement
                .bind("client", endpoint.clientId())
                .bind("id", endpoint.id())
                .bind("name", wish.name())
                .bind("url", wish.url().uri().toString())
                .bind(
                        "events",
                        wish.events().stream().map(EventName::wire).sorted().toArray(String[]::new))
                .bind(
                        "headers",
                        sealer.sealText(headers(wish), place("headers_ciphertext", endpoint.clientId(), endpoint.id())))
                .bind("secret", sealed("secret_ciphertext", endpoint.secret(), endpoint))
                .bind(
                        "previous",
                        endpoint.previous() == null
                                ? null
                                : sealed("previous_ciphertext", endpoint.previous(), endpoint))
                .bindByType("until", endpoint.previousUntil(), Instant.class)
                .bind("timeout", wish.timeout().toMillis())
                .bind("attempts", wish.maxAttempts())
                .bind("active", endpoint.standing().active())
                .bind("version", endpoint.version());
    }

    private String sealed(String column, WebhookSecret secret, WebhookEndpoint endpoint) {
        return sealer.sealText(secret.text().reveal(), place(column, endpoint.clientId(), endpoint.id()));
    }

    private static SealedPlace place(String column, ClientId client, WebhookEndpointId id) {
        return new SealedPlace("webhook_endpoint", column, id.text(), client);
    }

    private static String headers(Wish wish) {
        Map<String, String> headers = new LinkedHashMap<>();
        wish.headers().forEach(header -> headers.put(header.name(), header.value()));
        return Json.of(headers).text();
    }

    private WebhookEndpoint read(ResultSet row) throws SQLException {
        WebhookEndpointId id = Rows.id(row, "id", WebhookEndpointId::new);
        ClientId client = Rows.id(row, "client_id", ClientId::new);
        Map<String, String> headers = new Json(
                        sealer.openText(Rows.text(row, "headers_ciphertext"), place("headers_ciphertext", client, id)))
                .as(new TypeReference<LinkedHashMap<String, String>>() {});
        Wish wish = new Wish(
                Rows.text(row, "name"),
                WebhookUrl.parse(Rows.text(row, "url")).orElseThrow(),
                Rows.texts(row, "events").stream()
                        .map(word -> Vocabulary.parse(EventName.class, word).orElseThrow())
                        .collect(Collectors.toUnmodifiableSet()),
                headers.entrySet().stream()
                        .map(header -> new Header(header.getKey(), header.getValue()))
                        .toList(),
                Duration.ofMillis(row.getInt("timeout_ms")),
                row.getInt("max_attempts"));
        return new WebhookEndpoint(
                id,
                client,
                wish,
                secret(Rows.text(row, "secret_ciphertext"), place("secret_ciphertext", client, id)),
                previous(row.getString("previous_ciphertext"), place("previous_ciphertext", client, id)),
                Rows.instantOrNull(row, "previous_until"),
                new Standing(
                        row.getBoolean("is_active"),
                        row.getString("disabled_reason"),
                        Rows.instantOrNull(row, "disabled_at"),
                        Rows.instantOrNull(row, "last_success_at"),
                        Rows.instantOrNull(row, "last_failure_at"),
                        Rows.instantOrNull(row, "failing_since")),
                Rows.instant(row, "created_at"),
                row.getInt("row_version"));
    }

    private @Nullable WebhookSecret previous(@Nullable String sealed, SealedPlace place) {
        return sealed == null ? null : secret(sealed, place);
    }

    private WebhookSecret secret(String sealed, SealedPlace place) {
        return new WebhookSecret(new SecretText(sealer.openText(sealed, place)));
    }
}
