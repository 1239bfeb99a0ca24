package io.agencyos.application.lead.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.application.lead.store.LeadQueries.AfterImport;
import io.agencyos.application.lead.store.LeadQueries.Filter;
import io.agencyos.application.lead.store.LeadQueries.Listed;
import io.agencyos.application.lead.store.LeadQueries.ListedImport;
import io.agencyos.application.lead.store.LeadQueries.ScoreParts;
import io.agencyos.application.lead.store.LeadQueries.Shown;
import io.agencyos.application.lead.store.LeadQueries.Sort;
import io.agencyos.application.scoring.store.FrozenFacts;
import io.agencyos.application.scoring.store.LeadScores;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.lead.LeadImport;
import io.agencyos.domain.lead.LeadSource;
import io.agencyos.domain.lead.LeadStatus;
import io.agencyos.domain.scoring.AlsResult;
import io.agencyos.domain.scoring.ExactPoints;
import io.agencyos.domain.scoring.Explanation;
import io.agencyos.domain.scoring.LeadFacts;
import io.agencyos.domain.scoring.Lookup;
import io.agencyos.domain.scoring.MissingFacts;
import io.agencyos.domain.scoring.ScoreCause;
import io.agencyos.domain.scoring.ScoreSnapshot;
import io.agencyos.domain.scoring.tier.AlsScore;
import io.agencyos.domain.scoring.tier.Tier;
import io.agencyos.domain.scoring.tier.TierSource;
import io.agencyos.domain.scoring.weight.Signal;
import io.agencyos.domain.scoring.weight.WeightsSource;
import io.agencyos.domain.shared.id.ImportId;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.LeadScoreId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What else lists of leads and imports show, on every set of stores. Source: api 1.4, 9.6. */
public abstract class LeadQueriesContract extends LeadListContract {

    @Test // api 9.6: filters; different ones AND, words of one OR
    void filters_narrow_the_list() {
        assertThat(found(new Filter(Set.of(campaign.id()), Set.of(), Set.of(), null, null, null, null, null)))
                .containsExactly(3, 2);
        assertThat(found(new Filter(Set.of(), Set.of(Tier.HOT, Tier.WARM), Set.of(), null, null, null, null, null)))
                .containsExactly(5, 2, 1);
        assertThat(found(new Filter(
                        Set.of(campaign.id()),
                        Set.of(Tier.HOT),
                        Set.of(LeadStatus.IN_SEQUENCE),
                        null,
                        null,
                        null,
                        null,
                        null)))
                .containsExactly(2);
        assertThat(found(new Filter(Set.of(), Set.of(), Set.of(), "crm-" + number(4), null, null, null, null)))
                .containsExactly(4);
        assertThat(found(new Filter(
                        Set.of(),
                        Set.of(),
                        Set.of(),
                        null,
                        "p" + number(3) + "@harbourlane.example",
                        null,
                        null,
                        null)))
                .containsExactly(3);
        assertThat(found(
                        new Filter(Set.of(), Set.of(), Set.of(), null, null, null, T.plusSeconds(1), T.plusSeconds(2))))
                .containsExactly(4);
    }

    @Test // api 9.6: linkedin_url by identity key, last_contacted_from/to
    void leads_are_found_by_their_profile_and_by_when_they_were_written_to() {
        List<Lead> contacted = List.of(contacted(1, T), contacted(2, T.plusSeconds(60)));
        run(client, () -> leads().updateAll(contacted));

        assertThat(found(reached("in/p" + number(3), null, null))).containsExactly(3);
        assertThat(found(reached(null, T.plusSeconds(1), null))).containsExactly(2);
        assertThat(found(reached(null, T, T.plusSeconds(60)))).containsExactly(1);
    }

    private Lead contacted(int n, Instant at) {
        Lead lead = read(client, () -> leads().find(client, id(n))).orElseThrow();
        return lead.change().history(lead.history().touched(at)).lead();
    }

    private static Filter reached(@Nullable String profile, @Nullable Instant from, @Nullable Instant to) {
        return new Filter(Set.of(), Set.of(), Set.of(), null, null, null, null, null, Map.of(), profile, from, to);
    }

    @Test // api 1.4: metadata[key]=value: values of one key OR, different keys AND
    void leads_are_found_by_what_their_client_noted_of_them() {
        run(
                client,
                () -> leads().putMetadata(
                                client,
                                Map.of(
                                        id(1), Map.of("list", "expo", "owner", "sam"),
                                        id(2), Map.of("list", "spring", "owner", "sam"),
                                        id(3), Map.of("list", "expo", "owner", "kim"))));

        assertThat(found(noted(Map.of("list", Set.of("expo"))))).containsExactly(3, 1);
        assertThat(found(noted(Map.of("list", Set.of("expo", "spring"), "owner", Set.of("sam")))))
                .containsExactly(2, 1);
        assertThat(found(noted(Map.of("list", Set.of("Expo"))))).isEmpty();
    }

    private static Filter noted(Map<String, Set<String>> pairs) {
        return new Filter(Set.of(), Set.of(), Set.of(), null, null, null, null, null, pairs);
    }

    @Test // api 1.4: matched literally, case- and accent-insensitive
    void a_search_looks_at_address_name_and_company() {
        assertThat(searched("zoe")).containsExactly(1);
        assertThat(searched("ZOË RAM")).containsExactly(1);
        assertThat(searched("P" + number(2))).containsExactly(2);
        assertThat(searched("harbour")).hasSize(5);
        assertThat(searched("%")).isEmpty();
        assertThat(searched("_")).isEmpty();
    }

    @Test // api 4
    void another_tenant_sees_nothing() {
        assertThat(read(other, () -> queries().list(other, Filter.ALL, window(Sort.CREATED, true, 10, null))))
                .isEmpty();
        assertThat(read(other, () -> queries().list(client, Filter.ALL, window(Sort.CREATED, true, 10, null))))
                .isEmpty();
        assertThat(read(other, () -> queries().find(client, id(1)))).isEmpty();
    }

    @Test // api 1.1: a deleted lead is found by its id alone, to be told as deleted
    void a_deleted_lead_is_in_no_list() {
        run(client, () -> leads().deleteAll(client, List.of(id(5)), T.plusSeconds(9)));

        assertThat(walked(Sort.CREATED, true, 10)).containsExactly(4, 3, 2, 1);
        Listed deleted =
                read(client, () -> queries().find(client, id(5))).orElseThrow().listed();
        assertThat(deleted.lead().deletedAt()).isNotNull();
    }

    @Test
    void a_lead_is_shown_with_the_name_of_its_campaign() {
        Listed inside =
                read(client, () -> queries().find(client, id(2))).orElseThrow().listed();
        Listed outside =
                read(client, () -> queries().find(client, id(1))).orElseThrow().listed();

        assertThat(inside.campaignName()).isEqualTo(campaign.name());
        assertThat(outside.campaignName()).isNull();
        assertThat(inside.lead().score()).isNotNull();
    }

    @Test // api 8, Lead: als with components, boosts and weights_source; the newest score counts
    void one_lead_is_shown_with_what_its_newest_score_is_made_of() {
        run(client, () -> scores().insertAll(List.of(score(1, 8, T), score(1, 12, T.plusSeconds(5)), score(2, 3, T))));

        Shown shown = read(client, () -> queries().find(client, id(1))).orElseThrow();

        assertThat(shown.score())
                .isEqualTo(new ScoreParts(
                        new AlsResult.Components(12, 15, 25, 5, 15),
                        4,
                        2,
                        1,
                        WeightsSource.DEFAULT,
                        List.of("phone", "personal_email")));
        assertThat(read(client, () -> queries().find(client, id(4)))
                        .orElseThrow()
                        .score())
                .isNull();
    }

    @Test // ALS-15, api 8: everything that was missing, also where names were not kept beside the score yet
    void one_lead_is_shown_with_everything_that_its_score_lacked() {
        LeadFacts facts = new LeadFacts(
                LeadFacts.Contact.NONE,
                LeadFacts.Role.NONE,
                LeadFacts.Company.NONE,
                LeadFacts.Reputation.CLEAN,
                Lookup.unavailable(),
                Lookup.absent(),
                Lookup.absent(),
                false,
                1);
        LocalDate day = LocalDate.ofInstant(T, ZoneOffset.UTC);
        run(client, () -> scores().insertAll(List.of(score(1, 8, T, new FrozenFacts(facts, day, null)))));
        List<String> lacked = MissingFacts.of(facts, day);

        assertThat(lacked).contains("email", "title", "unavailable:domain_rank", "not_enriched");
        assertThat(lackedBy(1)).isEqualTo(lacked);
        forgetNames();
        assertThat(lackedBy(1)).isEqualTo(lacked);
    }

    /** Makes scores what they were before the names of what they lacked were kept beside them. */
    protected void forgetNames() {}

    private List<String> lackedBy(int lead) {
        return Objects.requireNonNull(read(client, () -> queries().find(client, id(lead)))
                        .orElseThrow()
                        .score())
                .missing();
    }

    private LeadScores.Entry score(int lead, int dataQuality, Instant at) {
        return score(lead, dataQuality, at, null);
    }

    private LeadScores.Entry score(int lead, int dataQuality, Instant at, @Nullable FrozenFacts facts) {
        AlsScore total = AlsScore.of(60 + dataQuality);
        return new LeadScores.Entry(
                new LeadScoreId(UUID.randomUUID()),
                client,
                id(lead),
                new ScoreSnapshot(
                        total,
                        Tier.WARM,
                        TierSource.SCORE,
                        List.of(),
                        new AlsResult.Components(dataQuality, 15, 25, 5, 15),
                        4,
                        null,
                        2,
                        1,
                        List.of(),
                        new Explanation(
                                total,
                                List.of(),
                                List.of(
                                        new Explanation.Missing(Signal.PHONE, ExactPoints.whole(3)),
                                        new Explanation.Missing(Signal.PERSONAL_EMAIL, new ExactPoints(5, 2)))),
                        1,
                        WeightsSource.DEFAULT,
                        1,
                        "als-1",
                        ScoreCause.REWEIGHT),
                "digest " + lead + " " + dataQuality,
                at,
                facts);
    }

    @Test // flows 2.10: leads that wait in a campaign
    void the_leads_of_a_campaign_that_nobody_wrote_to_are_read_page_by_page() {
        run(
                client,
                () -> leads().insertAll(List.of(
                        lead(6, "Tom", campaign.id(), 60, Tier.WARM, LeadStatus.SCORED, T),
                        lead(7, "Lee", campaign.id(), null, null, LeadStatus.NEW, T),
                        lead(8, "Uma", campaign.id(), 60, Tier.WARM, LeadStatus.ENRICHED, T),
                        lead(9, "Max", campaign.id(), 60, Tier.WARM, LeadStatus.NOT_INTERESTED, T))));

        List<LeadId> first = read(client, () -> leads().untouched(client, campaign.id(), null, 2));
        List<LeadId> second = read(client, () -> leads().untouched(client, campaign.id(), first.getLast(), 2));

        assertThat(first).hasSize(2).doesNotContainAnyElementsOf(second);
        assertThat(Stream.of(first, second).flatMap(List::stream)).containsExactlyInAnyOrder(id(6), id(7), id(8));
        assertThat(read(other, () -> leads().untouched(client, campaign.id(), null, 2)))
                .as("seen by another tenant")
                .isEmpty();
    }

    @Test // api 9.21: newest first
    void imports_are_walked_newest_first() {
        List<LeadImport> runs = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            runs.add(new LeadImport(
                    new ImportId(new UUID(7, number(i))),
                    client,
                    i == 0 ? campaign.id() : null,
                    LeadSource.CSV_IMPORT,
                    "leads.csv",
                    LeadImport.Status.DONE,
                    LeadImport.Counts.NONE,
                    i == 2 ? T.plusSeconds(1) : T,
                    T.plusSeconds(2),
                    null,
                    null,
                    0));
        }
        run(client, () -> runs.forEach(imports()::insert));

        List<ListedImport> first = read(client, () -> queries().imports(client, Optional.empty(), 2));
        LeadImport last = first.getLast().run();
        AfterImport after = new AfterImport(last.createdAt(), last.id());
        List<ListedImport> second = read(client, () -> queries().imports(client, Optional.of(after), 2));

        assertThat(first).extracting(ListedImport::run).containsExactly(runs.get(2), runs.get(1));
        assertThat(second).extracting(ListedImport::run).containsExactly(runs.get(0));
        assertThat(second.getFirst().campaignName()).isEqualTo(campaign.name());
        assertThat(read(client, () -> queries().findImport(client, runs.get(1).id())))
                .contains(new ListedImport(runs.get(1), null, null));
        assertThat(read(other, () -> queries().findImport(client, runs.get(1).id())))
                .isEmpty();
    }
}
