package io.agencyos.bootstrap.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.adapters.out.sandbox.ledger.Ledger;
import io.agencyos.adapters.out.sandbox.ledger.LedgerRow;
import io.agencyos.bootstrap.Eventually;
import io.agencyos.bootstrap.MigratedData;
import io.agencyos.bootstrap.Terminal;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code agency-os demo} as a person meets it. Source: issue 2 sections 5 and 6. */
@Order(1) // long: with the first
class DemoTest {

    @TempDir
    Path folder;

    @BeforeAll
    static void asBehindTheLauncher() {
        MigratedData.forFirstStarts();
    }

    @Test
    void two_days_keep_every_promise_and_a_second_start_finds_them_lived() throws IOException {
        Path leads = DemoFolder.someLeads(folder, 150);
        DemoFolder demo = new DemoFolder(folder.resolve("data"));
        Terminal first = new Terminal(demo.data());
        // not on the common pool: two cores have one thread in it, and the HTTP client delivers its answers there
        CompletableFuture<Integer> running = CompletableFuture.supplyAsync(
                () -> first.run("demo", "--leads", leads.toString(), "--days", "2", "--exit"),
                Thread.ofPlatform()::start);
        Eventually.holds("the first has begun", () -> first.out().contains("Opening the database") || running.isDone());
        theFolderIsTaken(demo);

        assertThat(running.join()).as(first.err() + first.out()).isZero();
        theSummaryIsTheLedgers(first.out(), demo.ledger());
        assertThat(first.out())
                .as("issue 5: two days teach nothing, and it says so")
                .contains(
                        "Harbour Lane Studio: planted in the sandbox, and learned",
                        "0 of 20 bookings that learning needs",
                        "all is left open");

        assertThat(demo.home().resolve("twins")).as("nobody used a twin").doesNotExist();
        byte[] world = Files.readAllBytes(demo.world());
        Terminal second = new Terminal(demo.data());
        int vendors = demo.vendors();
        try (ServerSocket _ = new ServerSocket(vendors, 1, InetAddress.getLoopbackAddress())) {
            assertThat(second.run("demo", "--leads", leads.toString(), "--days", "2", "--exit"))
                    .as(second.err() + second.out())
                    .isZero();
        }
        assertThat(demo.vendors())
                .as("somebody else has the port of its vendors by now")
                .isNotEqualTo(vendors);
        assertThat(demo.strays())
                .as("its clock's months have partitions, whatever the machine's clock says")
                .isEqualTo("0");
        assertThat(demo.network()).as("the account followed them").contains(":" + demo.vendors() + "/");
        assertThat(second.out())
                .as("nothing is imported or lived again, and who asks for it is told so")
                .doesNotContain("Setting up", "Importing", "Living")
                .contains("goes on with the leads that it has", demo.home().toString());
        assertThat(afterOpening(second.out())).as("the same summary").isEqualTo(afterOpening(first.out()));
        assertThat(demo.world()).as("nothing reached the vendor").hasBinaryContent(world);
    }

    @Test // same leads, same days, same seed: ids included, whatever else the machine is doing
    void the_same_demonstration_tells_the_same_story() throws IOException {
        Path leads = DemoFolder.someLeads(folder, 120);
        Terminal one = new Terminal(folder.resolve("one"));
        Terminal other = new Terminal(folder.resolve("other"));
        // not on the common pool: with two cores it has one thread, which the vendors' HTTP client waits for
        CompletableFuture<Integer> running =
                CompletableFuture.supplyAsync(() -> sixDays(one, leads), Thread::startVirtualThread);

        assertThat(sixDays(other, leads)).as(other.err() + other.out()).isZero();
        assertThat(running.join()).as(one.err() + one.out()).isZero();

        assertThat(afterOpening(one.out())).isEqualTo(afterOpening(other.out()));
        DemoFolder month = new DemoFolder(folder.resolve("one"));
        assertThat(month.lateOrBroken())
                .as("every flow of a day starts in time")
                .isEmpty();
        assertThat(month.succeeded()).contains("outcome_facts", "linkedin_health", "daily_pacing");
        assertThat(sent(month))
                .as("on the fourth day people are called, on the sixth invited")
                .anyMatch(contact -> contact.contains(" EMAIL "))
                .anyMatch(contact -> contact.contains(" CALL "))
                .anyMatch(contact -> contact.contains(" INVITATION "))
                .isEqualTo(sent(new DemoFolder(folder.resolve("other"))));
        assertThat(written(month))
                .as("outreach 10.2: a model writes what those calls know")
                .isPositive()
                .isEqualTo(written(new DemoFolder(folder.resolve("other"))));
    }

    private static long written(DemoFolder demo) {
        return demo.ledger().rows().stream()
                .filter(row -> row.kind() == LedgerRow.Kind.GENERATION)
                .count();
    }

    private static int sixDays(Terminal terminal, Path leads) {
        return terminal.run("demo", "--leads", leads.toString(), "--days", "6", "--exit");
    }

    /** Who was reached how and when, in the order of time. */
    private static List<String> sent(DemoFolder demo) {
        return demo.ledger().rows().stream()
                .filter(row -> row.kind().reaches())
                .map(row -> row.at() + " " + row.kind() + " " + row.toEmail() + " " + row.subject())
                .sorted()
                .toList();
    }

    private static void theFolderIsTaken(DemoFolder demo) {
        Terminal other = new Terminal(demo.data());
        assertThat(other.run("demo", "--days", "2", "--exit")).isEqualTo(1);
        assertThat(other.out()).isEmpty();
        assertThat(other.err().lines())
                .singleElement()
                .asString()
                .startsWith("agency-os: another demonstration runs in " + demo.home());
    }

    private static void theSummaryIsTheLedgers(String summary, Ledger ledger) {
        List<LedgerRow> emails = DemoFolder.emails(ledger);
        List<long[]> steps = DemoFolder.steps(summary);
        assertThat(summary).doesNotContain("BROKEN").contains("kept    nobody was contacted twice");
        assertThat(steps)
                .hasSize(2)
                .allSatisfy(step -> assertThat(step[0]).isEqualTo(step[1] + step[2] + step[3] + step[4]));
        assertThat(emails).isNotEmpty();
        assertThat(steps.stream().mapToLong(step -> step[1]).sum()).isEqualTo(emails.size());
        assertThat(DemoFolder.sum(summary, "contacted"))
                .isEqualTo(emails.stream().map(LedgerRow::toEmail).distinct().count());
        assertThat(DemoFolder.sum(summary, "leads enrolled")).isBetween(130L, 150L);
        assertThat(ledger.doubleContacts()).isEmpty();
        assertThat(ledger.contactsAfterStop(DemoFolder.grace())).isEmpty();
    }

    /** The summary without what says how it came about. */
    private static String afterOpening(String out) {
        return out.substring(out.indexOf("2026-03-02 to "));
    }

    @Test
    void a_file_that_no_lead_can_come_of_is_refused_before_anything_is_begun() throws IOException {
        Path picture = Files.write(
                folder.resolve("logo.png"), new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13});
        refused(picture, "no column is an e-mail");
        refused(
                Files.writeString(folder.resolve("colours.csv"), "Colour,Size\nred,12\n"),
                "no column is an e-mail, a LinkedIn profile or a phone number: Colour, Size");
        refused(
                Files.writeString(folder.resolve("headers.csv"), "First Name,Email\n"),
                "there is no row below the headers");
        refused(Files.writeString(folder.resolve("nothing.csv"), ""), "The file has no rows.");
        refused(
                Files.writeString(
                        folder.resolve("quote.csv"), "Name,Email\nAda,ada@example.com\n\"Bo,bo@example.com\n"),
                "a quote is open or misplaced");
        refused(Files.createDirectory(folder.resolve("leads")), "The file cannot be read");
        refused(folder.resolve("none.csv"), "cannot be read");
    }

    private void refused(Path leads, String why) {
        Terminal terminal = new Terminal(folder.resolve("data"));
        assertThat(terminal.run("demo", "--leads", leads.toString(), "--exit")).isEqualTo(2);
        assertThat(terminal.out()).isEmpty();
        assertThat(terminal.err().lines())
                .singleElement()
                .asString()
                .startsWith("agency-os demo: --leads: " + leads)
                .contains(why);
        assertThat(folder.resolve("data")).doesNotExist();
    }

    @Test
    void a_port_that_was_asked_for_is_taken_or_refused() throws IOException {
        Path leads = DemoFolder.someLeads(folder, 1);
        DemoFolder demo = new DemoFolder(folder.resolve("data"));
        int port;
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = taken.getLocalPort();
            Terminal refused = new Terminal(demo.data());
            assertThat(refused.run("demo", "--port", Integer.toString(port), "--exit"))
                    .isEqualTo(1);
            assertThat(refused.out()).isEmpty();
            assertThat(refused.err())
                    .startsWith("agency-os: nobody can listen on port " + port)
                    .contains("--port or AGENCYOS_PORT");
        }
        Terminal set = new Terminal(demo.data());
        assertThat(set.run(
                        Map.of("AGENCYOS_PORT", Integer.toString(port)),
                        "demo",
                        "--leads",
                        leads.toString(),
                        "--days",
                        "1",
                        "--exit"))
                .as(set.err() + set.out())
                .isZero();
        assertThat(demo.port()).isEqualTo(port);

        Terminal other = new Terminal(demo.data());
        assertThat(other.run("demo", "--port", "9", "--days", "1", "--exit"))
                .as(other.err() + other.out())
                .isZero();
        assertThat(other.out()).contains("keeps port " + port + ", which its vendors know; for port 9 delete");
        assertThat(demo.port()).isEqualTo(port);
    }

    @Test
    void one_lead_and_none_that_can_be_reached_are_a_demonstration_too() throws IOException {
        Path leads = Files.writeString(
                folder.resolve("leads.csv"),
                "First Name,Last Name,Email,Company\n"
                        + "Ada,Lovett,ada@lovett.example,Lovett Builders\n"
                        + ",,not an address,\n");
        Terminal terminal = new Terminal(folder.resolve("data"));

        assertThat(terminal.run("demo", "--leads", leads.toString(), "--days", "1", "--exit"))
                .as(terminal.err() + terminal.out())
                .isZero();
        assertThat(DemoFolder.steps(terminal.out())).hasSize(2).last().isEqualTo(new long[5]);
    }

    @Test // what is not ours is never emptied
    void a_folder_that_cannot_be_a_demonstrations_is_left_as_it_is() throws IOException {
        Path mine = Files.createDirectories(folder.resolve("data/demo"));
        Files.writeString(mine.resolve("thesis.txt"), "mine");
        notThere(folder.resolve("data"), "holds files that no demonstration made");
        assertThat(mine.resolve("thesis.txt")).hasContent("mine");

        Path file = Files.writeString(folder.resolve("file"), "");
        notThere(file, "cannot be written");
    }

    private static void notThere(Path data, String why) {
        Terminal terminal = new Terminal(data);
        assertThat(terminal.run("demo", "--exit")).isEqualTo(1);
        assertThat(terminal.err().lines())
                .singleElement()
                .asString()
                .startsWith("agency-os: ")
                .contains(why, "AGENCYOS_DATA_DIR");
    }
}
