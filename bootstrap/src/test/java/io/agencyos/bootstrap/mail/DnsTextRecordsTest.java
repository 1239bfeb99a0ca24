package io.agencyos.bootstrap.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.adapters.out.sandbox.names.NameServer;
import io.agencyos.adapters.out.sandbox.names.Zone;
import io.agencyos.adapters.out.smtpimap.dns.DnsTextRecords;
import io.agencyos.application.resource.TextRecords;
import io.agencyos.application.resource.TextRecordsContract;
import io.agencyos.domain.resource.MailRecords;
import io.agencyos.domain.resource.MailboxWarmth.DnsState;
import io.agencyos.domain.resource.TextAnswer;
import io.agencyos.domain.shared.contact.DomainName;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The JDK's client in front of the sandbox's name server. */
class DnsTextRecordsTest extends TextRecordsContract {

    private final Zone zone = new Zone();
    private final NameServer server = NameServer.start(zone);
    private final DnsTextRecords records =
            new DnsTextRecords(List.of("127.0.0.1:" + server.port()), Duration.ofMillis(20));

    @AfterEach
    void close() {
        server.close();
    }

    @Override
    protected TextRecords records() {
        return records;
    }

    @Override
    protected void publish(String name, String... texts) {
        zone.publish(name, List.of(texts));
        if (name.endsWith("three.example")) {
            zone.remove("_dmarc.three.example");
        }
    }

    @Override
    protected void fallSilent() {
        zone.silent(true);
    }

    @Test // outreach 8.1: as a sandbox's domain is kept
    void a_domain_of_the_sandbox_proves_its_mail() {
        MailRecords.Question question = new MailRecords.Question(
                new DomainName("try-harbour.example"), Optional.empty(), List.of("google", "s1"));
        Map<String, TextAnswer> answers =
                question.names().stream().collect(Collectors.toMap(Function.identity(), records::of));

        assertThat(MailRecords.read(question, answers))
                .isEqualTo(new MailRecords(DnsState.VALID, DnsState.VALID, DnsState.VALID));
    }
}
