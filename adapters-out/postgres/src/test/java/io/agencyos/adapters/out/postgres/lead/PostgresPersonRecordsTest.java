package io.agencyos.adapters.out.postgres.lead;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.adapters.out.postgres.testing.FreshDatabase;
import io.agencyos.application.lead.PersonRecordsContract;
import io.agencyos.application.lead.privacy.PersonRecords;
import io.agencyos.application.lead.store.Leads;
import io.agencyos.application.lead.store.Suppressions;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.application.testing.Leadbook;
import io.agencyos.domain.lead.IdentityKey;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.lead.SuppressionKeyType;
import io.agencyos.domain.shared.contact.EmailAddress;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.PoolPersonId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The kit; that every table is looked into is shown by {@code PersonErasureTest}. */
class PostgresPersonRecordsTest extends PersonRecordsContract {

    @RegisterExtension
    static final FreshDatabase database = new FreshDatabase();

    @Override
    protected PersonRecords records() {
        return new PostgresPersonRecords();
    }

    @Override
    protected UnitOfWork units() {
        return database.unitOfWork();
    }

    @Override
    protected Leads leads() {
        return new PostgresLeads();
    }

    @Test // data model 5.11: the pool may know a person by more than the client does
    void what_the_pool_knows_a_person_by_is_a_key_too() {
        ClientId client = new ClientId(UUID.randomUUID());
        PoolPersonId id = new PoolPersonId(UUID.randomUUID());
        Lead lead = Leadbook.lead(client, 417, "Asha").change().poolPersonId(id).lead();
        EmailAddress former = new EmailAddress("asha@before.example");
        List<IdentityKey> known = List.of(
                new IdentityKey(IdentityKey.Kind.EMAIL, former.key().value()),
                new IdentityKey(IdentityKey.Kind.LINKEDIN, "in/asha-before"),
                new IdentityKey(IdentityKey.Kind.PHONE_NAME, "+61491570158|asha"),
                new IdentityKey(IdentityKey.Kind.VENDOR_ID, "apollo:417"));
        units().inTenant(TenantScope.worker(client), () -> {
            new PostgresPoolPeople(() -> Leadbook.MONDAY, UUID::randomUUID)
                    .insertAll(Map.of(Leadbook.poolPerson(id, lead.contact(), "Asha"), known));
            leads().insertAll(List.of(lead));
        });

        List<PersonRecords.Held> held = units().inTenant(
                        TenantScope.worker(client),
                        () -> records()
                                .held(
                                        client,
                                        Objects.requireNonNull(lead.contact().email())
                                                .key()));

        assertThat(held).singleElement().satisfies(one -> {
            assertThat(one.keys())
                    .contains(
                            new Suppressions.Key(SuppressionKeyType.EMAIL, "asha@before.example"),
                            new Suppressions.Key(SuppressionKeyType.LINKEDIN, "in/asha-before"),
                            new Suppressions.Key(SuppressionKeyType.PHONE, "+61491570158"))
                    .noneMatch(key -> key.value().contains("apollo"));
            assertThat(one.traces()).contains("asha@before.example");
        });
    }
}
