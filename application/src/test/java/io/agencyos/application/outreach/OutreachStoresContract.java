package io.agencyos.application.outreach;

import static io.agencyos.application.testing.Leadbook.MONDAY;
import static io.agencyos.application.testing.Outreachbook.approval;
import static io.agencyos.application.testing.Outreachbook.touch;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agencyos.application.outreach.store.GateLog;
import io.agencyos.application.outreach.store.Quotas;
import io.agencyos.application.outreach.store.Quotas.Bound;
import io.agencyos.application.outreach.store.Quotas.Claim;
import io.agencyos.application.outreach.store.Quotas.Count;
import io.agencyos.application.outreach.store.Quotas.Counter;
import io.agencyos.application.outreach.store.SentLog;
import io.agencyos.application.shared.ConcurrentUpdate;
import io.agencyos.domain.campaign.CampaignStatus;
import io.agencyos.domain.campaign.enrolment.Enrolment;
import io.agencyos.domain.lead.SuppressionReason;
import io.agencyos.domain.outreach.ApprovalItem;
import io.agencyos.domain.outreach.gate.Gate;
import io.agencyos.domain.outreach.gate.GateAction;
import io.agencyos.domain.outreach.gate.GateAnswer;
import io.agencyos.domain.outreach.gate.GateClass;
import io.agencyos.domain.outreach.gate.GateCode;
import io.agencyos.domain.outreach.touch.Touch;
import io.agencyos.domain.resource.QuotaMetric;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.contact.DomainName;
import io.agencyos.domain.shared.id.ApprovalId;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.EnrolmentId;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.ResourceId;
import io.agencyos.domain.shared.id.ThreadId;
import io.agencyos.domain.shared.id.TouchId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the stores around a touch keep: quotas, approvals, gates, calls, what was sent, and consent. */
public abstract class OutreachStoresContract extends CallLogContract {

    private static final ZoneId SYDNEY = ZoneId.of("Australia/Sydney");

    /** Signs the declaration for a campaign, before Monday. */
    protected abstract void declare(ClientId client, CampaignId campaign);

    /** Puts a lead's own consent on file, before Monday. */
    protected abstract void consent(ClientId client, LeadId lead, Channel channel, @Nullable Instant expiresAt);

    /** The touch came back. */
    protected abstract void bounced(ClientId client, TouchId touch);

    private Quotas quotas() {
        return stores().quotas();
    }

    // Quotas

    @Test // I4
    void units_are_reserved_in_the_order_given_until_the_counter_is_full() {
        Counter counter = counter(QuotaMetric.EMAIL_TOTAL);
        List<Claim> claims = List.of(claim(counter, 2), claim(counter, 2), claim(counter, 2));

        assertThat(read(() -> quotas().reserve(a(), claims)))
                .containsOnly(Map.entry(claims.getLast().touch(), counter));
        assertThat(count(counter)).isEqualTo(new Count(2, 0));
        assertThat(read(() -> quotas().reserve(a(), List.of(claim(counter, 2)))))
                .hasSize(1);
        assertThat(read(() -> quotas().reserve(a(), List.of(claim(counter, 3)))))
                .isEmpty();
        assertThat(read(() -> quotas().reserve(a(), List.of(claim(counter, 1)))))
                .as("a limit below what is taken")
                .hasSize(1);
        assertThat(count(counter)).isEqualTo(new Count(3, 0));
    }

    @Test // outreach 4.3 T3: all or nothing
    void a_claim_gets_every_counter_or_none_and_hears_which_one_was_full() {
        Counter wide = counter(QuotaMetric.EMAIL_TOTAL);
        Counter narrow = counter(QuotaMetric.MAILBOX_TOTAL);
        Claim first = new Claim(touchId(), List.of(new Bound(wide, 5), new Bound(narrow, 1)));
        Claim second = new Claim(touchId(), List.of(new Bound(wide, 5), new Bound(narrow, 1)));
        Claim third = claim(wide, 5);

        assertThat(read(() -> quotas().reserve(a(), List.of(first, second, third))))
                .containsOnly(Map.entry(second.touch(), narrow));
        assertThat(count(wide)).isEqualTo(new Count(2, 0));
        assertThat(count(narrow)).isEqualTo(new Count(1, 0));
        assertThat(held(first)).containsExactlyInAnyOrder(wide, narrow);
        assertThat(held(second)).isEmpty();
    }

    @Test // I6
    void what_is_held_is_given_back_or_used_exactly_once() {
        Counter counter = counter(QuotaMetric.EMAIL_OUTBOUND);
        Claim released = claim(counter, 3);
        Claim used = claim(counter, 3);
        TouchId never = touchId();
        run(() -> quotas().reserve(a(), List.of(released, used)));

        run(() -> quotas().release(a(), List.of(released.touch(), never)));
        run(() -> quotas().release(a(), List.of(released.touch())));
        assertThat(count(counter)).isEqualTo(new Count(1, 0));

        assertThat(read(() -> quotas().use(a(), List.of(used.touch(), released.touch(), never))))
                .containsExactlyInAnyOrder(released.touch(), never);
        assertThat(read(() -> quotas().use(a(), List.of(used.touch())))).containsExactly(used.touch());
        run(() -> quotas().release(a(), List.of(used.touch())));
        assertThat(count(counter)).isEqualTo(new Count(0, 1));
        assertThat(held(used)).isEmpty();
    }

    @Test // outreach 4.5: found after all
    void a_unit_is_booked_whatever_the_limit() {
        Counter counter = counter(QuotaMetric.EMAIL_TOTAL);
        run(() -> quotas().book(a(), List.of(claim(counter, 1), claim(counter, 1))));

        assertThat(count(counter)).isEqualTo(new Count(0, 2));
        assertThat(read(() -> quotas().reserve(a(), List.of(claim(counter, 2)))))
                .hasSize(1);
    }

    @Test
    void counters_are_told_apart_by_target_metric_period_and_tenant() {
        Counter counter = counter(QuotaMetric.EMAIL_TOTAL);
        Counter tomorrow = new Counter(
                counter.target(), counter.metric(), counter.periodStart().plus(Duration.ofDays(1)));
        Counter other = new Counter(counter.target(), QuotaMetric.EMAIL_OUTBOUND, counter.periodStart());
        run(() -> quotas().reserve(a(), List.of(claim(counter, 1), claim(tomorrow, 1))));
        Claim refused = new Claim(touchId(), List.of(new Bound(other, 0)));
        run(() -> quotas().reserve(a(), List.of(refused)));

        assertThat(read(() -> quotas().counts(a(), List.of(counter, tomorrow, other))))
                .as("those that nobody ever used are left out")
                .containsOnly(Map.entry(counter, new Count(1, 0)), Map.entry(tomorrow, new Count(1, 0)));
        assertThat(read(b(), () -> quotas().counts(b(), List.of(counter)))).isEmpty();
        assertThat(read(b(), () -> quotas().reserve(b(), List.of(claim(counter, 1)))))
                .as("another tenant's counter is another counter")
                .isEmpty();
        assertThat(count(counter)).isEqualTo(new Count(1, 0));
    }

    private static Counter counter(QuotaMetric metric) {
        return new Counter(UUID.randomUUID(), metric, MONDAY);
    }

    private static Claim claim(Counter counter, int limit) {
        return new Claim(touchId(), List.of(new Bound(counter, limit)));
    }

    private Count count(Counter counter) {
        return read(() -> quotas().counts(a(), List.of(counter))).getOrDefault(counter, Count.ZERO);
    }

    private List<Counter> held(Claim claim) {
        return read(() -> quotas().held(a(), List.of(claim.touch()))).getOrDefault(claim.touch(), List.of());
    }

    // Approvals

    @Test // outreach 1.4
    void an_approval_is_read_back_and_the_newest_offer_of_a_touch_counts() {
        Touch touch = stored(touch(enrolled()));
        ApprovalItem first = approval(touch, 1, ApprovalItem.Status.EXPIRED, MONDAY);
        ApprovalItem second = approval(touch, 2, ApprovalItem.Status.PENDING, LATER);
        run(() -> stores().approvals().insertAll(List.of(second, first)));

        assertThat(read(() -> stores().approvals().find(a(), first.id()))).contains(first);
        assertThat(read(() -> stores().approvals().newest(a(), List.of(touch.id(), touchId()))))
                .containsOnly(Map.entry(touch.id(), second));
        assertThat(read(b(), () -> stores().approvals().find(b(), first.id()))).isEmpty();
        assertThat(read(() -> stores().approvals().findAll(a(), List.of(second.id(), first.id(), first.id()))))
                .containsExactlyInAnyOrder(first, second);
        assertThat(read(b(), () -> stores().approvals().findAll(b(), List.of(first.id()))))
                .isEmpty();
        assertThat(read(b(), () -> stores().approvals().newest(b(), List.of(touch.id()))))
                .isEmpty();
    }

    @Test // outreach 1.4: the first decision wins
    void a_decision_about_something_that_was_decided_meanwhile_is_refused() {
        ApprovalItem item = approval(stored(touch(enrolled())));
        ApprovalItem other = approval(stored(touch(enrolled())));
        run(() -> stores().approvals().insertAll(List.of(item, other)));
        run(() -> stores().approvals().updateAll(List.of(rejected(item))));

        assertThatThrownBy(() -> run(() -> stores().approvals().updateAll(List.of(rejected(other), item))))
                .isInstanceOf(ConcurrentUpdate.class);
        assertThat(read(() -> stores().approvals().find(a(), other.id()))).contains(other);
        ApprovalItem stored =
                read(() -> stores().approvals().find(a(), item.id())).orElseThrow();
        assertThat(stored.status()).isEqualTo(ApprovalItem.Status.REJECTED);
        assertThat(stored.rejectionReason()).isEqualTo("Not now.");
        assertThat(stored.rejectionAction()).isEqualTo(ApprovalItem.RejectionAction.SKIP_STEP);
        assertThat(stored.version()).isEqualTo(1);
    }

    private static ApprovalItem rejected(ApprovalItem item) {
        return new ApprovalItem(
                item.id(),
                item.clientId(),
                item.touchId(),
                item.leadId(),
                item.campaignId(),
                ApprovalItem.Status.REJECTED,
                item.offerNo(),
                item.createdAt(),
                item.expiresAt(),
                null,
                LATER,
                "Not now.",
                ApprovalItem.RejectionAction.SKIP_STEP,
                true,
                item.version());
    }

    @Test
    void pending_items_are_overdue_at_their_instant_and_lists_are_paged_by_id() {
        ApprovalItem young = approval(stored(touch(enrolled())), 1, ApprovalItem.Status.PENDING, LATER);
        ApprovalItem old = approval(stored(touch(enrolled())));
        ApprovalItem decided = approval(stored(touch(enrolled())), 1, ApprovalItem.Status.APPROVED, MONDAY);
        run(() -> stores().approvals().insertAll(List.of(young, old, decided)));
        List<ApprovalItem> pending = Stream.of(young, old)
                .sorted(Comparator.comparing(item -> item.id().text()))
                .toList();

        assertThat(read(() -> stores().approvals().overdue(a(), young.expiresAt(), 10)))
                .containsExactly(old, young);
        assertThat(read(() -> stores().approvals().overdue(a(), young.expiresAt(), 1)))
                .containsExactly(old);
        assertThat(read(() -> stores().approvals().overdue(a(), old.expiresAt().minusMillis(1), 10)))
                .isEmpty();
        assertThat(list(ApprovalItem.Status.PENDING, null, 10)).isEqualTo(pending);
        assertThat(list(ApprovalItem.Status.PENDING, pending.getFirst().id(), 10))
                .containsExactly(pending.getLast());
        assertThat(list(null, null, 10)).hasSize(3);
        assertThat(list(null, null, 2)).hasSize(2);
        assertThat(read(b(), () -> stores().approvals().list(b(), null, null, 10)))
                .isEmpty();
    }

    private List<ApprovalItem> list(ApprovalItem.@Nullable Status status, @Nullable ApprovalId after, int limit) {
        return read(() -> stores().approvals().list(a(), status, after, limit));
    }

    // Gates and calls

    @Test // outreach 3.4
    void answers_of_gates_are_shown_newest_first() {
        Touch touch = stored(touch(enrolled()));
        GateAnswer refused = new GateAnswer.Refused(
                12,
                GateCode.suppressed(SuppressionReason.UNSUBSCRIBED),
                GateAction.STOP,
                null,
                null,
                "Nothing: they do not want to hear from you.");
        run(() -> stores().gateLog()
                .append(List.of(
                        entry(touch.leadId(), Gate.PLAN, new GateAnswer.Passed(), MONDAY),
                        entry(touch.leadId(), Gate.DISPATCH, refused, LATER),
                        entry(touch.leadId(), Gate.COMMIT, new GateAnswer.Passed(), MONDAY.plusSeconds(1)),
                        entry(new LeadId(UUID.randomUUID()), Gate.COMMIT, new GateAnswer.Passed(), LATER))));

        List<GateLog.Kept> answers = read(() -> stores().gateLog().ofLead(a(), touch.leadId(), null, 10));
        assertThat(answers).extracting(GateLog.Kept::gate).containsExactly(Gate.DISPATCH, Gate.COMMIT, Gate.PLAN);
        assertThat(answers).extracting(GateLog.Kept::code).containsExactly("suppressed_unsubscribed", null, null);
        assertThat(answers.getFirst().gateClass()).isEqualTo(GateClass.STOP);
        GateLog.After seen =
                new GateLog.After(answers.getFirst().at(), answers.getFirst().id());
        assertThat(read(() -> stores().gateLog().ofLead(a(), touch.leadId(), seen, 1)))
                .containsExactly(answers.get(1));
        assertThat(read(b(), () -> stores().gateLog().ofLead(b(), touch.leadId(), null, 10)))
                .isEmpty();
    }

    private GateLog.Entry entry(LeadId lead, Gate gate, GateAnswer answer, Instant at) {
        return new GateLog.Entry(UUID.randomUUID(), a(), lead, touchId(), gate, answer, "hash", at);
    }

    // What was sent

    @Test // outreach 4.3 T5, content 4.8
    void what_an_enrolment_sent_stands_in_one_thread_oldest_first() {
        Enrolment enrolment = enrolled();
        ResourceId mailbox = new ResourceId(UUID.randomUUID());
        Touch first = stored(touch(enrolment).from(mailbox, "x@y.example").sent(MONDAY, ref()));
        Touch second = stored(touch(enrolment).step(2).sent(LATER, ref()));
        Touch elsewhere = stored(touch(enrolled()).sent(MONDAY, ref()));
        run(() -> stores().sentLog()
                .record(List.of(sent(second, LATER, 2, null), sent(elsewhere, MONDAY, 1, "<3@x.example>"))));
        run(() -> stores().sentLog().record(List.of(sent(first, MONDAY, 1, "<1@x.example>"))));

        List<SentLog.Earlier> earlier = earlier(enrolment);
        assertThat(earlier)
                .extracting(SentLog.Earlier::messageId, SentLog.Earlier::subject, SentLog.Earlier::sender)
                .containsExactly(
                        org.assertj.core.api.Assertions.tuple("<1@x.example>", "Subject 1", mailbox),
                        org.assertj.core.api.Assertions.tuple(null, "Subject 2", null));
        ThreadId thread = earlier.getFirst().thread();
        assertThat(earlier).allMatch(one -> one.thread().equals(thread)).noneMatch(SentLog.Earlier::bounced);
        assertThat(read(() -> stores().sentLog()
                        .earlier(
                                a(),
                                List.of(enrolment.id(), elsewhere.enrolmentId(), new EnrolmentId(UUID.randomUUID())))))
                .containsOnlyKeys(enrolment.id(), elsewhere.enrolmentId())
                .extractingByKey(elsewhere.enrolmentId())
                .satisfies(others -> assertThat(others.getFirst().thread()).isNotEqualTo(thread));
        assertThat(read(b(), () -> stores().sentLog().earlier(b(), List.of(enrolment.id()))))
                .isEmpty();

        bounced(a(), first.id());
        assertThat(earlier(enrolment)).extracting(SentLog.Earlier::bounced).containsExactly(true, false);
    }

    @Test // I8: an outcome that is told twice
    void a_touch_is_recorded_once() {
        Enrolment enrolment = enrolled();
        Touch touch = stored(touch(enrolment).sent(MONDAY, ref()));
        SentLog.Sent sent = sent(touch, MONDAY, 1, "<1@x.example>");
        run(() -> stores().sentLog().record(List.of(sent)));
        run(() -> stores().sentLog().record(List.of(sent(touch, LATER, 9, "<2@x.example>"))));
        run(() -> stores().sentLog().record(List.of()));

        assertThat(earlier(enrolment)).extracting(SentLog.Earlier::messageId).containsExactly("<1@x.example>");
    }

    private List<SentLog.Earlier> earlier(Enrolment enrolment) {
        return read(() -> stores().sentLog().earlier(a(), List.of(enrolment.id())))
                .getOrDefault(enrolment.id(), List.of());
    }

    private static String ref() {
        return "ref-" + UUID.randomUUID();
    }

    private static SentLog.Sent sent(Touch touch, Instant at, int touchNo, @Nullable String messageId) {
        return new SentLog.Sent(
                touch,
                at,
                1,
                messageId,
                "Subject " + touchNo,
                "The whole text.",
                new DomainName("northlight.example"),
                touchNo,
                touchNo == 1 ? null : 2,
                LocalDateTime.ofInstant(at, SYDNEY),
                SYDNEY,
                60,
                false);
    }

    // Consent

    @Test // outreach 6.4
    void a_declaration_covers_a_campaigns_leads_by_email_and_linkedin_alone() {
        List<LeadId> leads = List.of(lead(60).id(), lead(60).id());
        assertThat(covered(Channel.EMAIL, leads)).isEmpty();
        declare(a(), campaign(CampaignStatus.ACTIVE, false).id());
        assertThat(covered(Channel.EMAIL, leads)).isEmpty();

        declare(a(), campaign().id());

        assertThat(covered(Channel.EMAIL, leads)).containsExactlyInAnyOrderElementsOf(leads);
        assertThat(covered(Channel.LINKEDIN, leads)).containsExactlyInAnyOrderElementsOf(leads);
        assertThat(covered(Channel.SMS, leads)).isEmpty();
        assertThat(covered(Channel.VOICE, leads)).isEmpty();
        assertThat(read(b(), () -> stores().consents().covered(b(), campaign().id(), Channel.EMAIL, leads, MONDAY)))
                .isEmpty();
    }

    @Test // outreach 6.4
    void a_persons_own_consent_holds_for_its_channel_until_it_lapses() {
        LeadId lasting = lead(60).id();
        LeadId lapsing = lead(60).id();
        List<LeadId> leads = List.of(lasting, lapsing, lead(60).id());
        consent(a(), lasting, Channel.SMS, null);
        consent(a(), lapsing, Channel.SMS, LATER);

        assertThat(covered(Channel.SMS, leads)).containsExactlyInAnyOrder(lasting, lapsing);
        assertThat(covered(Channel.VOICE, leads)).isEmpty();
        assertThat(read(() -> stores().consents().covered(a(), campaign().id(), Channel.SMS, leads, LATER)))
                .containsExactly(lasting);
    }

    private Set<LeadId> covered(Channel channel, List<LeadId> leads) {
        return read(() -> stores().consents().covered(a(), campaign().id(), channel, leads, MONDAY));
    }
}
