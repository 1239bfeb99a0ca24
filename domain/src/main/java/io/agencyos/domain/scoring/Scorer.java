package io.agencyos.domain.scoring;

import io.agencyos.domain.scoring.ScoringRules.Award;
import io.agencyos.domain.scoring.ScoringRules.Deduction;
import io.agencyos.domain.scoring.ScoringRules.GateRule;
import io.agencyos.domain.scoring.tier.AlsScore;
import io.agencyos.domain.scoring.weight.Component;
import io.agencyos.domain.scoring.weight.Signal;

/**
 * Scores leads in one context. Making a scorer compiles the context, so make one for many leads; it holds no state and
 * may be shared. The same facts always give the same result. Source: scoring 1.8.
 */
public final class Scorer {

    /** Names the formula and its tables; stored with every score. */
    public static final String MODEL_VERSION = "als-1";

    private static final Award[] DATA_QUALITY = ScoringRules.DATA_QUALITY.toArray(Award[]::new);
    private static final Award[] AUTHORITY = ScoringRules.AUTHORITY.toArray(Award[]::new);
    private static final Award[] WEB_PRESENCE = ScoringRules.WEB_PRESENCE.toArray(Award[]::new);
    private static final Award[] TIMING = ScoringRules.TIMING.toArray(Award[]::new);
    private static final Deduction[] RISK = ScoringRules.RISK.toArray(Deduction[]::new);
    private static final Award[] BOOSTS = ScoringRules.BOOSTS.toArray(Award[]::new);
    private static final GateRule[] GATES = ScoringRules.GATES.toArray(GateRule[]::new);

    private final CompiledContext context;

    public Scorer(ScoringContext context) {
        this.context = new CompiledContext(context);
    }

    /** The context that this scorer was made for. */
    public ScoringContext context() {
        return context.source;
    }

    /** The score of these facts; never fails, whatever is missing or wrong (ALS-15). */
    public AlsResult score(LeadFacts facts) {
        Reading lead = new Reading(facts, context);
        AlsResult.Sheet sheet = new AlsResult.Sheet();
        sheet.dataQuality = award(DATA_QUALITY, Component.DATA_QUALITY, lead, sheet);
        sheet.authority = award(AUTHORITY, Component.AUTHORITY, lead, sheet);
        sheet.companyFit = fit(lead, sheet) + webPresence(lead, sheet);
        sheet.timing = award(TIMING, Component.TIMING, lead, sheet);
        sheet.risk = risk(lead, sheet);
        award(BOOSTS, Component.BOOST, lead, sheet);
        sheet.gates = gates(lead);
        total(sheet);
        return new AlsResult(context, lead, sheet);
    }

    private int award(Award[] awards, Component component, Reading lead, AlsResult.Sheet sheet) {
        long unitsPerRawPoint = context.unitsPerRawPoint(component);
        int sum = 0;
        for (Award award : awards) {
            int points = award.rule().points(lead);
            sheet.units[award.signal().ordinal()] = points * unitsPerRawPoint;
            sum += points;
        }
        return sum;
    }

    /** Industry, size and location; the fraction that the floor cuts off is taken from the largest of the three. */
    private int fit(Reading lead, AlsResult.Sheet sheet) {
        FitShares shares = context.sharesOf(lead.seo != null);
        long industry = shares.industry() / FitShares.PARTS * ScoringRules.INDUSTRY.points(lead);
        long size = shares.size() / FitShares.PARTS * ScoringRules.EMPLOYEES.points(lead);
        long location = shares.location() / FitShares.PARTS * ScoringRules.LOCATION.points(lead);
        long perPoint = context.shares.perPoint();
        long whole = (industry + size + location) / perPoint;
        long residue = industry + size + location - whole * perPoint;
        if (industry >= size && industry >= location) {
            industry -= residue;
        } else if (size >= location) {
            size -= residue;
        } else {
            location -= residue;
        }
        long unitsPerShare = context.unitsPerRawPoint(Component.COMPANY_FIT) / perPoint;
        sheet.units[Signal.INDUSTRY.ordinal()] = industry * unitsPerShare;
        sheet.units[Signal.EMPLOYEES.ordinal()] = size * unitsPerShare;
        sheet.units[Signal.LOCATION.ordinal()] = location * unitsPerShare;
        return (int) whole;
    }

    private int webPresence(Reading lead, AlsResult.Sheet sheet) {
        return lead.seo == null ? 0 : award(WEB_PRESENCE, Component.COMPANY_FIT, lead, sheet);
    }

    private int risk(Reading lead, AlsResult.Sheet sheet) {
        long unitsPerRawPoint = context.unitsPerRawPoint(Component.RISK);
        int left = ScoringRules.RISK_BASE;
        sheet.units[Signal.RISK_BASE.ordinal()] = left * unitsPerRawPoint;
        if (lead.unobjectionable()) {
            return left;
        }
        for (Deduction deduction : RISK) {
            if (left > 0 && deduction.applies().applies(lead)) {
                int taken = Math.min(deduction.points(), left);
                sheet.units[deduction.signal().ordinal()] = -taken * unitsPerRawPoint;
                left -= taken;
            }
        }
        return left;
    }

    private static int gates(Reading lead) {
        if (lead.unobjectionable()) {
            return 0;
        }
        int closed = 0;
        for (GateRule rule : GATES) {
            if (rule.applies().applies(lead)) {
                closed |= 1 << rule.gate().ordinal();
            }
        }
        return closed;
    }

    /** Clamp and floor, each with its row. Without deductions below zero a sum is never negative. */
    private void total(AlsResult.Sheet sheet) {
        long sum = 0;
        for (int i = 0; i < Signal.CAP.ordinal(); i++) {
            sum += sheet.units[i];
        }
        long highest = AlsScore.HIGHEST * context.unitsPerPoint;
        long clamped = Math.clamp(sum, 0L, highest);
        sheet.score = (int) (clamped / context.unitsPerPoint);
        sheet.units[Signal.CAP.ordinal()] = clamped - sum;
        sheet.units[Signal.ROUNDING.ordinal()] = sheet.score * context.unitsPerPoint - clamped;
    }
}
