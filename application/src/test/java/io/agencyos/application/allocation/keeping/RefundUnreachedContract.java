package io.agencyos.application.allocation.keeping;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.application.allocation.store.UnreachedLeads;
import io.agencyos.application.outreach.store.SentLog;
import io.agencyos.application.testing.Leadbook;
import io.agencyos.application.testing.Outreachbook;
import io.agencyos.application.testing.StoresUnderTest;
import io.agencyos.domain.campaign.enrolment.Enrolment;
import io.agencyos.domain.campaign.enrolment.EnrolmentState;
import io.agencyos.domain.client.billing.CreditEntry;
import io.agencyos.domain.client.billing.CreditEntryKind;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.outreach.touch.Touch;
import io.agencyos.domain.outreach.touch.TouchState;
import io.agencyos.domain.shared.contact.DomainName;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.TouchId;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Credits that go back by themselves, on every store. Source: scoring PLAN-4. */
public abstract class RefundUnreachedContract extends StoresUnderTest {

    private static final ZoneId SYDNEY = ZoneId.of("Australia/Sydney");
    private static final Instant SENT_AT = Leadbook.MONDAY;

    protected abstract UnreachedLeads unreached();

    /** The provider reports that a sent touch came back. */
    protected abstract void bounced(TouchId touch);

    @Test // PLAN-4: the assignment ends with no delivered touch because of … a score < 20 after enrichment; once
    void a_lead_that_turned_out_dead_before_anybody_wrote_is_given_back_once() {
        Lead dead = paid(lead(12));
        paid(lead(60));
        lead(5);

        assertThat(refund()).isEqualTo(1);
        assertThat(refund()).isZero();

        assertThat(refunds()).extracting(CreditEntry::lead).containsExactly(dead.id());
        assertThat(refunds()).extracting(CreditEntry::reason).containsExactly("score_dead");
        assertThat(read(() -> credits().balance(a()))).isEqualTo(1_249);
    }

    @Test // PLAN-4: delivered here = sent and not bounced, undelivered or failed_late
    void a_touch_that_came_back_has_reached_nobody() {
        Enrolment over = paid(enrolled(EnrolmentState.STOPPED, SENT_AT, 12));
        Touch first = sent(over, 1);
        Touch second = sent(over, 2);

        bounced(first.id());
        assertThat(refund()).as("the second may have arrived").isZero();
        bounced(second.id());
        assertThat(refund()).isEqualTo(1);
    }

    @Test // PLAN-4: no delivered touch; an outcome that is not known may be a delivery
    void a_touch_on_its_way_or_never_heard_of_again_keeps_the_credit_spent() {
        for (TouchState state : List.of(TouchState.QUEUED, TouchState.UNKNOWN, TouchState.ABANDONED)) {
            Enrolment over = paid(enrolled(EnrolmentState.STOPPED, SENT_AT, 12));
            stored(Outreachbook.touch(over).state(state));
        }
        assertThat(refund()).isZero();
    }

    @Test // PLAN-4: the assignment has to have ended
    void a_lead_in_a_running_sequence_is_not_given_back() {
        paid(enrolled(EnrolmentState.ACTIVE, SENT_AT, 12));
        assertThat(refund()).isZero();
        assertThat(read(() -> unreached().page(a(), null, 10))).isEmpty();
    }

    @Test // read in pages
    void every_page_of_leads_is_looked_at() {
        for (int i = 0; i < 5; i++) {
            paid(lead(60));
        }
        List<LeadId> first = page(null);
        List<LeadId> second = page(first.getLast());
        List<LeadId> third = page(second.getLast());
        assertThat(List.of(first.size(), second.size(), third.size())).containsExactly(2, 2, 1);
        assertThat(first).doesNotContainAnyElementsOf(second);
    }

    private List<LeadId> page(@Nullable LeadId after) {
        return read(() -> unreached().page(a(), after, 2)).stream()
                .map(UnreachedLeads.Unreached::lead)
                .toList();
    }

    private int refund() {
        return new RefundUnreachedService(unreached(), credits(), units()).run(a());
    }

    private List<CreditEntry> refunds() {
        return read(() -> credits().entries(a(), null, 100)).stream()
                .filter(entry -> entry.kind() == CreditEntryKind.REFUND)
                .toList();
    }

    private Lead paid(Lead lead) {
        run(() -> assertThat(credits().consume(a(), lead.id())).isTrue());
        return lead;
    }

    private Enrolment paid(Enrolment enrolment) {
        run(() -> assertThat(credits().consume(a(), enrolment.leadId())).isTrue());
        return enrolment;
    }

    private Touch sent(Enrolment enrolment, int number) {
        Touch touch = stored(Outreachbook.touch(enrolment).attempt(number).sent(SENT_AT, "ref-" + UUID.randomUUID()));
        run(() -> stores().sentLog()
                .record(List.of(new SentLog.Sent(
                        touch,
                        SENT_AT,
                        1,
                        null,
                        "Subject " + number,
                        "The whole text.",
                        new DomainName("northlight.example"),
                        number,
                        number == 1 ? null : 2,
                        LocalDateTime.ofInstant(SENT_AT, SYDNEY),
                        SYDNEY,
                        60,
                        false))));
        return touch;
    }
}
