package io.agencyos.application.lead;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.application.campaign.store.Campaigns;
import io.agencyos.application.campaign.store.Enrolments;
import io.agencyos.application.deal.store.Meetings;
import io.agencyos.application.lead.store.LeadQueries;
import io.agencyos.application.lead.store.LeadQueries.Filter;
import io.agencyos.application.lead.store.LeadQueries.Listed;
import io.agencyos.application.lead.store.LeadQueries.Progress;
import io.agencyos.application.lead.store.LeadQueries.Shown;
import io.agencyos.application.lead.store.LeadQueries.Sort;
import io.agencyos.application.lead.store.LeadQueries.Window;
import io.agencyos.application.lead.store.Leads;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.application.testing.Campaignbook;
import io.agencyos.application.testing.EnrolmentMaker;
import io.agencyos.application.testing.Leadbook;
import io.agencyos.application.testing.Outreachbook;
import io.agencyos.domain.campaign.Campaign;
import io.agencyos.domain.campaign.enrolment.Enrolment;
import io.agencyos.domain.campaign.enrolment.EnrolmentState;
import io.agencyos.domain.client.PermissionMode;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.deal.BookedBy;
import io.agencyos.domain.deal.BookingMethod;
import io.agencyos.domain.deal.Meeting;
import io.agencyos.domain.deal.MeetingOutcome;
import io.agencyos.domain.deal.MeetingType;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.MeetingId;
import io.agencyos.domain.shared.id.UserId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How far leads have come, as they are shown, on every set of stores and as a viewer reads it. Source: api 8 Lead. */
public abstract class LeadProgressContract {

    private static final Instant T = Leadbook.MONDAY;

    private final ClientId client = new ClientId(UUID.randomUUID());
    private final TenantScope viewer = new TenantScope(client, new UserId(UUID.randomUUID()), Role.VIEWER);
    private final Campaign campaign = Campaignbook.active(client, PermissionMode.AUTOPILOT, T);
    private final int base = Leadbook.freshNumbers();
    private final List<Lead> leads = IntStream.range(0, 5)
            .mapToObj(n -> Leadbook.lead(client, base + n, "p" + (base + n)))
            .toList();

    protected abstract UnitOfWork units();

    protected abstract Leads leads();

    protected abstract Campaigns campaigns();

    protected abstract Enrolments enrolments();

    protected abstract Meetings meetings();

    protected abstract LeadQueries queries();

    @BeforeEach
    void five_leads_each_somewhere_else() {
        units().inTenant(TenantScope.worker(client), () -> {
            campaigns().insert(campaign, Campaignbook.emails(campaign));
            leads().insertAll(leads);
            enrolments()
                    .insertAll(
                            List.of(
                                    EnrolmentMaker.of(enrolment(1, EnrolmentState.STOPPED))
                                            .createdAt(T.minusSeconds(60))
                                            .make(),
                                    EnrolmentMaker.of(enrolment(1, EnrolmentState.ACTIVE))
                                            .done(1, LocalDate.of(2026, 3, 2))
                                            .next(2, T.plusSeconds(90))
                                            .make(),
                                    EnrolmentMaker.of(enrolment(2, EnrolmentState.PENDING))
                                            .snoozed(T.plusSeconds(900))
                                            .make(),
                                    EnrolmentMaker.of(enrolment(4, EnrolmentState.PENDING))
                                            .held("client_paused", T.plusSeconds(30))
                                            .make()),
                            List.of());
            List.of(1, 1, 3).forEach(lead -> meetings().insert(meeting(lead)));
        });
    }

    @Test // api 8, Lead: current_step, next_outreach_at, meetings_count; the newest enrolment counts
    void a_lead_is_shown_with_how_far_it_has_come() {
        Map<LeadId, Progress> expected = Map.of(
                id(0), Progress.NONE,
                id(1), new Progress(1, T.plusSeconds(90), 2),
                id(2), new Progress(0, T.plusSeconds(900), 0),
                id(3), new Progress(null, null, 1),
                id(4), new Progress(0, null, 0));

        assertThat(listed(null)).as("every lead").isEqualTo(expected);
        assertThat(listed("p" + base / 100)).as("those that a search finds").isEqualTo(expected);
        assertThat(leads.stream()
                        .map(lead -> units().reading(viewer, () -> queries().find(client, lead.id())))
                        .map(found -> found.map(Shown::listed).orElseThrow())
                        .collect(byLead()))
                .as("each alone")
                .isEqualTo(expected);
    }

    private Map<LeadId, Progress> listed(@Nullable String search) {
        Filter filter = new Filter(Set.of(), Set.of(), Set.of(), null, null, search, null, null);
        Window window = new Window(Sort.SCORE, true, Optional.empty(), 10);
        return units().reading(viewer, () -> queries().list(client, filter, window)).stream()
                .collect(byLead());
    }

    private static Collector<Listed, ?, Map<LeadId, Progress>> byLead() {
        Function<Listed, LeadId> id = listed -> listed.lead().id();
        return Collectors.toMap(id, Listed::progress);
    }

    private LeadId id(int n) {
        return leads.get(n).id();
    }

    private Enrolment enrolment(int lead, EnrolmentState state) {
        return Outreachbook.enrolment(id(lead), campaign, state, T);
    }

    private Meeting meeting(int lead) {
        return new Meeting(
                new MeetingId(UUID.randomUUID()),
                client,
                id(lead),
                null,
                MeetingType.DISCOVERY,
                T,
                BookedBy.HUMAN,
                BookingMethod.DIRECT,
                T.plusSeconds(3_600),
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
                0,
                null,
                null,
                T,
                0);
    }
}
