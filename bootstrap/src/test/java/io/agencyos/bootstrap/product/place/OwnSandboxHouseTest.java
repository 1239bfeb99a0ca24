package io.agencyos.bootstrap.product.place;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.adapters.out.memory.kernel.MovableClock;
import io.agencyos.adapters.out.sandbox.SandboxHouse;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sandbox inside the installation. */
class OwnSandboxHouseTest {

    private final MovableClock clock = new MovableClock(Instant.parse("2026-03-02T00:00:00Z"));

    @TempDir
    Path folder;

    private SandboxHouse.Keeping keeping() {
        return SandboxHouse.Keeping.here(Optional.of(folder)).told();
    }

    @Test // the dead process before this one counts for a minute; on the embedded database nobody else can be alive
    void whoever_holds_the_embedded_database_is_alone_whatever_is_counted() {
        try (OwnSandboxHouse house = OwnSandboxHouse.ofTheOnlyProcess(keeping(), clock)) {
            house.sharedBy(2);

            assertThat(house.address()).isPresent();
        }
    }

    @Test
    void several_processes_at_an_external_database_have_none_until_one_is_left() {
        try (OwnSandboxHouse house = new OwnSandboxHouse(keeping(), clock)) {
            Optional<URI> before = house.address();
            house.sharedBy(2);
            assertThat(house.address()).isEmpty();

            house.sharedBy(1);
            assertThat(house.address()).isPresent().isEqualTo(before);
        }
    }

    @Test
    void a_folder_that_another_sandbox_keeps_is_left_alone_until_it_is_free() {
        try (OwnSandboxHouse house = new OwnSandboxHouse(keeping(), clock)) {
            try (SandboxHouse other = SandboxHouse.open(keeping(), clock::now)) {
                assertThat(other.size()).isZero();
                assertThat(house.address()).isEmpty();
            }

            assertThat(house.address()).isPresent();
        }
    }

    @Test // api 9.2: everything of a client goes
    void a_world_is_forgotten_whether_anybody_came_since_the_start_or_not() throws Exception {
        String door = SandboxHouse.door("twin-1", "key");
        Path file = folder.resolve(door.substring("/t/".length()) + ".jsonl");
        try (OwnSandboxHouse house = new OwnSandboxHouse(keeping(), clock)) {
            Files.writeString(file, "");
            assertThat(house.forget(door)).isTrue();
            assertThat(file).doesNotExist();
            assertThat(house.isOpen()).as("for that nobody comes in").isFalse();

            house.address();
            Files.writeString(file, "");
            assertThat(house.forget(door)).isTrue();
            assertThat(file).doesNotExist();
        }
    }
}
