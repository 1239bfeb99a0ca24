package io.agencyos.adapters.in.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.application.conversation.Unsubscribe;
import io.agencyos.domain.shared.contact.EmailAddress;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The command as a person types it, on logs as proxies write them. */
class OptOutsCommandTest {

    @TempDir
    Path folder;

    private final List<String> granted = new ArrayList<>();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    /** Knows every link that begins as ours do. */
    private final class OurLinks implements OptOutDesk, Unsubscribe {

        @Override
        public Unsubscribe unsubscribe() {
            return this;
        }

        @Override
        public Optional<String> byLink(String token, @Nullable String reason) {
            granted.add(token);
            return Optional.of("Northlight").filter(name -> token.startsWith("AQ"));
        }

        @Override
        public void byAddress(EmailAddress address) {
            throw new AssertionError("a log names no address");
        }

        @Override
        public void close() {}
    }

    private int run(Path... logs) {
        List<String> line = new ArrayList<>();
        for (Path log : logs) {
            line.add(log.toString());
        }
        return new CommandLine(new OptOutsCommand(OurLinks::new))
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(line.toArray(String[]::new));
    }

    @Test // api 9.1: GET and HEAD never unsubscribe
    void whoever_pressed_the_button_is_opted_out_again_and_who_only_looked_is_not() throws IOException {
        Path log = Files.writeString(folder.resolve("access.log"), """
            203.0.113.7 - - [02/Mar/2026:02:11:09 +0000] "GET /u/AQlooked HTTP/1.1" 200 812
            203.0.113.7 - - [02/Mar/2026:02:11:12 +0000] "POST /u/AQpressed-1_x HTTP/1.1" 200 790
            203.0.113.7 - - [02/Mar/2026:02:11:19 +0000] "POST /u/AQpressed-1_x?again=1 HTTP/1.1" 200 801
            203.0.113.9 - - [02/Mar/2026:02:12:00 +0000] "POST /u HTTP/1.1" 202 400
            203.0.113.9 - - [02/Mar/2026:02:12:01 +0000] "POST /api/v1/auth/login HTTP/1.1" 200 99
            {"request":{"host":"agency.example","uri":"/u/AQother","method":"POST"},"status":200}
            """);
        Files.write(folder.resolve("strange.log"), new byte[] {(byte) 0xff, (byte) 0xfe, '\n'});
        Path packed = folder.resolve("access.log.1.gz");
        try (OutputStream old = new GZIPOutputStream(Files.newOutputStream(packed))) {
            old.write("\"POST /u/AQearlier HTTP/2.0\" 200\n".getBytes(StandardCharsets.UTF_8));
        }

        assertThat(run(log, packed, folder.resolve("strange.log"))).isZero();

        assertThat(granted).containsExactly("AQpressed-1_x", "AQother", "AQearlier");
        assertThat(out.toString()).contains("3 opt-outs in the log");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void links_of_another_installation_are_told_and_do_not_hold_up_the_others() throws IOException {
        Path log = Files.writeString(
                folder.resolve("access.log"), "\"POST /u/forged HTTP/1.1\" 404\n\"POST /u/AQours HTTP/1.1\" 200\n");

        assertThat(run(log)).isEqualTo(1);

        assertThat(granted).containsExactly("forged", "AQours");
        assertThat(out.toString()).contains("1 opt-outs in the log");
        assertThat(err.toString()).contains("1 links are of nobody");
    }
}
