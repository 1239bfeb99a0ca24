package io.agencyos.domain.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.domain.scoring.match.Seniority;
import io.agencyos.domain.scoring.tier.AlsScore;
import io.agencyos.domain.scoring.tier.Tier;
import io.agencyos.domain.scoring.weight.Signal;
import io.agencyos.domain.scoring.weight.Weights;
import io.agencyos.domain.scoring.weight.WeightsInForce;
import io.agencyos.domain.scoring.weight.WeightsSource;
import io.agencyos.domain.scoring.weight.WeightsStatus;
import io.agencyos.domain.scoring.weight.WeightsTest;
import io.agencyos.domain.shared.SizeRange;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every row of scoring 1.13 with its exact numbers. */
public class WorkedExamplesTest {

    private static final WeightsInForce LEARNED =
            new WeightsInForce(new Weights(1_000, 3_500, 3_000, 1_500, 1_000), WeightsSource.CLIENT_LEARNED, 3);
    private static final WeightsInForce CUSTOM =
            new WeightsInForce(new Weights(1_500, 3_000, 2_750, 1_500, 1_250), WeightsSource.CLIENT_CUSTOM, 1);

    private record Row(String id, AlsResult result, List<Integer> raw, List<Integer> boosts, int als, Tier tier) {

        void holds() {
            var c = result.components();
            assertThat(List.of(c.dataQuality(), c.authority(), c.companyFit(), c.timing(), c.risk()))
                    .isEqualTo(raw);
            assertThat(List.of(result.buyerBoost(), result.linkedInBoost(), result.techBoost()))
                    .isEqualTo(boosts);
            assertThat(result.score()).isEqualTo(AlsScore.of(als));
            assertThat(result.tier()).isEqualTo(tier);
            assertThat(result.explanation().rows().stream()
                            .map(Explanation.Row::points)
                            .reduce(ExactPoints.ZERO, ExactPoints::plus))
                    .isEqualTo(ExactPoints.whole(als));
        }
    }

    private static List<Integer> raw(int dq, int au, int fit, int ti, int ri) {
        return List.of(dq, au, fit, ti, ri);
    }

    private static final List<Integer> NO_BOOST = List.of(0, 0, 0);

    private static Row row(String id, Lead lead, List<Integer> raw, int als, Tier tier) {
        return new Row(id, lead.scored(), raw, NO_BOOST, als, tier);
    }

    private static Row boosted(String id, Lead lead, List<Integer> raw, List<Integer> boosts, int als, Tier tier) {
        return new Row(id, lead.scored(), raw, boosts, als, tier);
    }

    private static Row row(String id, Lead lead, ScoringContext context, List<Integer> raw, int als, Tier tier) {
        return new Row(id, lead.scored(context), raw, NO_BOOST, als, tier);
    }

    private static Stream<DynamicTest> tests(Stream<Row> rows) {
        return rows.map(row -> DynamicTest.dynamicTest("scoring 1.13 row " + row.id(), row::holds));
    }

    @TestFactory
    Stream<DynamicTest> the_reference_lead_and_leads_with_little_data() {
        return tests(Stream.of(
                row("1", Lead.reference(), raw(20, 25, 25, 15, 15), 100, Tier.HOT),
                boosted(
                        "2",
                        Lead.reference().buyer(100, 3).activity(List.of(5), 500, 1, 1000),
                        raw(20, 25, 25, 15, 15),
                        List.of(15, 10, 0),
                        100,
                        Tier.HOT),
                row("3", Lead.unknown().email(EmailStatus.UNKNOWN), raw(2, 0, 0, 0, 15), 17, Tier.DEAD),
                row("4", Lead.unknown().email(EmailStatus.INVALID).linkedIn(), raw(4, 0, 0, 0, 15), 19, Tier.DEAD),
                row("5", Lead.unknown().email(EmailStatus.UNKNOWN).phone(false), raw(5, 0, 0, 0, 15), 20, Tier.COLD),
                row(
                        "6",
                        Lead.unknown().email(EmailStatus.VERIFIED).linkedIn().title("Marketing Manager"),
                        raw(12, 7, 0, 0, 15),
                        34,
                        Tier.COLD),
                row(
                        "7",
                        Lead.unknown()
                                .email(EmailStatus.VERIFIED)
                                .linkedIn()
                                .phone(false)
                                .title("Accountant"),
                        raw(15, 5, 0, 0, 15),
                        35,
                        Tier.COOL),
                row("8", director().country("NZ"), raw(15, 15, 14, 0, 15), 59, Tier.COOL),
                row("9", director().employees(51), raw(15, 15, 15, 0, 15), 60, Tier.WARM)));
    }

    private static Lead director() {
        return Lead.unknown()
                .email(EmailStatus.VERIFIED)
                .linkedIn()
                .phone(false)
                .title("Director of Sales")
                .industry("Software");
    }

    @TestFactory
    Stream<DynamicTest> titles() {
        return tests(Stream.of(
                row(
                        "10",
                        Lead.reference()
                                .title("VP of Sales")
                                .personalEmail(null)
                                .role(200)
                                .fundedOn(null),
                        raw(18, 18, 25, 8, 15),
                        84,
                        Tier.WARM),
                row("11", Lead.settled(), raw(20, 25, 25, 0, 15), 85, Tier.HOT),
                row("12", Lead.settled().title("CTO"), raw(20, 22, 25, 0, 15), 82, Tier.WARM),
                row("13a", Lead.settled().title("Vice President"), raw(20, 18, 25, 0, 15), 78, Tier.WARM),
                row("13b", Lead.settled().title("President"), raw(20, 22, 25, 0, 15), 82, Tier.WARM),
                row("14", Lead.settled().title("Managing Director"), raw(20, 25, 25, 0, 15), 85, Tier.HOT),
                row(
                        "15",
                        Lead.reference().title("Executive Assistant to the CEO"),
                        raw(20, 3, 25, 15, 10),
                        73,
                        Tier.WARM),
                row(
                        "16",
                        Lead.reference().title("International Sales Director"),
                        raw(20, 15, 25, 15, 15),
                        90,
                        Tier.HOT),
                row(
                        "45",
                        Lead.settled().title(null).seniority(Seniority.C_SUITE),
                        raw(20, 22, 25, 0, 15),
                        82,
                        Tier.WARM)));
    }

    @TestFactory
    Stream<DynamicTest> risk_and_web_presence() {
        return tests(Stream.of(
                row("17", Lead.reference().bounces(1), raw(20, 25, 25, 15, 5), 90, Tier.HOT),
                row("18", Lead.reference().unsubscribed(), raw(20, 25, 25, 15, 0), 85, Tier.DEAD),
                row(
                        "19",
                        Lead.reference().domain("mail.rival.com.au"),
                        Contexts.competitors("rival.com.au"),
                        raw(20, 25, 25, 15, 0),
                        85,
                        Tier.DEAD),
                row("20", Lead.reference().seo(501, "1001", 7, 10), raw(20, 25, 25, 15, 15), 100, Tier.HOT),
                row("21", Lead.reference().seo(337, "149.89", 7, 28), raw(20, 25, 22, 15, 15), 97, Tier.HOT),
                row("22", Lead.reference().seo(151, "201", 0, 50), raw(20, 25, 22, 15, 15), 97, Tier.HOT),
                row("23", Lead.reference().seo(150, "200", 0, 51), raw(20, 25, 20, 15, 12), 92, Tier.HOT),
                row("24", Lead.reference().seo(0, "0", 0, 60), raw(20, 25, 20, 15, 4), 84, Tier.WARM),
                row("25", Lead.reference().seo(null, "500", 3, null), raw(20, 25, 22, 15, 15), 97, Tier.HOT)));
    }

    @TestFactory
    Stream<DynamicTest> roles_and_funding_age() {
        return tests(Stream.of(
                row("26a", Lead.settled().role(179), raw(20, 25, 25, 6, 15), 91, Tier.HOT),
                row("26b", Lead.settled().role(180), raw(20, 25, 25, 3, 15), 88, Tier.HOT),
                row("26c", Lead.settled().role(359), raw(20, 25, 25, 3, 15), 88, Tier.HOT),
                row("26d", Lead.settled().role(360), raw(20, 25, 25, 0, 15), 85, Tier.HOT),
                row("26e", Lead.settled().role(-5), raw(20, 25, 25, 0, 15), 85, Tier.HOT),
                row("27a", Lead.settled().funded(359), raw(20, 25, 25, 4, 15), 89, Tier.HOT),
                row("27b", Lead.settled().funded(360), raw(20, 25, 25, 2, 15), 87, Tier.HOT),
                row("27c", Lead.settled().funded(719), raw(20, 25, 25, 2, 15), 87, Tier.HOT),
                row("27d", Lead.settled().funded(720), raw(20, 25, 25, 0, 15), 85, Tier.HOT),
                row("27e", Lead.settled().funded(-3), raw(20, 25, 25, 0, 15), 85, Tier.HOT)));
    }

    @TestFactory
    Stream<DynamicTest> boosts() {
        List<Integer> raw = raw(20, 15, 25, 0, 15);
        return tests(Stream.concat(
                Stream.of(
                        boosted("28", settledDirector().buyer(60, 1), raw, List.of(9, 0, 0), 84, Tier.WARM),
                        boosted("29", settledDirector().buyer(70, 2), raw, List.of(10, 0, 0), 85, Tier.HOT),
                        boosted(
                                "30",
                                settledDirector().activity(List.of(31, 400), 500, 1, 1000),
                                raw,
                                List.of(0, 9, 0),
                                84,
                                Tier.WARM),
                        boosted(
                                "31",
                                settledDirector().activity(List.of(400, 30), 500, 1, 1000),
                                raw,
                                List.of(0, 10, 0),
                                85,
                                Tier.HOT),
                        boosted(
                                "32",
                                settledDirector().activity(List.of(), 499, 0, 999),
                                raw,
                                NO_BOOST,
                                75,
                                Tier.WARM)),
                Stream.of(
                        tech("33a", List.of("A", "B", "C", "D", "E"), List.of(" a", "b ", "C", "d"), 5, 87, Tier.HOT),
                        tech("33b", List.of("a", "b", "c", "d"), List.of("a", "b", "x"), 3, 85, Tier.HOT),
                        tech("33c", List.of("a", "b", "c", "d"), List.of("a", "A", "x"), 1, 83, Tier.WARM),
                        tech("33d", List.of("a", "b", "c", "d"), List.of("x"), 0, 82, Tier.WARM))));
    }

    private static Lead settledDirector() {
        return Lead.settled().title("Director");
    }

    private static Row tech(String id, List<String> wanted, List<String> used, int boost, int als, Tier tier) {
        return new Row(
                id,
                Lead.settled()
                        .title("CTO")
                        .technologies(used)
                        .scored(Contexts.technologies(wanted.toArray(String[]::new))),
                raw(20, 22, 25, 0, 15),
                List.of(0, 0, boost),
                als,
                tier);
    }

    @TestFactory
    Stream<DynamicTest> weight_sets() {
        List<Integer> raw34 = raw(12, 25, 25, 4, 15);
        List<Integer> raw38 = raw(17, 22, 22, 9, 15);
        return tests(Stream.of(
                row("34", row34(), raw34, 81, Tier.WARM),
                row("35", row34(), Contexts.weights(LEARNED), raw34, 85, Tier.HOT),
                row("36", row34(), Contexts.weights(CUSTOM), raw34, 83, Tier.WARM),
                row("37", row34(), Contexts.weights(onlyACandidate()), raw34, 81, Tier.WARM),
                row("38", row38(), raw38, 85, Tier.HOT),
                row("39", row38(), Contexts.weights(LEARNED), raw38, 84, Tier.WARM),
                row("40", row38(), Contexts.weights(WeightsInForce.BENCHMARK), raw38, 83, Tier.WARM)));
    }

    @TestFactory
    Stream<DynamicTest> what_the_floor_cut_off_is_known_to_the_cent() {
        return Stream.of(
                exact("35", row34().scored(Contexts.weights(LEARNED)), "85.00"),
                exact("39", row38().scored(Contexts.weights(LEARNED)), "84.70"),
                exact("40", row38().scored(Contexts.weights(WeightsInForce.BENCHMARK)), "83.15"));
    }

    private static DynamicTest exact(String id, AlsResult result, String points) {
        ExactPoints whole = result.explanation().rows().stream()
                .filter(row -> row.signal() != Signal.ROUNDING)
                .map(Explanation.Row::points)
                .reduce(ExactPoints.ZERO, ExactPoints::plus);
        return DynamicTest.dynamicTest("scoring 1.13 row " + id + ": " + points, () -> {
            assertThat(whole.floor(2)).isEqualTo(new BigDecimal(points));
            assertThat(whole.floor(4)).isEqualByComparingTo(whole.floor(2));
        });
    }

    private static WeightsInForce onlyACandidate() {
        return WeightsInForce.of(List.of(WeightsTest.stored(LEARNED, WeightsStatus.CANDIDATE)), false);
    }

    private static Lead row34() {
        return Lead.unknown()
                .email(EmailStatus.VERIFIED)
                .linkedIn()
                .title("CEO")
                .industry("Software")
                .employees(25)
                .country("AU")
                .funded(90);
    }

    public static Lead row38() {
        return Lead.unknown()
                .email(EmailStatus.VERIFIED)
                .phone(false)
                .linkedIn()
                .personalEmail("alex@home.example")
                .title("CTO")
                .industry("Software")
                .employees(120)
                .country("AU")
                .hiring(true)
                .funded(90);
    }

    @TestFactory
    Stream<DynamicTest> company_fit() {
        ScoringContext twoRanges = Contexts.sizes(SizeRange.closed(51, 200), SizeRange.closed(201, 500));
        Function<Integer, Lead> sized = employees -> Lead.settled().employees(employees);
        List<Integer> fits = List.of(17, 20, 20, 25, 25, 22, 22, 17);
        List<Integer> byDefault = List.of(0, 1, 4, 5, 50, 51, 200, 201);
        List<Integer> byRanges = List.of(10, 11, 50, 51, 500, 501, 2000, 2001);
        Stream<Row> rows41 = Stream.iterate(0, i -> i < 8, i -> i + 1)
                .map(i -> sizeRow("41", sized.apply(byDefault.get(i)), Contexts.platform(), fits.get(i)));
        Stream<Row> rows42 = Stream.iterate(0, i -> i < 8, i -> i + 1)
                .map(i -> sizeRow("42", sized.apply(byRanges.get(i)), twoRanges, fits.get(i)));
        Stream<Row> others = Stream.of(
                row("43a", Lead.settled().country("NZ"), raw(20, 25, 22, 0, 15), 82, Tier.WARM),
                row("43b", Lead.settled().country("GB"), raw(20, 25, 22, 0, 15), 82, Tier.WARM),
                row("43c", Lead.settled().country("DE"), raw(20, 25, 18, 0, 15), 78, Tier.WARM),
                row("43d", Lead.settled().country(null), raw(20, 25, 18, 0, 15), 78, Tier.WARM),
                row("44a", biggerNewZealander(), raw(20, 25, 19, 15, 15), 94, Tier.HOT),
                row("44b", biggerNewZealander(), Contexts.subWeights(15, 5, 5), raw(20, 25, 20, 15, 15), 95, Tier.HOT));
        return tests(Stream.of(rows41, rows42, others).flatMap(Function.identity()));
    }

    private static Lead biggerNewZealander() {
        return Lead.reference().employees(120).country("NZ");
    }

    private static Row sizeRow(String id, Lead lead, ScoringContext context, int fit) {
        int als = 60 + fit;
        return row(id + " fit " + fit, lead, context, raw(20, 25, fit, 0, 15), als, fit == 25 ? Tier.HOT : Tier.WARM);
    }
}
