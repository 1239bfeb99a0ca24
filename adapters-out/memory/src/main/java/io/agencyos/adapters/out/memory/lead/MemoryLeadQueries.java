package io.agencyos.adapters.out.memory.lead;

import io.agencyos.adapters.out.memory.deal.MemoryMeetings;
import io.agencyos.application.campaign.store.Campaigns;
import io.agencyos.application.campaign.store.Enrolments;
import io.agencyos.application.lead.store.LeadQueries;
import io.agencyos.application.scoring.store.FrozenFacts;
import io.agencyos.application.scoring.store.LeadScores;
import io.agencyos.domain.campaign.Campaign;
import io.agencyos.domain.campaign.enrolment.Enrolment;
import io.agencyos.domain.lead.ImportRowResult;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.lead.LeadImport;
import io.agencyos.domain.lead.intake.LeadImportRow;
import io.agencyos.domain.scoring.MissingFacts;
import io.agencyos.domain.scoring.ScoreSnapshot;
import io.agencyos.domain.shared.SearchText;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.ImportId;
import io.agencyos.domain.shared.id.LeadId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Lists over the leads and imports in memory. */
public final class MemoryLeadQueries implements LeadQueries {

    private final MemoryLeads leads;
    private final MemoryLeadImports imports;
    private final Campaigns campaigns;
    private final LeadScores scores;
    private final Enrolments enrolments;
    private final MemoryMeetings meetings;

    public MemoryLeadQueries(
            MemoryLeads leads,
            MemoryLeadImports imports,
            Campaigns campaigns,
            LeadScores scores,
            Enrolments enrolments,
            MemoryMeetings meetings) {
        this.leads = leads;
        this.imports = imports;
        this.campaigns = campaigns;
        this.scores = scores;
        this.enrolments = enrolments;
        this.meetings = meetings;
    }

    @Override
    public List<Listed> list(ClientId client, Filter filter, Window window) {
        Comparator<Lead> ascending = order(window.sort());
        Comparator<Lead> order = window.descending() ? ascending.reversed() : ascending;
        return leads.all(client)
                .filter(lead -> lead.deletedAt() == null && matches(lead, filter))
                .filter(lead -> hasPairs(client, lead, filter.metadata()))
                .filter(lead -> window.after()
                        .map(after -> isAfter(lead, after, window))
                        .orElse(true))
                .sorted(order)
                .limit(window.limit())
                .map(lead -> listed(client, lead))
                .toList();
    }

    @Override
    public Optional<Shown> find(ClientId client, LeadId id) {
        return leads.all(client)
                .filter(lead -> lead.id().equals(id))
                .map(lead -> new Shown(listed(client, lead), parts(client, id)))
                .findFirst();
    }

    private @Nullable ScoreParts parts(ClientId client, LeadId id) {
        return scores.history(client, id, null, 1).stream()
                .map(MemoryLeadQueries::parts)
                .findFirst()
                .orElse(null);
    }

    private static ScoreParts parts(LeadScores.Entry entry) {
        ScoreSnapshot said = entry.snapshot();
        FrozenFacts frozen = entry.frozen();
        return new ScoreParts(
                said.components(),
                said.buyerBoost(),
                said.linkedInBoost(),
                said.techBoost(),
                said.weightsSource(),
                frozen == null
                        ? said.explanation().missing().stream()
                                .map(missing -> missing.signal().wire())
                                .toList()
                        : MissingFacts.of(frozen.facts(), frozen.asOf()));
    }

    @Override
    public List<ListedImport> imports(ClientId client, Optional<AfterImport> after, int limit) {
        Comparator<LeadImport> oldest = Comparator.comparing(LeadImport::createdAt)
                .thenComparing(run -> run.id().text());
        return imports.list(client, Integer.MAX_VALUE).stream()
                .filter(run -> after.map(last -> isAfter(run, last)).orElse(true))
                .sorted(oldest.reversed())
                .limit(limit)
                .map(run -> listed(client, run))
                .toList();
    }

    private ListedImport listed(ClientId client, LeadImport run) {
        Integer line =
                imports
                        .rows(
                                client,
                                run.id(),
                                EnumSet.allOf(ImportRowResult.class),
                                run.counts().rows() - 1,
                                1)
                        .stream()
                        .map(LeadImportRow::line)
                        .findFirst()
                        .orElse(null);
        return new ListedImport(run, name(client, run.campaignId()), line);
    }

    private static boolean isAfter(LeadImport run, AfterImport last) {
        int byTime = run.createdAt().compareTo(last.at());
        return byTime < 0 || byTime == 0 && run.id().text().compareTo(last.id().text()) < 0;
    }

    @Override
    public Optional<ListedImport> findImport(ClientId client, ImportId id) {
        return imports.find(client, id).map(run -> listed(client, run));
    }

    private Listed listed(ClientId client, Lead lead) {
        return new Listed(
                lead, name(client, lead.campaignId()), leads.metadata(client, lead.id()), progress(client, lead.id()));
    }

    private Progress progress(ClientId client, LeadId lead) {
        Enrolment newest = enrolments.newest(client, List.of(lead)).get(lead);
        long booked = meetings.all(client)
                .filter(meeting -> lead.equals(meeting.leadId()))
                .count();
        return newest == null
                ? new Progress(null, null, (int) booked)
                : new Progress(newest.currentStep(), newest.nextMove(), (int) booked);
    }

    private @Nullable String name(ClientId client, @Nullable CampaignId campaign) {
        return campaign == null
                ? null
                : campaigns.find(client, campaign).map(Campaign::name).orElse(null);
    }

    private static Comparator<Lead> order(Sort sort) {
        Comparator<Lead> byKey =
                (one, other) -> compare(sort, LeadQueries.key(sort, one), LeadQueries.key(sort, other));
        return byKey.thenComparing(lead -> lead.id().text());
    }

    private static boolean isAfter(Lead lead, After after, Window window) {
        int byKey = compare(window.sort(), LeadQueries.key(window.sort(), lead), after.key());
        int compared =
                byKey != 0 ? byKey : lead.id().text().compareTo(after.id().text());
        return window.descending() ? compared < 0 : compared > 0;
    }

    private static int compare(Sort sort, String one, String other) {
        return switch (sort) {
            case CREATED, UPDATED, CONTACTED -> Instant.parse(one).compareTo(Instant.parse(other));
            case SCORE -> Integer.compare(Integer.parseInt(one), Integer.parseInt(other));
            case COMPANY -> Arrays.compareUnsigned(place(one), place(other));
        };
    }

    /** A company's place in the alphabet of bytes. */
    private static byte[] place(String company) {
        String folded = SearchText.folded(company);
        int letters = Math.min(LeadQueries.COMPANY_LETTERS, folded.codePointCount(0, folded.length()));
        return folded.substring(0, folded.offsetByCodePoints(0, letters)).getBytes(StandardCharsets.UTF_8);
    }

    private boolean hasPairs(ClientId client, Lead lead, Map<String, Set<String>> wanted) {
        if (wanted.isEmpty()) {
            return true;
        }
        Map<String, String> pairs = leads.metadata(client, lead.id());
        return wanted.entrySet().stream()
                .allMatch(pair -> pair.getValue().contains(pairs.getOrDefault(pair.getKey(), "")));
    }

    private static boolean matches(Lead lead, Filter filter) {
        var score = lead.score();
        var email = lead.contact().email();
        String wanted = filter.search();
        return allows(filter.campaigns(), lead.campaignId())
                && allows(filter.tiers(), score == null ? null : score.tier())
                && allows(filter.statuses(), lead.status())
                && (filter.externalId() == null || filter.externalId().equals(lead.externalId()))
                && (filter.email() == null
                        || email != null && filter.email().equals(email.key().value()))
                && (wanted == null || SearchText.folded(text(lead)).contains(SearchText.folded(wanted)))
                && (filter.updatedFrom() == null || !lead.updatedAt().isBefore(filter.updatedFrom()))
                && (filter.updatedTo() == null || lead.updatedAt().isBefore(filter.updatedTo()))
                && reached(lead, filter);
    }

    private static boolean reached(Lead lead, Filter filter) {
        var profile = lead.contact().linkedIn();
        Instant last = lead.history().lastTouchAt();
        Instant from = filter.contactedFrom();
        Instant to = filter.contactedTo();
        return (filter.linkedIn() == null
                        || profile != null && filter.linkedIn().equals(profile.key()))
                && (from == null || last != null && !last.isBefore(from))
                && (to == null || last != null && last.isBefore(to));
    }

    private static <T> boolean allows(Set<T> allowed, @Nullable T value) {
        return allowed.isEmpty() || value != null && allowed.contains(value);
    }

    /** What a search looks at, apart from each other by line ends, which no search holds. */
    private static String text(Lead lead) {
        var email = lead.contact().email();
        String company = lead.company().name();
        return (email == null ? "" : email.value())
                + "\n" + lead.person().fullName()
                + "\n" + (company == null ? "" : company);
    }
}
