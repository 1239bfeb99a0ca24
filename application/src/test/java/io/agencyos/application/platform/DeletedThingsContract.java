package io.agencyos.application.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.application.platform.DeletedThings.Kind;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.shared.id.ClientId;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every store tells of deleted rows. Source: api 1.1. */
public abstract class DeletedThingsContract {

    protected abstract DeletedThings things();

    protected abstract UnitOfWork units();

    /** A client with nothing in it. */
    protected abstract ClientId client();

    /** Puts one there. */
    protected abstract UUID made(ClientId client, Kind kind);

    protected abstract void delete(ClientId client, Kind kind, UUID id);

    @ParameterizedTest // api 1.1: a deleted resource answers 410 to members of its client, 404 to others
    @EnumSource(Kind.class)
    void what_was_deleted_is_told_to_its_own_client_alone(Kind kind) {
        ClientId own = client();
        ClientId other = client();
        UUID id = made(own, kind);
        assertThat(told(own, own, kind, id)).isFalse();

        delete(own, kind, id);

        assertThat(told(own, own, kind, id)).isTrue();
        assertThat(told(own, own, kind, UUID.randomUUID())).as("what never was").isFalse();
        assertThat(told(other, other, kind, id)).as("another client").isFalse();
        assertThat(told(other, own, kind, id)).as("in another client's unit").isFalse();
    }

    private boolean told(ClientId unit, ClientId asked, Kind kind, UUID id) {
        return units().reading(TenantScope.worker(unit), () -> things().isDeleted(asked, kind, id));
    }
}
