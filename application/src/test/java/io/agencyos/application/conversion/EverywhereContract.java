package io.agencyos.application.conversion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.agencyos.application.conversion.everywhere.Everywhere;
import io.agencyos.application.conversion.everywhere.Everywhere.ActivityFilter;
import io.agencyos.application.conversion.everywhere.Everywhere.CampaignFilter;
import io.agencyos.application.conversion.everywhere.Everywhere.CampaignRow;
import io.agencyos.application.conversion.everywhere.Everywhere.LeadFilter;
import io.agencyos.application.conversion.everywhere.Everywhere.LeadOrder;
import io.agencyos.application.conversion.everywhere.Everywhere.LeadRow;
import io.agencyos.application.conversion.everywhere.Everywhere.MeetingFilter;
import io.agencyos.application.conversion.everywhere.Everywhere.MeetingRow;
import io.agencyos.application.conversion.everywhere.Everywhere.Place;
import io.agencyos.application.conversion.everywhere.Everywhere.ReplyFilter;
import io.agencyos.application.conversion.everywhere.Everywhere.Window;
import io.agencyos.application.conversion.everywhere.ReadEverywhere;
import io.agencyos.application.outreach.OutreachScenario;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.testing.DeskUnderTest;
import io.agencyos.domain.campaign.CampaignOrigin;
import io.agencyos.domain.campaign.CampaignStatus;
import io.agencyos.domain.conversation.Intent;
import io.agencyos.domain.deal.BookedBy;
import io.agencyos.domain.deal.BookingMethod;
import io.agencyos.domain.deal.Meeting;
import io.agencyos.domain.deal.MeetingOutcome;
import io.agencyos.domain.deal.MeetingStatus;
import io.agencyos.domain.deal.MeetingType;
import io.agencyos.domain.lead.ActivityAction;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.MeetingId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What staff reads across all clients, on every set of stores. Source: api 9.17. */
public abstract class EverywhereContract extends DeskUnderTest {

    private static final ActivityFilter ALL = new ActivityFilter(Set.of(), Set.of(), null, null);

    protected abstract Everywhere everywhere();

    private ReadEverywhere read() {
        return new ReadEverywhere(everywhere(), desk().world().units());
    }

    private static LeadFilter leads(LeadOrder order, @Nullable String q) {
        return new LeadFilter(Set.of(), Set.of(), Set.of(), q, null, null, order);
    }

    private static Window of(int limit, ClientId... clients) {
        return new Window(List.of(clients), null, limit);
    }

    @Test // api 9.17, 1.4: cross-tenant lists of live clients, each row once, in one order over all of them
    void leads_of_two_clients_stand_in_one_order_and_are_paged_steadily() {
        List<Lead> mine = contacted(3);
        OutreachScenario other = another();
        List<Lead> theirs = other.leads(2);

        for (LeadOrder order : LeadOrder.values()) {
            List<LeadId> whole = ids(read().leads(leads(order, null), of(99, client(), other.client())));
            List<LeadId> paged = new ArrayList<>();
            Place after = null;
            List<LeadRow> page;
            do {
                page = read().leads(leads(order, null), new Window(List.of(client(), other.client()), after, 2));
                paged.addAll(ids(page));
                after = page.isEmpty() ? null : place(order, page.getLast());
            } while (!page.isEmpty());

            assertThat(paged).as("%s", order).isEqualTo(whole).hasSize(5);
        }
        assertThat(ids(read().leads(leads(LeadOrder.NEWEST, null), of(99, other.client()))))
                .containsExactlyInAnyOrderElementsOf(
                        theirs.stream().map(Lead::id).toList());
        LeadRow row = read().leads(
                        leads(
                                LeadOrder.NEWEST,
                                mine.getFirst().contact().email().value()),
                        of(9))
                .getFirst();
        assertThat(row.client().id()).isEqualTo(client());
        assertThat(row.lead().name()).isEqualTo("Priya Raman");
        assertThat(row.campaign().name()).isEqualTo(scenario().campaign().name());
        assertThat(row.lastContactedAt()).isNotNull();
    }

    @Test // api 9.17 overview: leads_today; api 4.1: a twin counts in no platform figure
    void new_leads_are_counted_by_the_time_at_which_they_came() {
        contacted(3);
        var created = read().leads(leads(LeadOrder.NEWEST, null), of(99, client())).stream()
                .map(LeadRow::createdAt)
                .sorted()
                .toList();

        assertThat(read().newLeads(created.getFirst(), created.getLast().plusMillis(1)))
                .isGreaterThanOrEqualTo(3);
        assertThat(read().newLeads(
                                created.getFirst().minusSeconds(1),
                                created.getFirst().minusMillis(999)))
                .isZero();
    }

    @Test // api 9.17 compliance summary: bounce and complaint rates per client
    void what_came_back_is_counted_for_each_client() {
        contacted(2);
        ClientId silent = another().client();

        List<Everywhere.Compliance> all = read().compliance(now().minusSeconds(86_400));

        assertThat(all)
                .filteredOn(row -> row.client().id().equals(client()))
                .extracting(
                        Everywhere.Compliance::sent, Everywhere.Compliance::bounced, Everywhere.Compliance::optedOut)
                .containsExactly(tuple(2L, 0L, 0L));
        assertThat(all)
                .filteredOn(row -> row.client().id().equals(silent))
                .extracting(Everywhere.Compliance::sent)
                .containsExactly(0L);
        assertThat(read().compliance(now().plusSeconds(1)))
                .filteredOn(row -> row.client().id().equals(client()))
                .extracting(Everywhere.Compliance::sent)
                .containsExactly(0L);
    }

    private static CampaignFilter campaigns(CampaignStatus status) {
        return new CampaignFilter(Set.of(status), Set.of(), null);
    }

    @Test // api 9.17: filters of the tenant's list; a name is found however it is written
    void campaigns_are_narrowed_by_how_they_came_to_be_and_by_their_name() {
        String name = scenario().campaign().name();
        ClientId other = another().client();

        for (String q : List.of(name, name.toUpperCase(Locale.ROOT), name.replaceFirst("o", "o\u0308"))) {
            assertThat(read().campaigns(
                                    new CampaignFilter(Set.of(), Set.of(CampaignOrigin.CUSTOM), q), of(9, client())))
                    .as(q)
                    .extracting(CampaignRow::id)
                    .containsExactly(scenario().campaign().id());
        }
        assertThat(read().campaigns(
                                new CampaignFilter(Set.of(), Set.of(CampaignOrigin.TEMPLATE), name), of(9, client())))
                .isEmpty();
        assertThat(read().campaigns(new CampaignFilter(Set.of(), Set.of(), name + " 2"), of(9, client(), other)))
                .isEmpty();
        assertThat(read().campaigns(new CampaignFilter(Set.of(), Set.of(CampaignOrigin.CUSTOM), null), of(9, other)))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.client().id()).isEqualTo(other));
    }

    @Test // api 9.17: filters of the tenant's list; the status is that of now
    void meetings_are_narrowed_by_what_has_become_of_them_until_now() {
        Meeting meeting = booked(contacted(), now().plusSeconds(3_600));
        Instant over = now().plusSeconds(3_600 + 1_800);

        assertThat(meetings(Set.of(), true, now())).containsExactly(meeting.id().value());
        assertThat(meetings(Set.of(MeetingStatus.SCHEDULED, MeetingStatus.NO_SHOW), null, now()))
                .containsExactly(meeting.id().value());
        assertThat(meetings(Set.of(MeetingStatus.CONFIRMED), null, now())).isEmpty();
        assertThat(meetings(Set.of(), true, over)).isEmpty();
        assertThat(meetings(Set.of(MeetingStatus.AWAITING_OUTCOME), false, over))
                .containsExactly(meeting.id().value());
    }

    private List<UUID> meetings(Set<MeetingStatus> statuses, @Nullable Boolean upcoming, Instant at) {
        return read().meetings(new MeetingFilter(Set.of(), statuses, upcoming, at), of(9, client())).stream()
                .map(MeetingRow::id)
                .toList();
    }

    private Meeting booked(Lead lead, Instant at) {
        Meeting meeting = new Meeting(
                new MeetingId(UUID.randomUUID()),
                client(),
                lead.id(),
                lead.campaignId(),
                MeetingType.DISCOVERY,
                now(),
                BookedBy.LEAD,
                BookingMethod.CALENDLY,
                at,
                30,
                null,
                null,
                null,
                null,
                MeetingOutcome.PENDING,
                null,
                null,
                null,
                0,
                null,
                null,
                1,
                0,
                null,
                now(),
                0);
        desk().world()
                .units()
                .inTenant(TenantScope.worker(client()), () -> desk().meetings().insert(meeting));
        return meeting;
    }

    private static Place place(LeadOrder order, LeadRow row) {
        boolean changed = order == LeadOrder.LAST_CHANGED || order == LeadOrder.FIRST_CHANGED;
        return new Place(
                changed ? row.updatedAt() : row.createdAt(), row.lead().id().value());
    }

    private static List<LeadId> ids(List<LeadRow> rows) {
        return rows.stream().map(row -> row.lead().id()).toList();
    }

    @Test // api 9.17: filters of the tenant's list
    void replies_campaigns_and_what_happened_are_told_with_their_client_and_lead() {
        Lead lead = contacted();
        replied(lead, Intent.QUESTION, "How much?");
        another();

        assertThat(read().replies(
                                new ReplyFilter(Set.of(Intent.QUESTION), Set.of(Channel.EMAIL), null, null),
                                of(9, client())))
                .singleElement()
                .satisfies(reply -> {
                    assertThat(reply.client().id()).isEqualTo(client());
                    assertThat(reply.lead().id()).isEqualTo(lead.id());
                });
        assertThat(read().replies(new ReplyFilter(Set.of(Intent.UNSUBSCRIBE), Set.of(), null, null), of(9, client())))
                .isEmpty();
        assertThat(read().replies(new ReplyFilter(Set.of(), Set.of(), true, null), of(9, client())))
                .isEmpty();
        assertThat(read().campaigns(campaigns(CampaignStatus.ACTIVE), of(9, client())))
                .singleElement()
                .satisfies(campaign -> assertThat(campaign.id())
                        .isEqualTo(scenario().campaign().id()));
        assertThat(read().campaigns(campaigns(CampaignStatus.DRAFT), of(9, client())))
                .isEmpty();
        assertThat(read().meetings(
                                new MeetingFilter(Set.of(MeetingOutcome.PENDING), Set.of(), null, now()),
                                of(9, client())))
                .isEmpty();
        assertThat(read().activities(ALL, of(99, client())))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line.client().id()).isEqualTo(client()))
                .filteredOn(line -> line.action() == ActivityAction.SENT)
                .hasSize(1)
                .allSatisfy(line -> assertThat(line.lead().id()).isEqualTo(lead.id()));
        assertThat(read().activities(
                                new ActivityFilter(Set.of(), Set.of(), now().plusSeconds(1), null), of(9, client())))
                .isEmpty();
        assertThat(read().bounces(Set.of(), null, null, of(9, client()))).isEmpty();
    }
}
