package io.agencyos.application.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.application.platform.export.ExportFile;
import io.agencyos.application.platform.export.ExportFiles;
import io.agencyos.application.platform.export.SheetFormat;
import io.agencyos.application.platform.flow.run.Run;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.application.testing.Leadbook;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.RunId;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Files on their way out; every store passes it. */
public abstract class ExportFilesContract {

    private static final Instant NOW = Leadbook.MONDAY;
    private static final byte[] ONE = {1};
    private static final byte[] TWO = {2, 2};

    private final ClientId client = new ClientId(UUID.randomUUID());
    private final ClientId other = new ClientId(UUID.randomUUID());

    protected abstract UnitOfWork units();

    protected abstract ExportFiles files();

    private <T> T in(ClientId of, Supplier<T> work) {
        return units().inTenant(TenantScope.worker(of), work);
    }

    private ExportFile file(ClientId of, Instant at) {
        return new ExportFile(new RunId(UUID.randomUUID()), of, "leads", SheetFormat.CSV, Role.ADMIN, at, null);
    }

    private ExportFile begun(Instant at) {
        ExportFile file = file(client, at);
        return in(client, () -> {
            files().begin(file);
            files().begin(file);
            files().put(client, file.id(), 0, TWO);
            files().put(client, file.id(), 1, TWO);
            files().put(client, file.id(), 0, ONE);
            return file;
        });
    }

    @Test // api 1.7: a part that is written again after a crash stands once; whole once
    void a_file_is_kept_in_parts_until_it_is_whole() {
        ExportFile file = begun(NOW);
        Instant hour = NOW.plus(Duration.ofHours(1));

        assertThat(in(client, () -> files().find(client, file.id()))).contains(file);
        assertThat(in(client, () -> files().finish(client, file.id(), hour))).isTrue();
        assertThat(in(client, () -> files().finish(client, file.id(), NOW))).isFalse();
        assertThat(in(client, () -> files().find(client, file.id()))
                        .orElseThrow()
                        .expiresAt())
                .isEqualTo(hour);
        assertThat(in(client, () -> files().part(client, file.id(), 0)).orElseThrow())
                .containsExactly(ONE);
        assertThat(in(client, () -> files().part(client, file.id(), 1)).orElseThrow())
                .containsExactly(TWO);
        assertThat(in(client, () -> files().part(client, file.id(), 2))).isEmpty();
    }

    @Test // api 4: another client neither finds it nor reads a part of it
    void a_file_is_its_clients_own() {
        ExportFile file = begun(NOW);

        assertThat(in(other, () -> files().find(client, file.id()))).isEmpty();
        assertThat(in(other, () -> files().part(client, file.id(), 0))).isEmpty();
        assertThat(in(other, () -> files().find(other, file.id()))).isEmpty();
    }

    @Test // api 9.14: erased people leave in no file that is still there, nor in one that is being made
    void a_client_takes_its_files_back_and_nobody_elses() {
        ExportFile mine = begun(NOW);
        ExportFile others = file(other, NOW);
        in(other, () -> {
            files().begin(others);
            return files().put(other, others.id(), 0, ONE);
        });

        assertThat(in(client, () -> files().withdraw(client))).isEqualTo(1);

        assertThat(in(client, () -> files().find(client, mine.id()))).isEmpty();
        assertThat(in(client, () -> files().part(client, mine.id(), 0))).isEmpty();
        assertThat(in(client, () -> files().put(client, mine.id(), 2, TWO))).isFalse();
        assertThat(in(client, () -> files().part(client, mine.id(), 2))).isEmpty();
        assertThat(in(other, () -> files().part(other, others.id(), 0))).isPresent();
    }

    @Test // api 9.6: for a time; 9.17: those of staff under the platform's id
    void old_files_go_with_their_parts() {
        ExportFile old = begun(NOW.minus(Duration.ofDays(400)));
        ExportFile staffs = file(Run.PLATFORM, NOW.minus(Duration.ofDays(400)));
        ExportFile fresh = begun(NOW);
        units().onPlatform(() -> {
            files().begin(staffs);
            files().put(Run.PLATFORM, staffs.id(), 0, ONE);
        });
        assertThat(units().onPlatform(() -> files().find(Run.PLATFORM, staffs.id())))
                .contains(staffs);
        Supplier<Integer> sweep = () -> files().discardBefore(NOW.minus(Duration.ofDays(399)), 10);

        assertThat(units().onPlatform(sweep)).isEqualTo(2);
        assertThat(units().onPlatform(() -> files().find(Run.PLATFORM, staffs.id())))
                .isEmpty();
        assertThat(in(client, () -> files().find(client, old.id()))).isEmpty();
        assertThat(in(client, () -> files().part(client, old.id(), 0))).isEmpty();
        assertThat(in(client, () -> files().find(client, fresh.id()))).contains(fresh);
    }
}
