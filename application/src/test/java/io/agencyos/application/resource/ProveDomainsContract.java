package io.agencyos.application.resource;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.application.outreach.OutreachScenario;
import io.agencyos.application.platform.Alerts;
import io.agencyos.application.resource.ProveDomains.Round;
import io.agencyos.application.testing.DeskUnderTest;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.platform.Alert;
import io.agencyos.domain.resource.DomainProof;
import io.agencyos.domain.resource.Mailbox;
import io.agencyos.domain.resource.SenderBinding;
import io.agencyos.domain.resource.TextAnswer;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The daily look at the records of sending domains, on every set of stores. Source: outreach 8.1, check 30. */
public abstract class ProveDomainsContract extends DeskUnderTest {

    protected abstract DomainProofs proofs();

    protected abstract Alerts alerts();

    private final Map<String, TextAnswer> zone = new HashMap<>();
    private boolean silent;

    private Round look() {
        ProveDomains.Ports ports = new ProveDomains.Ports(
                proofs(),
                this::answer,
                Optional::of,
                List.of("s1"),
                alerts(),
                desk().world().world().events());
        return new ProveDomains(ports, desk().world().units(), clock()::get, ids()).prove(client());
    }

    private TextAnswer answer(String name) {
        return silent ? new TextAnswer.NoAnswer() : zone.getOrDefault(name, new TextAnswer.NoSuchName());
    }

    private void publish(String name, String text) {
        zone.put(name, new TextAnswer.Texts(List.of(text)));
    }

    /** Everything is as it should be. */
    private void publishAll() {
        String domain = scenario().mailbox().domain().value();
        publish(domain, "v=spf1 mx ~all");
        publish("s1._domainkey." + domain, "v=DKIM1; p=abc");
        zone.put("_domainkey." + domain, new TextAnswer.Texts(List.of()));
        publish("_dmarc." + domain, "v=DMARC1; p=none");
    }

    private Mailbox mailbox() {
        return scenario()
                .in(() -> desk().world().world().mailboxes().ofClient(client()).getFirst());
    }

    private DomainProof proof() {
        return scenario().in(() -> proofs().ofClient(client())).getFirst();
    }

    private List<Alert> open() {
        return desk().world().units().onPlatform(() -> alerts().open(100)).stream()
                .filter(alert -> client().equals(alert.clientId()))
                .toList();
    }

    @Test // outreach 8.1: failure -> domain_auth_invalid, until a later look finds the records again
    void a_domain_that_lost_a_record_sends_nothing_until_it_is_there_again() {
        publishAll();
        assertThat(look()).isEqualTo(new Round(1, 0, 0));
        zone.remove("_dmarc." + scenario().mailbox().domain().value());

        assertThat(look()).isEqualTo(new Round(1, 1, 0));
        assertThat(mailbox().authenticated()).isFalse();
        assertThat(open())
                .singleElement()
                .satisfies(alert -> assertThat(alert.detail()).containsEntry("records", "dmarc missing"));
        Lead waits = scenario().lead();
        scenario().runFor(Duration.ofHours(4));
        assertThat(scenario().touches(waits)).noneMatch(touch -> touch.vendorRef() != null);

        publishAll();
        assertThat(look()).isEqualTo(new Round(1, 0, 1));
        assertThat(look()).isEqualTo(new Round(1, 0, 0));
        assertThat(mailbox().authenticated()).isTrue();
        assertThat(open()).isEmpty();
        scenario().runFor(Duration.ofHours(30));
        assertThat(scenario().touches(waits)).anyMatch(touch -> touch.vendorRef() != null);
    }

    @Test // outreach 7: paused up to 5 days the touch waits; since when is known
    void since_when_a_domain_proves_nothing_is_known() {
        publishAll();
        zone.remove(scenario().mailbox().domain().value());
        look();
        Instant since = now();
        scenario().advance(Duration.ofDays(6));
        look();

        assertThat(mailbox().pausedSince()).isEqualTo(since);
        assertThat(mailbox().forBound()).isEqualTo(new SenderBinding.Standing.Paused(since));
        publishAll();
        look();
        assertThat(mailbox().pausedSince()).isNull();
    }

    @Test // silence proves nothing either way
    void a_domain_whose_servers_are_silent_stays_as_it_was() {
        silent = true;
        assertThat(look()).isEqualTo(new Round(1, 0, 0));
        assertThat(mailbox().authenticated()).isTrue();
        assertThat(open()).isEmpty();
    }

    @Test
    void what_is_known_of_one_record_outlives_other_news_of_the_mailbox() {
        publishAll();
        zone.remove("_dmarc." + scenario().mailbox().domain().value());
        look();
        Mailbox limited = mailbox().limitedTo(7);
        scenario().in(() -> desk().world().world().mailboxes().update(limited));

        assertThat(proof()).satisfies(known -> {
            assertThat(known.spf()).isTrue();
            assertThat(known.dkim()).isTrue();
            assertThat(known.dmarc()).isFalse();
        });
    }

    @Test
    void nobody_sees_or_writes_the_domains_of_another_client() {
        OutreachScenario other = another();
        DomainProof theirs = other.in(() -> proofs().ofClient(other.client())).getFirst();

        assertThat(scenario().in(() -> proofs().ofClient(client()))).doesNotContain(theirs);
        scenario()
                .in(() -> proofs().write(
                                client(), new DomainProof(theirs.id(), theirs.name(), false, false, false), now()));
        assertThat(other.in(() -> proofs().ofClient(other.client()))).first().isEqualTo(theirs);
    }
}
