package io.agencyos.application.platform.secret;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.application.platform.secret.DataKeys.DataKey;
import io.agencyos.application.platform.secret.SealedRows.Resealed;
import io.agencyos.application.platform.secret.SealedRows.SealedRow;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.shared.id.ClientId;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What everything that knows where sealed texts stand must do. Each test has clients of its own. Source: api 7. */
public abstract class SealedRowsContract {

    protected abstract SealedRows rows();

    protected abstract DataKeys keys();

    protected abstract UnitOfWork units();

    /** Keeps a sealed text somewhere, a client's or the platform's; answers where. */
    protected abstract SealedPlace store(@Nullable ClientId client, String sealed);

    /** What stands there now. */
    protected abstract String stored(SealedPlace place);

    private final ClientId client = new ClientId(UUID.randomUUID());
    private final ClientId other = new ClientId(UUID.randomUUID());

    private <T> T as(@Nullable ClientId owner, Supplier<T> work) {
        return owner == null ? units().onPlatform(work) : units().inTenant(TenantScope.worker(owner), work);
    }

    private String sealed(@Nullable ClientId owner, String text) {
        DataKey key = keys().sealing(owner)
                .orElseGet(() -> keys().offer(new DataKey(UUID.randomUUID(), owner, "wrapped", "master", true)));
        return "v1:" + key.id() + ":nonce:" + text;
    }

    private List<SealedRow> outdated(@Nullable ClientId owner) {
        return as(owner, () -> rows().outdated(owner, 100));
    }

    private int replace(@Nullable ClientId owner, SealedRow row, String sealed) {
        return as(owner, () -> rows().replace(List.of(new Resealed(row, sealed))));
    }

    @Test
    void what_a_key_in_force_sealed_is_not_outdated() {
        store(client, sealed(client, "one"));

        assertThat(outdated(client)).isEmpty();
        assertThat(units().<List<ClientId>>onPlatform(() -> rows().owners())).doesNotContain(client);
    }

    @Test // no tenant sees another's data
    void what_a_retired_key_sealed_is_told_to_its_owner_alone() {
        String sealed = sealed(client, "one");
        SealedPlace place = store(client, sealed);
        SealedPlace theirs = store(other, sealed(other, "two"));
        SealedPlace ours = store(null, sealed(null, "three"));
        keys().retireAll();
        SealedPlace fresh = store(client, sealed(client, "four"));

        assertThat(units().<List<ClientId>>onPlatform(() -> rows().owners())).contains(client, other);
        assertThat(outdated(client)).containsExactly(new SealedRow(place, sealed));
        assertThat(outdated(null)).extracting(SealedRow::place).contains(ours).doesNotContain(place, theirs, fresh);
    }

    @Test
    void no_more_are_told_than_were_asked_for() {
        for (int row = 0; row < 3; row++) {
            store(client, sealed(client, "text " + row));
        }
        keys().retireAll();

        assertThat(as(client, () -> rows().outdated(client, 2))).hasSize(2);
        assertThat(outdated(client)).hasSize(3);
    }

    @Test
    void what_is_sealed_anew_is_not_told_again() {
        for (ClientId owner : new ClientId[] {client, null}) {
            SealedPlace place = store(owner, sealed(owner, "old"));
            keys().retireAll();
            SealedRow before = outdated(owner).stream()
                    .filter(row -> row.place().equals(place))
                    .findFirst()
                    .orElseThrow();
            String anew = sealed(owner, "new");

            assertThat(replace(owner, before, anew)).isEqualTo(1);

            assertThat(stored(place)).isEqualTo(anew);
            assertThat(outdated(owner)).extracting(SealedRow::place).doesNotContain(place);
        }
    }

    @Test // one that was changed meanwhile stays as it is
    void what_somebody_changed_meanwhile_is_not_overwritten() {
        SealedPlace place = store(client, sealed(client, "old"));
        keys().retireAll();
        SealedRow before = outdated(client).getFirst();
        String first = sealed(client, "first");
        replace(client, before, first);

        assertThat(replace(client, before, sealed(client, "second"))).isZero();

        assertThat(stored(place)).isEqualTo(first);
    }
}
