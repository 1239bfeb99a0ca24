package io.agencyos.application.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.application.allocation.AllocationScenario.Asking;
import io.agencyos.application.lead.ChangeLead;
import io.agencyos.application.lead.intake.ImportLeads;
import io.agencyos.application.lead.intake.LeadFile;
import io.agencyos.application.lead.intake.LeadUseCases;
import io.agencyos.application.scoring.store.LeadScores;
import io.agencyos.application.shared.PublishedSuffixes;
import io.agencyos.domain.lead.ContactPoints;
import io.agencyos.domain.lead.IdentityKey;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.lead.LeadSource;
import io.agencyos.domain.lead.PoolPerson;
import io.agencyos.domain.lead.Suppression;
import io.agencyos.domain.lead.SuppressionKeyType;
import io.agencyos.domain.lead.intake.LeadDraft;
import io.agencyos.domain.lead.intake.SignalDraft;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.scoring.EmailStatus;
import io.agencyos.domain.scoring.LeadFacts;
import io.agencyos.domain.scoring.ScoreCause;
import io.agencyos.domain.scoring.ScoringSetup;
import io.agencyos.domain.scoring.weight.Weights;
import io.agencyos.domain.shared.contact.LinkedInUrl;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Leads to whom everything happens that may happen, by a seed: files, changes by hand, two people found to be one, other
 * weights and targets, entries that come and go, and time. The same stories in memory and on PostgreSQL.
 */
public abstract class ScoreStoriesContract extends RescoringSteps {

    private static final List<String> HEADERS = List.of(
            "Email",
            "Title",
            "Employees",
            "Industry",
            "LinkedIn",
            "Is hiring",
            "ETV",
            "Domain rank",
            "Spam score",
            "SEO date",
            "Connections",
            "Last post on");
    private static final List<String> TITLES = List.of("CEO", "Head of Growth", "Marketing Manager", "Intern", "");
    private static final List<String> INDUSTRIES = List.of("Marketing", "Construction", "Food");
    private static final List<Weights> WEIGHTS = List.of(
            Weights.BENCHMARK,
            new Weights(1_000, 3_500, 3_000, 1_500, 1_000),
            new Weights(1_111, 2_222, 3_333, 1_667, 1_667));
    private static final int LEADS = 3;
    private static final int STEPS = 30;

    private final Map<Integer, Suppression> entries = new HashMap<>();

    @ParameterizedTest // ALS-14: the rows add up exactly, shown and unshown, and the score in force is the newest of
    // them
    @ValueSource(longs = {1, 2, 5})
    void whatever_happens_every_score_of_every_lead_adds_up(long seed) {
        List<Lead> leads = story(seed);

        for (Lead lead : leads) {
            List<LeadScores.Entry> all = whole(lead);
            assertThat(all).hasSizeGreaterThan(3).allSatisfy(RescoringSteps::addsUp);
            assertThat(inForce(lead).id()).isEqualTo(all.getFirst().id());
            assertThat(inForce(lead).score())
                    .isEqualTo(all.getFirst().snapshot().score().value());
        }
    }

    @Test // the same seed, the same history, whatever the stores are
    void one_seed_tells_one_story_on_every_store() {
        List<String> told = new ArrayList<>();
        for (Lead lead : story(13)) {
            told.add(String.join(
                    ", ",
                    whole(lead).reversed().stream()
                            .map(entry -> entry.snapshot().cause().wire()
                                    + " " + entry.snapshot().score().value()
                                    + " " + entry.snapshot().tier().wire())
                            .toList()));
        }

        assertThat(told)
                .containsExactly(
                        "initial 49 cool, icp_changed 62 warm, reweight 63 warm, icp_changed 53 cool, reweight 57 "
                                + "cool, reweight 53 cool, icp_changed 63 warm, reweight 65 warm, refresh 39 cool",
                        "initial 51 cool, refresh 58 cool, icp_changed 68 warm, refresh 43 cool, refresh 45 cool,"
                            + " refresh 36 cool, refresh 74 warm, refresh 45 cool, reweight 42 cool, refresh 84 warm,"
                            + " icp_changed 74 warm, decay 76 warm, reweight 78 warm, refresh 65 warm, reweight 64"
                            + " warm, icp_changed 54 cool, reweight 60 cool, refresh 47 cool, refresh 69 warm",
                        "initial 37 cool, icp_changed 27 cold, decay 28 cold, refresh 47 cool, reweight 44 cool,"
                            + " icp_changed 34 cold, refresh 48 cool, reweight 51 cool, reweight 49 cool, icp_changed"
                            + " 59 cool, refresh 45 cool, reweight 47 cool, deliverability 46 dead, refresh 46 dead,"
                            + " refresh 60 dead");
    }

    private List<Lead> story(long seed) {
        Asking asking = scenario().asking();
        edit(asking, target("Marketing"));
        Random chance = new Random(seed);
        List<String> names = new ArrayList<>();
        for (int i = 0; i < LEADS; i++) {
            names.add("p" + UUID.randomUUID().toString().replace("-", ""));
            imported(asking, row(names.get(i), chance, ""));
        }
        for (int step = 0; step < STEPS; step++) {
            scenario().advance(Duration.ofDays(1 + chance.nextInt(20)));
            int who = chance.nextInt(LEADS);
            happen(asking, names.get(who), who, chance);
            runAll(asking);
        }
        return names.stream().map(name -> lead(asking, name)).toList();
    }

    private void happen(Asking asking, String name, int who, Random chance) {
        switch (chance.nextInt(8)) {
            case 0, 1 -> imported(asking, row(name, chance, ""));
            case 2 -> changed(asking, name, chance);
            case 3 -> merged(asking, name, chance);
            case 4 ->
                tried(
                        asking,
                        target(asking),
                        ScoringSetup.Choice.NONE.weighing(WEIGHTS.get(chance.nextInt(WEIGHTS.size()))));
            case 5 ->
                tried(
                        asking,
                        target(INDUSTRIES.get(chance.nextInt(INDUSTRIES.size()))),
                        scenario().scoring().changeScoring().current(asking.worker()));
            case 6 ->
                entries.compute(
                        who,
                        (same, entry) -> entry == null
                                ? suppress(asking, SuppressionKeyType.EMAIL, address(lead(asking, name)))
                                : lifted(entry));
            default -> score(lead(asking, name), ScoreCause.MANUAL);
        }
    }

    private List<String> row(String name, Random chance, String profile) {
        LocalDate today = LocalDate.ofInstant(scenario().now(), ZoneId.of("Australia/Sydney"));
        boolean searched = chance.nextBoolean();
        boolean linked = chance.nextBoolean();
        return List.of(
                name + "@" + name + ".example",
                TITLES.get(chance.nextInt(TITLES.size())),
                Integer.toString(chance.nextInt(60)),
                INDUSTRIES.get(chance.nextInt(INDUSTRIES.size())),
                profile,
                chance.nextBoolean() ? "yes" : "",
                searched ? chance.nextInt(2_000) + ".5" : "",
                searched ? Integer.toString(chance.nextInt(600)) : "",
                searched ? Integer.toString(chance.nextInt(100)) : "",
                searched ? today.minusDays(chance.nextInt(120)).toString() : "",
                linked ? Integer.toString(chance.nextInt(1_000)) : "",
                linked ? today.minusDays(chance.nextInt(60)).toString() : "");
    }

    private void imported(Asking asking, List<String> row) {
        var world = scenario().on().world();
        LeadUseCases useCases = new LeadUseCases(
                world.leads(),
                world.clients(),
                world.campaigns(),
                scenario().scoring().scoreLeads(),
                (client, campaign, leads) -> 0,
                (client, lead) -> {},
                world.events(),
                PublishedSuffixes.identityKeys(),
                scenario().on().units(),
                () -> scenario().now(),
                UUID::randomUUID);
        ImportLeads.Outcome outcome = useCases.importLeads()
                .importLeads(
                        asking.worker(),
                        new ImportLeads.Request(LeadSource.CSV_IMPORT, "people.csv", Map.of(), null),
                        new LeadFile(
                                HEADERS,
                                List.of(),
                                List.of(new LeadFile.Row(2, row)).iterator(),
                                () -> {}),
                        counts -> {},
                        rejects -> {});
        assertThat(outcome).isInstanceOf(ImportLeads.Outcome.Done.class);
    }

    private void changed(Asking asking, String name, Random chance) {
        String title = TITLES.get(chance.nextInt(TITLES.size()));
        LocalDate role = LocalDate.ofInstant(scenario().now(), ZoneId.of("Australia/Sydney"))
                .minusDays(chance.nextInt(400));
        BigDecimal traffic = BigDecimal.valueOf(chance.nextInt(200_000), 2);
        UnaryOperator<LeadDraft> edit = draft -> new LeadDraft(
                draft.externalId(),
                draft.email(),
                "0491 570 006",
                draft.linkedInUrl(),
                draft.firstName(),
                draft.lastName(),
                title.isEmpty() ? null : title,
                draft.company(),
                draft.domain(),
                draft.industry(),
                draft.employeeCount(),
                "AU",
                new SignalDraft(
                        "private@home.example",
                        chance.nextBoolean() ? "0491 570 006" : null,
                        role,
                        null,
                        List.of(),
                        null,
                        role,
                        new LeadFacts.Seo(null, traffic, 3, null, role),
                        null),
                draft.metadata());
        Lead lead = lead(asking, name);
        assertThat(scenario()
                        .editing()
                        .changeLead()
                        .change(asking.worker(), lead.id(), lead.version(), edit, Origin.NONE))
                .as("who must not be contacted is not given a new number")
                .isInstanceOfAny(ChangeLead.Outcome.Changed.class, ChangeLead.Outcome.Suppressed.class);
    }

    /** The pool knows somebody by a profile only; a file says that it is this person. */
    private void merged(Asking asking, String name, Random chance) {
        String profile =
                "https://www.linkedin.com/in/x" + UUID.randomUUID().toString().replace("-", "");
        PoolPerson other = scenario().person();
        LinkedInUrl page = LinkedInUrl.parse(profile).toOptional().orElseThrow();
        ContactPoints reached = new ContactPoints(null, EmailStatus.UNKNOWN, null, page);
        scenario()
                .on()
                .units()
                .onPlatform(() -> scenario()
                        .on()
                        .world()
                        .leads()
                        .people()
                        .insertAll(Map.of(reached(other, reached), IdentityKey.of(reached, null, other.person()))));
        imported(asking, row(name, chance, profile));
        assertThat(lead(asking, name).contact().linkedIn()).isEqualTo(page);
    }

    private static PoolPerson reached(PoolPerson person, ContactPoints contact) {
        return new PoolPerson(
                person.id(),
                contact,
                null,
                person.person(),
                person.company(),
                null,
                null,
                person.status(),
                null,
                person.source(),
                0,
                false,
                null,
                null,
                0,
                1,
                person.createdAt(),
                0);
    }

    private Lead lead(Asking asking, String name) {
        return scenario()
                .read(
                        asking.client(),
                        () -> leads().findByIdentity(
                                        asking.client(),
                                        List.of(name + "@" + name + ".example"),
                                        List.of(),
                                        List.of(),
                                        List.of()))
                .getFirst();
    }

    private List<LeadScores.Entry> whole(Lead lead) {
        return scenario()
                .read(
                        lead.clientId(),
                        () -> scenario().on().scoring().scores().history(lead.clientId(), lead.id(), null, 100));
    }
}
