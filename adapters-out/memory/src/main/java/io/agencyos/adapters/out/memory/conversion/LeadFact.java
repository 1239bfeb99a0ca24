package io.agencyos.adapters.out.memory.conversion;

import io.agencyos.application.deal.store.MeetingOutcomes;
import io.agencyos.application.outreach.store.SentLog;
import io.agencyos.application.scoring.store.FrozenFacts;
import io.agencyos.domain.conversion.detect.How;
import io.agencyos.domain.conversion.detect.Judged;
import io.agencyos.domain.conversion.detect.SizeBand;
import io.agencyos.domain.conversion.detect.Title;
import io.agencyos.domain.conversion.detect.Who;
import io.agencyos.domain.deal.BookingPath;
import io.agencyos.domain.lead.LeadSource;
import io.agencyos.domain.scoring.AlsResult;
import io.agencyos.domain.scoring.LeadFacts;
import io.agencyos.domain.scoring.ScoreSnapshot;
import io.agencyos.domain.scoring.match.Seniority;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.ChoiceBasis;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One matured lead, with everything that it is. */
record LeadFact(
        ClientId client,
        LeadId lead,
        CampaignId campaign,
        Instant firstTouch,
        List<FactDimension> dimensions,
        List<Integer> points,
        List<Channel> plan,
        boolean converted,
        boolean byEmail,
        @Nullable Integer days) {

    /**
     * What was planned for it.
     *
     * @param basis what the order of the channels was chosen by, null where nobody kept it
     * @param landmark channels of its first three touches, where it had not booked by then
     */
    record Plan(List<Channel> channels, @Nullable ChoiceBasis basis, List<Channel> landmark) {}

    /** Its value in a dimension. */
    @Nullable
    String in(String dimension) {
        return dimensions.stream()
                .filter(each -> each.name().equals(dimension))
                .map(FactDimension::value)
                .findFirst()
                .orElse(null);
    }

    /** The tier that was frozen with its first touch. */
    @Nullable
    String tier() {
        return dimensions.stream()
                .map(FactDimension::name)
                .filter(name -> name.startsWith(How.TIER_FIRST + ':'))
                .map(name -> name.substring(How.TIER_FIRST.length() + 1))
                .findFirst()
                .orElse(null);
    }

    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("yyyy-MM", Locale.ROOT);
    private static final int NEW_ROLE_DAYS = 90;

    static LeadFact of(
            SentLog.Sent touch,
            ZoneId zone,
            ScoreSnapshot score,
            FrozenFacts frozen,
            LeadSource source,
            Plan plan,
            Optional<MeetingOutcomes.Entry> booking) {
        AlsResult.Components points = score.components();
        return new LeadFact(
                touch.touch().clientId(),
                touch.touch().leadId(),
                touch.touch().campaignId(),
                touch.at(),
                dimensions(touch, zone, frozen.facts(), source, plan),
                List.of(points.dataQuality(), points.authority(), points.companyFit(), points.timing(), points.risk()),
                plan.channels(),
                booking.isPresent(),
                booking.map(MeetingOutcomes.Entry::credited)
                        .map(BookingPath.Contact::channel)
                        .filter(Channel.EMAIL::equals)
                        .isPresent(),
                booking.map(entry ->
                                (int) Duration.between(touch.at(), entry.at()).toDays())
                        .orElse(null));
    }

    /** What was frozen before, with the label as it is known now. */
    LeadFact labelling(LeadFact old) {
        return new LeadFact(
                client,
                lead,
                old.campaign,
                old.firstTouch,
                old.dimensions,
                old.points,
                old.plan,
                converted,
                byEmail,
                days);
    }

    static String month(Instant at, ZoneId zone) {
        return MONTH.format(at.atZone(zone));
    }

    private static List<FactDimension> dimensions(
            SentLog.Sent touch, ZoneId zone, LeadFacts facts, LeadSource source, Plan plan) {
        String month = month(touch.at(), zone);
        LocalDate day = LocalDate.ofInstant(touch.at(), zone);
        Collected all = new Collected();
        all.add(Who.TITLE, Title.canonical(facts.role().title()).orElse(null), month);
        all.add(
                Who.SENIORITY,
                facts.role().seniority() == Seniority.UNKNOWN
                        ? null
                        : facts.role().seniority().wire(),
                month);
        String industry = facts.company().industry();
        all.add(Who.INDUSTRY, industry == null ? null : industry.strip().toLowerCase(Locale.ROOT), month);
        all.add(
                Who.SIZE,
                SizeBand.of(facts.company().employees()).map(SizeBand::key).orElse(null),
                month);
        all.add(Who.STATE, facts.company().state(), month);
        all.add(Who.SOURCE, source.wire(), month);
        all.add(Who.EMAIL_STATUS, facts.contact().emailStatus().wire(), month);
        LocalDate started = facts.role().startedOn();
        all.flag(
                "new_role",
                started == null ? null : started.plusDays(NEW_ROLE_DAYS).isAfter(day),
                month);
        all.flag("hiring", facts.company().hiring(), month);
        LocalDate funded = facts.company().fundedOn();
        all.flag("funded", funded == null ? null : funded.isAfter(day.minusMonths(12)), month);
        plan(all, touch, plan, month);
        return List.copyOf(all.dimensions);
    }

    private static void plan(Collected all, SentLog.Sent touch, Plan planned, String month) {
        List<Channel> plan = planned.channels();
        String tier = touch.touch().frozen().tier();
        String stratum = touch.touch().campaignId().text() + '|' + (tier == null ? "" : tier) + '|' + month;
        String first = plan.isEmpty() ? null : plan.getFirst().wire();
        all.add(How.FIRST, first, stratum);
        all.add(
                How.CHANNELS,
                plan.isEmpty() ? null : plan.stream().distinct().count() > 1 ? How.MULTI : How.SINGLE,
                stratum);
        all.add(
                How.SEQUENCE,
                plan.size() < 2 ? null : sequence(plan.stream().limit(3).toList()),
                stratum);
        all.add(
                "channel_basis",
                planned.basis() == null ? null : planned.basis().wire(),
                "");
        all.add(How.LANDMARK, planned.landmark().isEmpty() ? null : sequence(planned.landmark()), stratum);
        if (tier != null) {
            all.add(How.TIER_FIRST + ":" + tier, first, stratum);
        }
        for (Channel channel : Channel.values()) {
            all.flag(How.CHANNEL + ":" + channel.wire(), plan.contains(channel), stratum);
        }
    }

    private static String sequence(List<Channel> channels) {
        return String.join(How.THEN, channels.stream().map(Channel::wire).toList());
    }

    private static final class Collected {
        private final List<FactDimension> dimensions = new ArrayList<>();

        void add(String name, @Nullable String value, String stratum) {
            if (value != null) {
                dimensions.add(new FactDimension(name, value, stratum));
            }
        }

        void flag(String name, @Nullable Boolean set, String stratum) {
            add(name, set == null ? null : set ? Judged.WITH : Judged.WITHOUT, stratum);
        }
    }
}
