package io.agencyos.adapters.out.memory.conversion;

import io.agencyos.application.outreach.store.SentLog;
import io.agencyos.domain.content.CallToAction;
import io.agencyos.domain.content.ContentTraits;
import io.agencyos.domain.content.LocalSendTime;
import io.agencyos.domain.conversion.detect.How;
import io.agencyos.domain.conversion.detect.LengthBin;
import io.agencyos.domain.conversion.detect.What;
import io.agencyos.domain.conversion.detect.When;
import io.agencyos.domain.outreach.touch.Touch;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.Vocabulary;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.TouchId;
import java.time.Instant;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One matured touch that arrived, with everything that it is.
 *
 * @param flags of its text, null where nobody told what it was like
 * @param gap to the touch that was planned to follow, null where none was
 * @param soon its lead booked within 28 days of it
 */
record TouchFact(
        ClientId client,
        TouchId touch,
        Instant sentAt,
        String mix,
        List<FactDimension> dimensions,
        @Nullable List<String> flags,
        @Nullable FactDimension gap,
        boolean converted,
        boolean soon) {

    private static final MonthDay SHUTDOWN = MonthDay.of(12, 20);
    private static final MonthDay BACK = MonthDay.of(1, 11);
    private static final int LAST_BUCKET = 4;
    private static final int MOST_LINKS = 5;

    /** What came before and what was planned after it. */
    record Place(Optional<Channel> before, Optional<Integer> daysToNext) {}

    static TouchFact of(SentLog.Sent sent, ZoneId zone, Place place, boolean converted, boolean soon) {
        Touch touch = sent.touch();
        String channel = touch.kind().channel().wire();
        String tier = touch.frozen().tier();
        String rest = String.join(
                "|",
                String.valueOf(Math.min(sent.touchNo(), LAST_BUCKET)),
                tier == null ? "" : tier,
                LeadFact.month(sent.at(), zone));
        String mix = channel + '|' + rest;
        List<FactDimension> all = new ArrayList<>();
        MonthDay day = MonthDay.from(sent.at().atZone(sent.leadZone()));
        if (day.isBefore(SHUTDOWN) && !day.isBefore(BACK)) {
            LocalSendTime time = LocalSendTime.of(sent.at(), sent.leadZone());
            all.add(new FactDimension(When.DAY, String.valueOf(time.localDayIndex()), mix));
            all.add(new FactDimension(When.HOUR, String.valueOf(time.localHour()), mix));
        }
        if (!sent.zoneAssumed()) {
            all.add(new FactDimension(When.TIMEZONE, sent.leadZone().getId(), mix));
        }
        Touch.TouchContent content = touch.content();
        if (content != null && content.templateId() != null) {
            all.add(new FactDimension(What.TEMPLATE, content.templateId(), mix));
        }
        ContentTraits traits = content == null ? null : content.traits();
        if (traits != null) {
            text(all, traits, channel, mix);
        }
        place.before()
                .ifPresent(before -> all.add(new FactDimension(
                        How.TRANSITION,
                        before.wire() + How.THEN + channel,
                        touch.campaignId().text() + '|' + rest)));
        all.add(new FactDimension("timing_basis", touch.frozen().timing().wire(), ""));
        all.add(new FactDimension("touch_no", String.valueOf(sent.touchNo()), ""));
        all.add(new FactDimension("booked_channel", channel, ""));
        return new TouchFact(
                touch.clientId(),
                touch.id(),
                sent.at(),
                mix,
                List.copyOf(all),
                traits == null ? null : flags(traits, touch.kind().channel()),
                place.daysToNext()
                        .flatMap(When::bucket)
                        .map(bucket -> new FactDimension(When.GAP + ":" + sent.touchNo(), bucket, mix))
                        .orElse(null),
                converted,
                soon);
    }

    private static void text(List<FactDimension> all, ContentTraits traits, String channel, String mix) {
        CallToAction cta = traits.cta();
        if (cta != null) {
            all.add(new FactDimension(What.CTA, cta.phrase(), mix));
            all.add(new FactDimension(What.CTA_TYPE, cta.type().wire(), mix));
        }
        all.add(new FactDimension(What.LINK_COUNT, String.valueOf(Math.min(traits.links(), MOST_LINKS)), mix));
        LengthBin.of(channel, channel.equals(Channel.SMS.wire()) ? traits.characters() : traits.words())
                .ifPresent(bin -> all.add(new FactDimension(What.LENGTH + ":" + channel, bin.key(), mix)));
    }

    private static List<String> flags(ContentTraits traits, Channel channel) {
        List<String> flags = new ArrayList<>();
        if (channel == Channel.EMAIL) {
            named(flags, What.SUBJECT, traits.subjectPatterns());
        }
        named(flags, What.PAIN_POINT, traits.painPoints());
        named(flags, What.PERSONALIZATION, traits.used());
        flags.add(What.ANGLE + ":neutral");
        if (traits.links() > 0) {
            flags.add(What.LINKS);
        }
        return List.copyOf(flags);
    }

    private static void named(List<String> flags, String group, Collection<? extends Vocabulary> values) {
        values.forEach(value -> flags.add(group + ':' + value.wire()));
    }
}
