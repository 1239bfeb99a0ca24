package io.agencyos.architecture;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** One contract kit per port, and every adapter of a port passes one. Source: the design, section 3. */
class PortKitsTest {

    private static final String FIXTURE = Houses.FIXTURES + ".every_port_is_tried_by_a_kit";

    /** What has no kit or does not pass one, with the reason; whatever is mended leaves this list. */
    private static final Map<String, String> EXCEPTIONS = new TreeMap<>(Map.ofEntries(
            entry("SenderOffers", "the application's own answer, tried through what chooses senders"),
            entry("WinnerDeclared", "the application's own listener, tried through experiments"),
            entry("PhoneSources", "chosen where the product is wired; what is chosen is a PhoneReveal, which has its kit"),
            entry("AccountPostman", "what a mail server does with a letter no double can tell: SmtpPostmanTest"),
            entry("MailLines", "open sockets that ring: ListeningTest, against a real server"),
            entry("WebhookPost out.security", "names, addresses and TLS, which no double has: PinnedWebhookPostTest"),
            entry("TextRecords out.smtpimap", "passes its kit in bootstrap, where the invented world has a name server"),
            entry("LeaseKeeper in.jobs", "a timer over what the flow engine's kit tries by hand: SeveralNodesTest"),
            entry("RunMetrics in.jobs", "counters that nothing reads back: what is told is tried by the flow engine's kit"),
            entry("HookReader out.apollo", "a push without a signature, proved by its address: HooksTest"),
            entry("HookReader out.clicksend", "a push without a signature, proved by its address: ReportsTest"),
            entry("PostSender out.clicksend", "the sandbox prints by another house; against stubs: PostTest"),
            entry("ChannelReplies out.postoffice", "states of letters, never an answer: SandboxLifeTest"),
            entry("ChannelReplies out.vapi", "reports of calls, never an answer: ReportsTest"),
            entry("HookReader out.unipile", "a secret in a header instead of a signature: HooksTest"),
            entry("HookReader out.vapi", "a secret in a header or another signature: ReportsTest"),
            entry("CallRecordings out.vapi", "CallsTest"),
            entry("VoiceLines", "LinesTest"),
            entry("SealedRows", "SealedColumnsTest"),
            entry("SeatLinking out.unipile", "SeatLinkingTest")));

    @Test
    void every_adapter_of_every_port_passes_a_kit() {
        Kits kits = new Kits(Houses.productWithItsTests(), Houses.PRODUCT);

        assertThat(kits.ports().count()).as("what was looked at").isGreaterThan(200);
        assertThat(kits.missing().keySet())
                .as("ports without a kit, and adapters that pass none: %s", kits.missing())
                .isEqualTo(EXCEPTIONS.keySet());
    }

    @Test
    void a_port_without_a_kit_and_one_that_an_adapter_does_not_pass_are_found() {
        assertThat(new Kits(Houses.fixture("every_port_is_tried_by_a_kit"), FIXTURE).missing())
                .isEqualTo(Map.of(
                        "OffenderWithoutKit", "no kit is handed it",
                        "OffenderTriedByHalf out.postgres", "fills in no kit that is handed it"));
    }
}
