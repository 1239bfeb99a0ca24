package io.agencyos.adapters.out.postgres.platform;

import io.agencyos.adapters.out.postgres.client.PostgresSigningKeys;
import io.agencyos.adapters.out.postgres.lead.PostgresPrivacyRequests;
import io.agencyos.adapters.out.postgres.testing.FreshDatabase;
import io.agencyos.application.client.identity.store.SigningKeys;
import io.agencyos.application.client.identity.store.SigningKeys.StoredKey;
import io.agencyos.application.lead.privacy.PrivacyRequests;
import io.agencyos.application.platform.secret.DataKeys;
import io.agencyos.application.platform.secret.SealedPlace;
import io.agencyos.application.platform.secret.SealedRows;
import io.agencyos.application.platform.secret.SealedRowsContract;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.application.testing.Leadbook;
import io.agencyos.domain.lead.PrivacyRequest;
import io.agencyos.domain.lead.PrivacyRequest.Kind;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.PrivacyRequestId;
import io.agencyos.domain.shared.id.UserId;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The kit, by one column of text and one of bytes; that no column is missing is shown by {@code SealedColumnsTest}. */
class PostgresSealedRowsTest extends SealedRowsContract {

    @RegisterExtension
    static final FreshDatabase database = new FreshDatabase();

    private final PrivacyRequests requests = new PostgresPrivacyRequests();
    private final SigningKeys signing = new PostgresSigningKeys();

    @Override
    protected SealedRows rows() {
        return new PostgresSealedRows();
    }

    @Override
    protected DataKeys keys() {
        return new PostgresDataKeys(database.database().besideUnits());
    }

    @Override
    protected UnitOfWork units() {
        return database.unitOfWork();
    }

    @Override
    protected SealedPlace store(@Nullable ClientId client, String sealed) {
        UUID id = UUID.randomUUID();
        if (client == null) {
            return units().onPlatform(() -> {
                signing.insert(new StoredKey(id.toString(), "{}", sealed, Leadbook.MONDAY, null));
                return SealedPlace.ofPlatform("signing_key", "private_ciphertext", id.toString());
            });
        }
        return units().inTenant(TenantScope.worker(client), () -> {
            requests.insert(PrivacyRequest.opened(
                    new PrivacyRequestId(id), client, Kind.ACCESS, sealed, new UserId(id), Leadbook.MONDAY));
            return new SealedPlace("privacy_request", "subject_ciphertext", id.toString(), client);
        });
    }

    @Override
    protected String stored(SealedPlace place) {
        ClientId client = place.client();
        if (client == null) {
            return units().onPlatform(() -> signing.all().stream()
                    .filter(key -> key.kid().equals(place.row()))
                    .map(StoredKey::privateCiphertext)
                    .findFirst()
                    .orElseThrow());
        }
        PrivacyRequestId id = new PrivacyRequestId(UUID.fromString(place.row()));
        return Objects.requireNonNull(units().inTenant(
                        TenantScope.worker(client),
                        () -> requests.find(client, id).orElseThrow())
                .subject());
    }
}
