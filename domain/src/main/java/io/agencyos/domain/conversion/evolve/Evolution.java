package io.agencyos.domain.conversion.evolve;

import io.agencyos.domain.conversion.PatternType;
import io.agencyos.domain.conversion.detect.How;
import io.agencyos.domain.conversion.detect.Sentence;
import io.agencyos.domain.conversion.detect.When;
import io.agencyos.domain.conversion.detect.Who;
import io.agencyos.domain.conversion.pattern.Node;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Which changes of campaigns follow from what was learned: rules over numbers, merged, ranked and cut. Source:
 * conversion intelligence 16.1.
 */
public final class Evolution {

    private static final int MOST = 7;
    private static final double NOTABLE = 1.5;
    private static final double POOR = 0.5;
    private static final double NOTABLE_IN_TEXTS = 1.3;
    private static final long LEAST_SAMPLE = 50;

    /** Dimensions of leads that a campaign can be aimed at, with the part of the target that holds them. */
    private static final Map<String, Function<CampaignResult.Target, List<String>>> AIMS = Map.of(
            Who.TITLE, CampaignResult.Target::titles,
            Who.INDUSTRY, CampaignResult.Target::industries,
            Who.SIZE, CampaignResult.Target::sizes,
            Who.STATE, CampaignResult.Target::locations);

    /** The same as members of a draft's target. */
    private static final Map<String, String> TARGETS =
            Map.of(Who.TITLE, "titles", Who.INDUSTRY, "industries", Who.SIZE, "company_sizes", Who.STATE, "locations");

    private static final Set<String> MIX = Set.of(How.FIRST, How.SEQUENCE);

    /**
     * What is known of a client.
     *
     * @param segments those that may steer, of all patterns
     * @param confidence of each pattern that is valid
     * @param campaigns the active ones
     * @param mixes what was planned for the leads of the year that matured
     * @param slotFree whether the plan allows another campaign
     */
    public record Facts(
            List<Segment> segments,
            Map<PatternType, BigDecimal> confidence,
            List<CampaignResult> campaigns,
            List<PlannedMix> mixes,
            boolean slotFree) {

        public Facts {
            segments = List.copyOf(segments);
            confidence = Map.copyOf(confidence);
            campaigns = List.copyOf(campaigns);
            mixes = List.copyOf(mixes);
        }
    }

    private Evolution() {}

    /** At most seven, the most urgent first. */
    public static List<Candidate> candidates(Facts facts) {
        List<Candidate> found = new ArrayList<>(CampaignJudge.candidates(facts.campaigns()));
        facts.segments().forEach(segment -> {
            BigDecimal ofPattern = facts.confidence().getOrDefault(segment.type(), BigDecimal.ZERO);
            BigDecimal confidence = Candidate.confidence(segment.direction(), ofPattern);
            of(segment, confidence, facts).forEach(found::add);
        });
        return found.stream()
                .filter(Candidate::isSure)
                .sorted(Candidate.MOST_URGENT)
                .limit(MOST)
                .toList();
    }

    /** How well the active campaigns do, and what is found against those that do not. */
    public static CampaignHealth health(Facts facts) {
        List<CampaignHealth.Ailing> ailing = facts.campaigns().stream()
                .map(campaign -> new CampaignHealth.Ailing(campaign.id(), campaign.name(), against(campaign, facts)))
                .filter(campaign -> !campaign.reasons().isEmpty())
                .toList();
        return new CampaignHealth(facts.campaigns().size(), ailing);
    }

    private static List<String> against(CampaignResult campaign, Facts facts) {
        Stream<String> hopeless = CampaignJudge.shouldPause(campaign)
                ? Stream.of("%d of %d contacted leads replied, and not more of late"
                        .formatted(campaign.replied(), campaign.contacted()))
                : Stream.empty();
        Stream<String> poor = facts.segments().stream()
                .filter(segment -> isPoorAim(segment, campaign))
                .map(segment -> "it is aimed at %s, associated with %s times the conversions"
                        .formatted(
                                Sentence.value(segment.dimension(), segment.key()), Node.round(segment.effect(), 2)));
        return Stream.concat(hopeless, poor).toList();
    }

    private static boolean isPoorAim(Segment segment, CampaignResult campaign) {
        return segment.effect() <= POOR && aimsAt(segment, campaign);
    }

    private static Stream<Candidate> of(Segment segment, BigDecimal confidence, Facts facts) {
        return switch (segment.type()) {
            case WHO -> Stream.concat(created(segment, confidence, facts), refined(segment, confidence, facts));
            case HOW ->
                MIX.contains(segment.dimension()) && segment.positive() && segment.effect() >= NOTABLE
                        ? Stream.of(mixed(segment, confidence, facts.mixes()))
                        : Stream.empty();
            case WHAT ->
                segment.positive() && segment.effect() >= NOTABLE_IN_TEXTS
                        ? Stream.of(plain(SuggestionType.UPDATE_CONTENT, segment, confidence))
                        : Stream.empty();
            case WHEN ->
                segment.positive()
                                && segment.effect() >= NOTABLE_IN_TEXTS
                                && !segment.dimension().equals(When.TIMEZONE)
                        ? Stream.of(plain(SuggestionType.ADJUST_TIMING, segment, confidence))
                        : Stream.empty();
            case FUNNEL -> Stream.empty();
        };
    }

    /** With what a booking costs before and after, as far as anybody booked. */
    private static Candidate mixed(Segment segment, BigDecimal confidence, List<PlannedMix> mixes) {
        Candidate plain = plain(SuggestionType.CHANGE_CHANNEL_MIX, segment, confidence);
        return MixCost.of(mixes, segment)
                .map(cost -> new Candidate(
                        plain.type(),
                        plain.campaign(),
                        plain.key(),
                        plain.title(),
                        plain.description() + " " + cost.said(),
                        plain.action(),
                        Node.members()
                                .withAll(plain.facts())
                                .with("cost_per_booking", cost.document())
                                .done(),
                        plain.confidence(),
                        plain.priority(),
                        cost.isDearer()))
                .orElse(plain);
    }

    private static Stream<Candidate> created(Segment segment, BigDecimal confidence, Facts facts) {
        boolean worth = AIMS.containsKey(segment.dimension())
                && segment.positive()
                && segment.effect() >= NOTABLE
                && segment.sample() >= LEAST_SAMPLE
                && facts.slotFree()
                && facts.campaigns().stream().noneMatch(campaign -> aimsAt(segment, campaign));
        return worth ? Stream.of(draft(segment, confidence)) : Stream.empty();
    }

    /** A draft that says whom it is for; its channels and texts are those of every new campaign, as learning has left them. */
    private static Candidate draft(Segment segment, BigDecimal confidence) {
        Candidate plain = plain(SuggestionType.CREATE_CAMPAIGN, segment, confidence);
        Node.Builder target = Node.members();
        TARGETS.forEach((dimension, member) -> target.with(
                member, Node.texts(dimension.equals(segment.dimension()) ? List.of(segment.key()) : List.of())));
        return new Candidate(
                plain.type(),
                plain.campaign(),
                plain.key(),
                plain.title(),
                plain.description(),
                Node.members()
                        .withAll(plain.action())
                        .with("name", segment.key())
                        .with(FirstCampaigns.TARGET, target.done())
                        .done(),
                plain.facts(),
                plain.confidence(),
                plain.priority());
    }

    private static Stream<Candidate> refined(Segment segment, BigDecimal confidence, Facts facts) {
        if (!AIMS.containsKey(segment.dimension())) {
            return Stream.empty();
        }
        return facts.campaigns().stream()
                .filter(campaign -> !aims(segment, campaign).isEmpty())
                .filter(campaign -> segment.effect() >= NOTABLE && !aimsAt(segment, campaign)
                        || segment.effect() <= POOR && aimsAt(segment, campaign))
                .map(campaign -> {
                    boolean adds = segment.effect() >= NOTABLE;
                    return new Candidate(
                            SuggestionType.REFINE_TARGETING,
                            campaign.id(),
                            segment.dimension() + ":" + segment.key(),
                            title("%s %s to %s".formatted(adds ? "Add" : "Remove", segment.key(), campaign.name())),
                            said(segment),
                            action(segment)
                                    .with(adds ? "add" : "remove", segment.key())
                                    .done(),
                            facts(segment),
                            confidence,
                            Candidate.urgency(confidence, segment.effect()));
                });
    }

    private static List<String> aims(Segment segment, CampaignResult campaign) {
        Function<CampaignResult.Target, List<String>> part = AIMS.get(segment.dimension());
        return part == null ? List.of() : part.apply(campaign.target());
    }

    private static boolean aimsAt(Segment segment, CampaignResult campaign) {
        return aims(segment, campaign).stream().anyMatch(segment.key()::equalsIgnoreCase);
    }

    private static Candidate plain(SuggestionType type, Segment segment, BigDecimal confidence) {
        String what = switch (type) {
            case CREATE_CAMPAIGN -> "A campaign for %s";
            case CHANGE_CHANNEL_MIX -> "Begin with %s";
            case UPDATE_CONTENT -> "Write with %s";
            case ADJUST_TIMING -> "Send by %s";
            case PAUSE_CAMPAIGN, ADJUST_ALLOCATION, REFINE_TARGETING -> "%s";
        };
        return new Candidate(
                type,
                null,
                segment.dimension() + ":" + segment.key(),
                title(what.formatted(Sentence.value(segment.dimension(), segment.key()))),
                said(segment),
                action(segment).with("value", segment.key()).done(),
                facts(segment),
                confidence,
                Candidate.urgency(confidence, segment.effect()));
    }

    private static Node.Builder action(Segment segment) {
        return Node.members().with("dimension", segment.dimension());
    }

    private static Node.Members facts(Segment segment) {
        return Node.members()
                .with("pattern_type", segment.type().wire())
                .with("effect", Node.rounded(segment.effect(), 2))
                .with("direction", Node.rounded(segment.direction(), 4))
                .with("sample", segment.sample())
                .done();
    }

    static String title(String text) {
        return text.length() <= 80 ? text : text.substring(0, 79) + "…";
    }

    private static String said(Segment segment) {
        return "%s is associated with %s times the conversions, over %d of them. It was found now and eight weeks before."
                .formatted(
                        Sentence.value(segment.dimension(), segment.key()),
                        Node.round(segment.effect(), 2),
                        segment.sample());
    }
}
