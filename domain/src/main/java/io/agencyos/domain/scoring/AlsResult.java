package io.agencyos.domain.scoring;

import io.agencyos.domain.scoring.LeadFacts.LinkedInActivity;
import io.agencyos.domain.scoring.tier.AlsScore;
import io.agencyos.domain.scoring.tier.ChannelMap;
import io.agencyos.domain.scoring.tier.Tier;
import io.agencyos.domain.scoring.tier.TierSource;
import io.agencyos.domain.scoring.weight.Facet;
import io.agencyos.domain.scoring.weight.Signal;
import io.agencyos.domain.scoring.weight.WeightsInForce;
import io.agencyos.domain.shared.Channel;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A score with everything that explains it. The points of every row are there; words are made when they are asked for,
 * so that a bulk run pays for none it does not show. Source: scoring 1.1.
 */
public final class AlsResult {

    /** Raw points of the five components. */
    public record Components(int dataQuality, int authority, int companyFit, int timing, int risk) {}

    /** What a scorer writes while it scores. */
    static final class Sheet {

        /** Weighted units of every row that can have any, by the ordinal of its signal. */
        final long[] units = new long[Signal.ROUNDING.ordinal() + 1];

        int dataQuality;
        int authority;
        int companyFit;
        int timing;
        int risk;
        int gates;
        int score;
    }

    private static final Signal[] SIGNALS = Signal.values();

    private final CompiledContext context;
    private final Reading lead;
    private final Sheet sheet;

    AlsResult(CompiledContext context, Reading lead, Sheet sheet) {
        this.context = context;
        this.lead = lead;
        this.sheet = sheet;
    }

    public AlsScore score() {
        return AlsScore.of(sheet.score);
    }

    /** The tier in force: the score's own, dead where a gate stands, cool at best under a veto (B3). */
    public Tier tier() {
        if (sheet.gates != 0) {
            return Tier.DEAD;
        }
        Tier earned = Tier.ofPoints(sheet.score);
        boolean vetoed = context.source.titleVeto() && lead.authority.disqualified();
        return vetoed && earned.compareTo(Tier.COOL) < 0 ? Tier.COOL : earned;
    }

    public TierSource tierSource() {
        return sheet.gates == 0 ? TierSource.SCORE : TierSource.GATE;
    }

    /** The gates that force the tier, in the order of {@link Gate}. */
    public List<Gate> gates() {
        return Arrays.stream(Gate.values())
                .filter(gate -> (sheet.gates & 1 << gate.ordinal()) != 0)
                .toList();
    }

    public Components components() {
        return new Components(sheet.dataQuality, sheet.authority, sheet.companyFit, sheet.timing, sheet.risk);
    }

    /** Points added for known buyers, 0 to 15. */
    public int buyerBoost() {
        return boost(Signal.BUYER_BOOST);
    }

    /** Why there is a buyer boost; empty when there is none. */
    public Optional<String> buyerBoostReason() {
        return lead.buyer == null || buyerBoost() == 0
                ? Optional.empty()
                : Optional.of(BuyerScore.reason(lead.buyer.timesBought()));
    }

    /** Points added for activity on LinkedIn, 0 to 10. */
    public int linkedInBoost() {
        return boost(Signal.LINKEDIN_BOOST);
    }

    /** What the LinkedIn boost is made of. */
    public List<LinkedInSignal> linkedInSignals() {
        LinkedInActivity activity = lead.linkedIn;
        return activity == null ? List.of() : LinkedInSignal.of(activity, context.today);
    }

    /** Points added for technologies that the client looks for, 0 to 5. */
    public int techBoost() {
        return boost(Signal.TECH_BOOST);
    }

    public WeightsInForce weights() {
        return context.source.weights();
    }

    public String modelVersion() {
        return Scorer.MODEL_VERSION;
    }

    public int factsVersion() {
        return lead.facts.version();
    }

    /** The day for which the ages of dates were counted. */
    public LocalDate asOf() {
        return context.source.asOf();
    }

    /** The channels that tier and floors open, in the default order; none behind a gate. */
    public List<Channel> availableChannels() {
        return ChannelMap.open(tier(), score(), context.source.costFloors());
    }

    /** The exact weighted points of a row; 0 for a row that this score does not have. */
    public ExactPoints points(Signal signal) {
        return new ExactPoints(units(signal), context.unitsPerPoint);
    }

    /** The points under the names that people see; they sum to the score before clamp and floor (ALS-14). */
    public Map<Facet, ExactPoints> facets() {
        long[] units = new long[Facet.values().length];
        for (Signal signal : SIGNALS) {
            units[signal.facet().ordinal()] += units(signal);
        }
        Map<Facet, ExactPoints> facets = new EnumMap<>(Facet.class);
        for (Facet facet : Facet.values()) {
            if (facet.holdsPoints()) {
                facets.put(facet, new ExactPoints(units[facet.ordinal()], context.unitsPerPoint));
            }
        }
        return facets;
    }

    /** The exact sum before clamp and floor, by which leads of the same score are told apart. */
    public ExactPoints beforeClamp() {
        return new ExactPoints(
                sheet.score * context.unitsPerPoint
                        - sheet.units[Signal.CAP.ordinal()]
                        - sheet.units[Signal.ROUNDING.ordinal()],
                context.unitsPerPoint);
    }

    /** Names of facts that were not there, lay in the future or could not be looked up (ALS-15). */
    public List<String> missingSignals() {
        List<String> names = new ArrayList<>();
        for (Signal signal : SIGNALS) {
            if (isMissing(signal)) {
                names.add(signal.wire());
            }
        }
        for (Reading.FutureDate date : Reading.FutureDate.values()) {
            if ((lead.future() & 1 << date.ordinal()) != 0) {
                names.add("future_date:" + date.name().toLowerCase(Locale.ROOT));
            }
        }
        for (Signal signal : SIGNALS) {
            if ((lead.unavailable() >>> signal.ordinal() & 1) != 0 && signal.ordinal() < Signal.CAP.ordinal()) {
                names.add("unavailable:" + signal.wire());
            }
        }
        if (!lead.facts.enriched()) {
            names.add("not_enriched");
        }
        return List.copyOf(names);
    }

    /** The rows that add up exactly to the score, with the facts as they were read. */
    public Explanation explanation() {
        return Explanation.of(this);
    }

    /** This result as the row that history keeps and touches point to. */
    public ScoreSnapshot snapshot(ScoreCause cause) {
        return ScoreSnapshot.of(this, cause);
    }

    boolean isMissing(Signal signal) {
        return signal.ordinal() < Signal.CAP.ordinal() && (lead.missing() >>> signal.ordinal() & 1) != 0;
    }

    boolean has(Signal signal) {
        return switch (signal) {
            case DOMAIN_RANK, ORGANIC_TRAFFIC, TOP10_KEYWORDS -> lead.seo != null;
            case TECH_BOOST -> context.technologies.isAsked();
            case RISK_BOUNCE,
                    RISK_UNSUBSCRIBED,
                    RISK_COMPETITOR,
                    RISK_TITLE,
                    RISK_DOMAIN_RANK,
                    RISK_TRAFFIC,
                    RISK_SPAM,
                    CAP,
                    ROUNDING -> units(signal) != 0;
            case GATE_UNSUBSCRIBED,
                    GATE_BOUNCED,
                    GATE_INVALID,
                    GATE_PLATFORM_SUPPRESSION,
                    GATE_CLIENT_SUPPRESSION,
                    GATE_COMPETITOR,
                    GATE_DO_NOT_CONTACT -> (sheet.gates & 1 << gateIndex(signal)) != 0;
            case EMAIL,
                    PHONE,
                    LINKEDIN_URL,
                    PERSONAL_EMAIL,
                    TITLE,
                    INDUSTRY,
                    EMPLOYEES,
                    LOCATION,
                    NEW_ROLE,
                    HIRING,
                    FUNDING,
                    RISK_BASE,
                    BUYER_BOOST,
                    LINKEDIN_BOOST -> true;
        };
    }

    long units(Signal signal) {
        return signal.ordinal() < sheet.units.length ? sheet.units[signal.ordinal()] : 0;
    }

    long unitsPerPoint() {
        return context.unitsPerPoint;
    }

    ExactPoints maximum(Signal signal) {
        return new ExactPoints(context.maximum(signal, lead.seo != null), context.unitsPerPoint);
    }

    Reading lead() {
        return lead;
    }

    private int boost(Signal signal) {
        return (int) (units(signal) / context.unitsPerPoint);
    }

    private static int gateIndex(Signal signal) {
        return signal.ordinal() - Signal.GATE_UNSUBSCRIBED.ordinal();
    }
}
