package io.agencyos.domain.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.domain.scoring.LeadFacts.BuyerSignal;
import io.agencyos.domain.scoring.LeadFacts.Company;
import io.agencyos.domain.scoring.LeadFacts.Contact;
import io.agencyos.domain.scoring.LeadFacts.LinkedInActivity;
import io.agencyos.domain.scoring.LeadFacts.Role;
import io.agencyos.domain.scoring.match.Authority;
import io.agencyos.domain.scoring.match.IndustryMatcher;
import io.agencyos.domain.scoring.match.Seniority;
import io.agencyos.domain.scoring.match.TitleReader;
import io.agencyos.domain.scoring.tier.AlsScore;
import io.agencyos.domain.scoring.tier.Tier;
import io.agencyos.domain.scoring.weight.Signal;
import io.agencyos.domain.scoring.weight.Weights;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** B16 for the score: bounds, sums, monotonicity, determinism, whatever the facts. */
class ScoringPropertiesTest {

    @Provide
    Arbitrary<LeadFacts> facts() {
        return ArbitraryLeads.facts();
    }

    @Provide
    Arbitrary<ScoringContext> contexts() {
        return ArbitraryLeads.contexts();
    }

    @Provide
    Arbitrary<String> titles() {
        return ArbitraryLeads.titles();
    }

    // ALS-14
    @Property
    void rows_add_up_to_the_score_exactly_and_as_shown(
            @ForAll("facts") LeadFacts facts, @ForAll("contexts") ScoringContext context) {
        AlsResult result = new Scorer(context).score(facts);
        List<Explanation.Row> rows = result.explanation().rows();
        int score = result.score().value();
        assertThat(rows.stream().map(Explanation.Row::points).reduce(ExactPoints.ZERO, ExactPoints::plus))
                .isEqualTo(ExactPoints.whole(score));
        assertThat(rows.stream().mapToLong(Explanation.Row::shownCents).sum()).isEqualTo(100L * score);
        assertThat(rows).extracting(Explanation.Row::signal).isSorted();
    }

    // ALS-14, B16: facet sum = pre-floor score
    @Property
    void facets_sum_to_the_score_before_clamp_and_floor(
            @ForAll("facts") LeadFacts facts, @ForAll("contexts") ScoringContext context) {
        AlsResult result = new Scorer(context).score(facts);
        ExactPoints lost = result.points(Signal.CAP).plus(result.points(Signal.ROUNDING));
        assertThat(result.facets().values().stream().reduce(lost, ExactPoints::plus))
                .isEqualTo(ExactPoints.whole(result.score().value()));
    }

    // ALS-9, ALS-13
    @Property
    void a_score_is_the_formula_of_its_components_within_0_and_100(
            @ForAll("facts") LeadFacts facts, @ForAll("contexts") ScoringContext context) {
        AlsResult result = new Scorer(context).score(facts);
        AlsResult.Components c = result.components();
        Weights w = context.weights().weights();
        long base = 15L * w.dataQuality() * c.dataQuality()
                + 12L * w.authority() * c.authority()
                + 12L * w.companyFit() * c.companyFit()
                + 20L * w.timing() * c.timing()
                + 20L * w.risk() * c.risk();
        long sum = base / 30_000 + result.buyerBoost() + result.linkedInBoost() + result.techBoost();
        assertThat(result.score().value()).isEqualTo(Math.clamp(sum, 0, 100));
        assertThat(result.tier()).isEqualTo(result.gates().isEmpty() ? Tier.of(result.score()) : Tier.DEAD);
        assertThat(c.dataQuality()).isBetween(0, 20);
        assertThat(c.authority()).isBetween(0, 25);
        assertThat(c.companyFit()).isBetween(0, 25);
        assertThat(c.timing()).isBetween(0, 15);
        assertThat(c.risk()).isBetween(0, 15);
    }

    // ALS-10
    @Property
    void default_weights_make_the_plain_sum(@ForAll("facts") LeadFacts facts) {
        AlsResult result = new Scorer(Contexts.platform()).score(facts);
        AlsResult.Components c = result.components();
        int sum = c.dataQuality() + c.authority() + c.companyFit() + c.timing() + c.risk();
        assertThat(result.score().value())
                .isEqualTo(Math.min(100, sum + result.buyerBoost() + result.linkedInBoost() + result.techBoost()));
        assertThat(result.points(Signal.ROUNDING)).isEqualTo(ExactPoints.ZERO);
    }

    // scoring 1.1: pure
    // ALS-0
    @Property
    void the_same_facts_give_the_same_result(
            @ForAll("facts") LeadFacts facts, @ForAll("contexts") ScoringContext context) {
        Scorer scorer = new Scorer(context);
        ScoreSnapshot once = scorer.score(facts).snapshot(ScoreCause.MANUAL);
        assertThat(scorer.score(facts).snapshot(ScoreCause.MANUAL)).isEqualTo(once);
        assertThat(new Scorer(context).score(facts).snapshot(ScoreCause.MANUAL)).isEqualTo(once);
        assertThat(scorer.score(facts).missingSignals()).doesNotHaveDuplicates();
    }

    // ALS-16
    @Property
    void time_alone_changes_nothing_before_the_next_rescore(
            @ForAll("facts") LeadFacts facts,
            @ForAll("contexts") ScoringContext context,
            @ForAll @IntRange(max = 800) int days) {
        LocalDate later = Lead.TODAY.plusDays(days);
        LocalDate next = Rescoring.nextRescoreOn(facts, context).orElse(LocalDate.MAX);
        AlsResult now = new Scorer(context).score(facts);
        assertThat(next).isAfter(Lead.TODAY);
        if (later.isBefore(next)) {
            AlsResult then = new Scorer(on(context, later)).score(facts);
            assertThat(then.explanation()).isEqualTo(now.explanation());
        }
    }

    private static ScoringContext on(ScoringContext context, LocalDate day) {
        return new ScoringContext(
                context.targets(),
                context.icpTechnologies(),
                context.competitorDomains(),
                context.subWeights(),
                context.weights(),
                context.seoMode(),
                context.costFloors(),
                day);
    }

    // B16: adding a positive fact never lowers the score
    @Property
    void a_positive_fact_never_lowers_the_score(
            @ForAll("facts") LeadFacts facts, @ForAll("contexts") ScoringContext context) {
        Scorer scorer = new Scorer(context);
        AlsScore before = scorer.score(facts).score();
        for (LeadFacts more : withOnePositiveFactMore(facts)) {
            assertThat(scorer.score(more).score()).isGreaterThanOrEqualTo(before);
        }
    }

    private static List<LeadFacts> withOnePositiveFactMore(LeadFacts f) {
        Contact c = f.contact();
        Company o = f.company();
        return List.of(
                with(
                        f,
                        new Contact(
                                c.email(),
                                EmailStatus.VERIFIED,
                                c.phone(),
                                c.phoneVerified(),
                                c.linkedInUrl(),
                                c.personalEmail())),
                with(
                        f,
                        new Contact(
                                c.email(), c.emailStatus(), "+61491570156", true, c.linkedInUrl(), c.personalEmail())),
                with(f, new Contact(c.email(), c.emailStatus(), c.phone(), true, c.linkedInUrl(), c.personalEmail())),
                with(
                        f,
                        new Contact(
                                c.email(),
                                c.emailStatus(),
                                c.phone(),
                                c.phoneVerified(),
                                "in/alex",
                                c.personalEmail())),
                with(
                        f,
                        new Contact(
                                c.email(),
                                c.emailStatus(),
                                c.phone(),
                                c.phoneVerified(),
                                c.linkedInUrl(),
                                "other@home.example")),
                with(f, new Role("CEO", f.role().seniority(), f.role().startedOn())),
                with(f, new Role(f.role().title(), f.role().seniority(), Lead.TODAY)),
                with(f, company(o, o.employees() == null ? Integer.valueOf(120) : o.employees(), true, Lead.TODAY)),
                new LeadFacts(
                        c,
                        f.role(),
                        o,
                        f.reputation(),
                        f.seo(),
                        Lookup.found(new LinkedInActivity(List.of(Lead.TODAY), 500, 1, 1000)),
                        f.buyerSignal(),
                        f.enriched(),
                        1),
                new LeadFacts(
                        c,
                        f.role(),
                        o,
                        f.reputation(),
                        f.seo(),
                        f.linkedInActivity(),
                        Lookup.found(new BuyerSignal(100, 3)),
                        f.enriched(),
                        1));
    }

    private static Company company(Company o, Integer employees, boolean hiring, LocalDate fundedOn) {
        return new Company(
                o.industry(),
                o.subIndustry(),
                employees,
                o.country(),
                o.state(),
                o.city(),
                o.domain(),
                List.of("a", "b", "c", "d"),
                hiring,
                fundedOn);
    }

    private static LeadFacts with(LeadFacts f, Contact contact) {
        return new LeadFacts(
                contact,
                f.role(),
                f.company(),
                f.reputation(),
                f.seo(),
                f.linkedInActivity(),
                f.buyerSignal(),
                f.enriched(),
                f.version());
    }

    private static LeadFacts with(LeadFacts f, Role role) {
        return new LeadFacts(
                f.contact(),
                role,
                f.company(),
                f.reputation(),
                f.seo(),
                f.linkedInActivity(),
                f.buyerSignal(),
                f.enriched(),
                f.version());
    }

    private static LeadFacts with(LeadFacts f, Company company) {
        return new LeadFacts(
                f.contact(),
                f.role(),
                company,
                f.reputation(),
                f.seo(),
                f.linkedInActivity(),
                f.buyerSignal(),
                f.enriched(),
                f.version());
    }

    // ALS-5, ALS-13: the short cut for clean leads skips nothing
    @Property
    void a_lead_against_whom_nothing_stands_meets_no_deduction_and_no_gate(
            @ForAll("facts") LeadFacts facts, @ForAll("contexts") ScoringContext context) {
        Reading lead = new Reading(facts, new CompiledContext(context));
        boolean objected = ScoringRules.RISK.stream()
                        .anyMatch(rule -> rule.applies().applies(lead))
                || ScoringRules.GATES.stream().anyMatch(rule -> rule.applies().applies(lead));
        assertThat(lead.unobjectionable() && objected).isFalse();
    }

    // B16, second exception
    @Property
    void a_seniority_that_becomes_known_lowers_the_score_only_for_entry_and_intern_under_a_title_without_a_band(
            @ForAll("titles") String title, @ForAll Seniority seniority) {
        Authority before = TitleReader.INSTANCE.read(title, Seniority.UNKNOWN);
        Authority after = TitleReader.INSTANCE.read(title, seniority);
        if (after.points() < before.points()) {
            assertThat(before.basis()).isIn(Set.of(Authority.Basis.UNPLACED, Authority.Basis.DEPUTY));
            assertThat(seniority).isIn(Seniority.ENTRY, Seniority.INTERN);
        }
    }

    // ALS-2
    @Property
    void any_title_can_be_read(@ForAll("titles") String title, @ForAll Seniority seniority) {
        Authority authority = TitleReader.INSTANCE.read(title, seniority);
        assertThat(authority.points()).isBetween(0, 25);
        assertThat(TitleReader.INSTANCE
                        .read(title.toUpperCase(Locale.ROOT), seniority)
                        .points())
                .isBetween(0, 25);
    }

    // ALS-3
    @Property
    void an_industry_matches_itself_and_never_nothing(@ForAll String industry) {
        IndustryMatcher matcher = new IndustryMatcher(List.of(industry));
        boolean hasWords = !IndustryMatcher.filtering(List.of(industry)).isEmpty();
        assertThat(matcher.matches(industry)).isEqualTo(hasWords);
        assertThat(matcher.matches("")).isFalse();
    }

    // ALS-12, B16: largest remainder sums to n
    @Property
    void whole_number_weights_always_sum_to_one(
            @ForAll @IntRange(min = 10, max = 30) int dataQuality,
            @ForAll @IntRange(min = 15, max = 35) int authority,
            @ForAll @IntRange(min = 15, max = 35) int companyFit,
            @ForAll @IntRange(min = 5, max = 25) int timing,
            @ForAll @IntRange(min = 5, max = 25) int risk) {
        Weights.ofIntegers(dataQuality, authority, companyFit, timing, risk)
                .toOptional()
                .ifPresent(set -> assertThat(
                                set.dataQuality() + set.authority() + set.companyFit() + set.timing() + set.risk())
                        .isEqualTo(Weights.ONE));
    }

    // ALS-1, ALS-5: contact data of any kind
    @Property
    void no_contact_data_breaks_the_score(@ForAll String any) {
        LeadFacts facts = Lead.unknown()
                .email(any, EmailStatus.VERIFIED)
                .phone(any, true)
                .linkedInUrl(any)
                .personalEmail(any)
                .country(any)
                .domain(any)
                .facts();
        ScoringContext context = Contexts.competitors("rival.example");
        assertThat(new Scorer(context).score(facts).explanation().rows()).isNotEmpty();
    }

    @Provide
    Arbitrary<Weights> weights() {
        return Arbitraries.lazy(ArbitraryLeads::weights);
    }

    // ALS-11
    @Property
    void a_valid_set_is_accepted_as_it_is(@ForAll("weights") Weights weights) {
        assertThat(Weights.of(
                                ratio(weights.dataQuality()),
                                ratio(weights.authority()),
                                ratio(weights.companyFit()),
                                ratio(weights.timing()),
                                ratio(weights.risk()))
                        .orElseThrow())
                .isEqualTo(weights);
    }

    private static BigDecimal ratio(int tenThousandths) {
        return BigDecimal.valueOf(tenThousandths, 4);
    }
}
