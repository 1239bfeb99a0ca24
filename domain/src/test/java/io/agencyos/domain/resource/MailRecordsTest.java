package io.agencyos.domain.resource;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.domain.resource.MailboxWarmth.DnsState;
import io.agencyos.domain.shared.contact.DomainName;
import io.agencyos.domain.shared.id.ResourceId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What three kinds of records come to. Source: outreach 8.1; RFC 7208, 6376, 7489. */
class MailRecordsTest {

    private static final MailRecords.Question QUESTION = new MailRecords.Question(
            new DomainName("mail.try-harbour.example"),
            Optional.of(new DomainName("try-harbour.example")),
            List.of("google", "s1"));
    private static final String KEYS = "_domainkey.mail.try-harbour.example";

    private final Map<String, TextAnswer> answers = new HashMap<>();

    MailRecordsTest() {
        QUESTION.names().forEach(name -> answers.put(name, new TextAnswer.NoSuchName()));
    }

    private MailRecords read() {
        return MailRecords.read(QUESTION, answers);
    }

    private void publish(String name, String... texts) {
        answers.put(name, new TextAnswer.Texts(List.of(texts)));
    }

    @Test
    void the_domain_its_policy_that_of_its_holder_and_each_key_are_asked_for() {
        assertThat(QUESTION.names())
                .containsExactlyInAnyOrder(
                        "mail.try-harbour.example",
                        "_dmarc.mail.try-harbour.example",
                        "_dmarc.try-harbour.example",
                        KEYS,
                        "google." + KEYS,
                        "s1." + KEYS);
    }

    @ParameterizedTest // RFC 7208 4.5, 4.6, 5
    @CsvSource({
        "v=spf1 include:_spf.mail.example ~all, VALID",
        "V=SPF1 IP4:192.0.2.0/24 -ALL, VALID",
        "v=spf1 a mx:mail.example/24 ip6:2001:db8::/32 exists:%{i}.x.example ?all, VALID",
        "v=spf1 redirect=_spf.mail.example, VALID",
        "v=spf1 ~all, INVALID",
        "v=spf1, INVALID",
        "v=spf1 -all, INVALID",
        "v=spf1 mx +all, INVALID",
        "v=spf1 include:_spf.mail.example all, INVALID",
        "v=spf1 includes:_spf.mail.example ~all, INVALID",
        "v=spf10 mx ~all, MISSING",
        "google-site-verification=abc, MISSING"
    })
    void a_sender_policy_names_somebody_and_not_everybody(String record, DnsState expected) {
        publish("mail.try-harbour.example", record, "another text");

        assertThat(read().spf()).isEqualTo(expected);
    }

    @Test // RFC 7208 4.5: more than one record is a permanent error
    void two_sender_policies_are_none() {
        publish("mail.try-harbour.example", "v=spf1 mx ~all", "v=spf1 a ~all");

        assertThat(read().spf()).isEqualTo(DnsState.INVALID);
    }

    @Test // RFC 6376 3.6.1
    void one_key_in_force_is_enough() {
        publish(KEYS);
        publish("google." + KEYS, "v=DKIM1; k=rsa; p=");
        publish("s1." + KEYS, "k=rsa; t=s; p=MIIBIjANBg");

        assertThat(read().dkim()).isEqualTo(DnsState.VALID);
    }

    @Test
    void keys_that_were_withdrawn_and_names_that_do_not_exist_are_no_keys() {
        assertThat(read().dkim()).isEqualTo(DnsState.MISSING);
        publish(KEYS);
        publish("google." + KEYS, "v=DKIM1; p=");

        assertThat(read().dkim()).isEqualTo(DnsState.INVALID);
    }

    @Test // the DNS does not list selectors
    void a_domain_with_keys_under_names_unknown_to_us_is_not_judged() {
        publish(KEYS);
        assertThat(read().dkim()).isEqualTo(DnsState.UNKNOWN);
        publish("google." + KEYS, "v=DKIM2; p=abc", "hello");

        assertThat(read().dkim()).isEqualTo(DnsState.UNKNOWN);
    }

    @ParameterizedTest // RFC 7489 6.3
    @ValueSource(
            strings = {
                "v=DMARC1; p=none",
                "v=DMARC1;p=reject; rua=mailto:dmarc@try-harbour.example",
                "v = DMARC1 ; p = Quarantine"
            })
    void a_policy_counts_whatever_it_asks_for(String record) {
        publish("_dmarc.mail.try-harbour.example", record);

        assertThat(read().dmarc()).isEqualTo(DnsState.VALID);
    }

    @Test // RFC 7489 6.6.3
    void the_policy_of_the_holder_covers_names_below_it() {
        publish("_dmarc.try-harbour.example", "v=DMARC1; p=none; sp=none");
        assertThat(read().dmarc()).isEqualTo(DnsState.VALID);
        publish("_dmarc.mail.try-harbour.example", "v=DMARC1; p=sometimes");

        assertThat(read().dmarc()).as("its own comes first").isEqualTo(DnsState.INVALID);
    }

    @Test
    void what_is_wrong_is_said_in_a_line() {
        publish("mail.try-harbour.example", "v=spf1 -all");
        publish(KEYS);

        assertThat(read().faults()).isEqualTo("spf invalid, dmarc missing");
    }

    @Test // outreach 8.1: only what was seen closes a domain
    void silence_changes_nothing_and_what_was_seen_counts() {
        DomainProof known = new DomainProof(
                new ResourceId(UUID.randomUUID()), new DomainName("mail.try-harbour.example"), true, true, null);
        QUESTION.names().forEach(name -> answers.put(name, new TextAnswer.NoAnswer()));
        assertThat(known.seen(read())).isEqualTo(known);
        assertThat(known.holds()).as("one was never seen").isFalse();

        publish("_dmarc.mail.try-harbour.example", "v=DMARC1; p=none");
        DomainProof proven = known.seen(read());
        assertThat(proven.holds()).isTrue();
        answers.put("mail.try-harbour.example", new TextAnswer.NoSuchName());
        assertThat(proven.seen(read()).spf()).isFalse();
        assertThat(proven.seen(read()).holds()).isFalse();
    }
}
