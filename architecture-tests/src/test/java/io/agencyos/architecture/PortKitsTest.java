package io.agencyos.architecture;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** One contract kit per port, and every adapter of a port passes one. Source: the design, section 3. */
class PortKitsTest {

    private static final String FIXTURE = Houses.FIXTURES + ".every_port_is_tried_by_a_kit";

    /** What has no kit or passes none, with the reason; whatever is mended leaves this list. */
    private static final Map<String, String> EXCEPTIONS = Map.ofEntries(
            entry("SenderOffers", "answered by the application itself; tried through what chooses senders"),
            entry("WinnerDeclared", "heard by the application itself; tried through experiments"),
            entry(
                    "PhoneSources",
                    "chosen where the product is wired; what is chosen is a PhoneReveal, which has a kit"),
            entry("AccountPostman", "what a mail server makes of a letter no double can tell: SmtpPostmanTest"),
            entry("MailLines", "open sockets that ring: ListeningTest, against a real server"),
            entry("WebhookPost out.security", "names, addresses and TLS, which no double has: PinnedWebhookPostTest"),
            entry(
                    "TextRecords out.smtpimap",
                    "passes the kit in bootstrap, where the invented world has a name server"),
            entry("LeaseKeeper in.jobs", "a timer; what it is for is tried in the kits of the flow engine"),
            entry("RunMetrics in.jobs", "counters that nothing reads back; what is told is tried in the same kits"),
            entry("HookReader out.apollo", "signs nothing and is proved by its address: HooksTest"),
            entry("HookReader out.clicksend", "signs nothing and is proved by its address: ReportsTest"),
            entry(
                    "PostSender out.clicksend",
                    "for old accounts, and takes nothing back, which the kit asks for: PostTest"));

    @Test
    void every_adapter_of_every_port_passes_a_kit() {
        Kits kits = new Kits(Houses.compiled(), Houses.PRODUCT);

        assertThat(kits.ports().count()).as("what was looked at").isGreaterThan(200);
        assertThat(kits.missing().keySet())
                .as("ports without a kit, and adapters that pass none: %s", kits.missing())
                .isEqualTo(EXCEPTIONS.keySet());
    }

    @Test
    void a_port_without_a_kit_and_one_that_an_adapter_does_not_pass_are_found() {
        assertThat(new Kits(List.of(Path.of("target/test-classes")), FIXTURE).missing())
                .isEqualTo(Map.of(
                        "OffenderWithoutKit", "no kit is handed it",
                        "OffenderTriedByHalf out.postgres", "fills in no kit that is handed it"));
    }
}
