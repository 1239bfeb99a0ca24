package io.agencyos.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A place that cannot be used, or has no room: one sentence at the start. Source: issue 2 section 6. */
class UnusableMachineTest {

    @TempDir
    Path folder;

    @Test
    void a_place_that_cannot_be_written_is_named() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        for (String command : new String[] {"migrate", "serve", "demo"}) {
            Terminal terminal = new Terminal(file.resolve("data"));

            assertThat(terminal.run(Map.of("AGENCYOS_PORT", "0"), command))
                    .as(command)
                    .isEqualTo(1);
            assertThat(terminal.err().lines())
                    .as(command)
                    .singleElement()
                    .asString()
                    .startsWith("agency-os: ")
                    .contains(file.resolve("data").toString(), "AGENCYOS_DATA_DIR");
        }
        Terminal doctor = new Terminal(file.resolve("data"));
        assertThat(doctor.run("doctor")).isEqualTo(1);
        assertThat(doctor.err()).isEmpty();
        assertThat(doctor.out()).contains("FAULT data", "FAULT database");
    }

    @Test
    void a_port_that_somebody_has_is_named_before_anything_is_started() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Terminal terminal = new Terminal(folder.resolve("data"));
            String port = Integer.toString(taken.getLocalPort());

            assertThat(terminal.run(Map.of("AGENCYOS_PORT", port), "serve")).isEqualTo(1);
            assertThat(terminal.err().lines()).singleElement().asString().contains("port " + port, "AGENCYOS_PORT");
            assertThat(folder.resolve("data")).doesNotExist();
        }
    }

    /** Files that may not grow behave like a disk without room. */
    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void a_disk_without_room_is_told_and_the_next_start_with_room_works() throws Exception {
        Path data = folder.resolve("data");
        Process migrate = cramped(data);
        assertThat(migrate.waitFor(1, TimeUnit.MINUTES)).isTrue();
        String said = Files.readString(folder.resolve("said"));

        assertThat(migrate.exitValue()).as(said).isEqualTo(1);
        assertThat(said.lines())
                .filteredOn(line -> !line.isBlank())
                .as(said)
                .singleElement()
                .asString()
                .startsWith("agency-os: ")
                .contains(data.toString(), "File too large");

        Terminal roomy = new Terminal(data);
        assertThat(roomy.run("migrate")).as(roomy.err()).isZero();
    }

    private Process cramped(Path data) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                "/bin/sh",
                "-c",
                "ulimit -f 8000; exec \"$0\" \"$@\"",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-XX:-UsePerfData",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "migrate");
        builder.environment().keySet().removeIf(key -> key.startsWith("AGENCYOS_"));
        builder.environment().put("AGENCYOS_DATA_DIR", data.toString());
        return builder.redirectErrorStream(true)
                .redirectOutput(folder.resolve("said").toFile())
                .start();
    }
}
