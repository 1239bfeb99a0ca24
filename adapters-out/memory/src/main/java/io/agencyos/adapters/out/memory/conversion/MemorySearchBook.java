package io.agencyos.adapters.out.memory.conversion;

import static java.util.Comparator.comparing;

import io.agencyos.adapters.out.memory.campaign.MemoryCampaigns;
import io.agencyos.adapters.out.memory.conversation.MemoryReplies;
import io.agencyos.adapters.out.memory.deal.MemoryMeetings;
import io.agencyos.adapters.out.memory.lead.MemoryLeads;
import io.agencyos.application.conversation.store.Replies;
import io.agencyos.application.conversion.SearchBook;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.shared.SearchText;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The same order as the SQL, by walking the tables of the other fakes. */
public final class MemorySearchBook implements SearchBook {

    private record Ranked(Hit hit, int rank, Instant at) {}

    private record Found(Lead lead, String name, int rank) {}

    private final MemoryLeads leads;
    private final MemoryCampaigns campaigns;
    private final MemoryReplies replies;
    private final MemoryMeetings meetings;

    public MemorySearchBook(
            MemoryLeads leads, MemoryCampaigns campaigns, MemoryReplies replies, MemoryMeetings meetings) {
        this.leads = leads;
        this.campaigns = campaigns;
        this.replies = replies;
        this.meetings = meetings;
    }

    @Override
    public List<Hit> find(ClientId client, String text) {
        Map<LeadId, Found> found = leads.live(client)
                .flatMap(lead -> found(lead, text).stream())
                .collect(Collectors.toMap(one -> one.lead().id(), Function.identity()));
        Stream<Ranked> people = found.values().stream()
                .map(one -> new Ranked(
                        new Hit(
                                Type.LEAD,
                                one.lead().id().value(),
                                one.name(),
                                one.lead().company().name()),
                        one.rank(),
                        one.lead().createdAt()));
        Stream<Ranked> named = campaigns.all(client).stream()
                .filter(campaign -> SearchText.folded(campaign.name()).contains(text))
                .map(campaign -> new Ranked(
                        new Hit(
                                Type.CAMPAIGN,
                                campaign.id().value(),
                                campaign.name(),
                                campaign.status().wire()),
                        SearchText.folded(campaign.name()).startsWith(text) ? 1 : 2,
                        campaign.createdAt()));
        Stream<Ranked> answers = replies.list(client, Replies.Filter.ALL, null, Integer.MAX_VALUE).stream()
                .flatMap(reply -> of(
                        found.get(reply.leadId()),
                        Type.REPLY,
                        reply.id().value(),
                        reply.intent() == null ? null : reply.intent().wire(),
                        reply.receivedAt())
                        .stream());
        Stream<Ranked> booked = meetings.all(client)
                .filter(meeting -> meeting.leadId() != null)
                .flatMap(meeting -> of(
                        found.get(meeting.leadId()),
                        Type.MEETING,
                        meeting.id().value(),
                        meeting.type().wire(),
                        meeting.bookedAt())
                        .stream());
        return Stream.of(people, named, answers, booked)
                .flatMap(hits -> hits.sorted(BEST).limit(PER_TYPE))
                .map(Ranked::hit)
                .toList();
    }

    private static final Comparator<Ranked> BEST = comparing(Ranked::rank)
            .thenComparing(Ranked::at, Comparator.reverseOrder())
            .thenComparing(ranked -> ranked.hit().id().toString(), Comparator.reverseOrder());

    private static Optional<Ranked> of(
            @Nullable Found found, Type type, UUID id, @Nullable String subtitle, Instant at) {
        return Optional.ofNullable(found)
                .map(one -> new Ranked(new Hit(type, id, one.name(), subtitle), one.rank(), at));
    }

    private static Optional<Found> found(Lead lead, String text) {
        String email =
                lead.contact().email() == null ? "" : lead.contact().email().value();
        String domain =
                lead.company().domain() == null ? "" : lead.company().domain().value();
        String person = lead.person().fullName();
        String company = lead.company().name() == null ? "" : lead.company().name();
        String all = SearchText.folded(email + "\n" + person + "\n" + company);
        if (!all.contains(text) && !domain.equals(text)) {
            return Optional.empty();
        }
        int rank = email.equalsIgnoreCase(text) || domain.equals(text)
                ? 0
                : all.startsWith(text) || all.contains("\n" + text) ? 1 : 2;
        String name = person.isEmpty() ? email.isEmpty() ? company : email : person;
        return Optional.of(new Found(lead, name, rank));
    }
}
