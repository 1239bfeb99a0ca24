package io.agencyos.adapters.out.memory.conversion;

import io.agencyos.application.outreach.SentLog;
import io.agencyos.domain.conversion.detect.What;
import io.agencyos.domain.conversion.detect.When;
import io.agencyos.domain.outreach.Touch;
import io.agencyos.domain.shared.ClientId;
import io.agencyos.domain.shared.TouchId;
import java.time.Instant;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** One matured touch that arrived, with everything that it is. */
record TouchFact(ClientId client, TouchId touch, Instant sentAt, List<FactDimension> dimensions, boolean converted) {

    private static final MonthDay SHUTDOWN = MonthDay.of(12, 20);
    private static final MonthDay BACK = MonthDay.of(1, 11);
    private static final int LAST_BUCKET = 4;

    static TouchFact of(SentLog.Sent sent, ZoneId zone, boolean converted) {
        Touch touch = sent.touch();
        String channel = touch.kind().channel().wire();
        String tier = touch.frozen().tier();
        String mix = String.join(
                "|",
                channel,
                String.valueOf(Math.min(sent.touchNo(), LAST_BUCKET)),
                tier == null ? "" : tier,
                LeadFact.month(sent.at(), zone));
        List<FactDimension> all = new ArrayList<>();
        MonthDay day = MonthDay.from(sent.at().atZone(sent.leadZone()));
        if (day.isBefore(SHUTDOWN) && !day.isBefore(BACK)) {
            int index = sent.local().getDayOfWeek().getValue() - 1;
            all.add(new FactDimension(When.DAY, String.valueOf(index), mix));
            all.add(new FactDimension(When.HOUR, String.valueOf(sent.local().getHour()), mix));
        }
        all.add(new FactDimension(When.TIMEZONE, sent.leadZone().getId(), mix));
        Touch.TouchContent content = touch.content();
        if (content != null && content.templateId() != null) {
            all.add(new FactDimension(What.TEMPLATE, content.templateId(), mix));
        }
        all.add(new FactDimension("touch_no", String.valueOf(sent.touchNo()), ""));
        all.add(new FactDimension("booked_channel", channel, ""));
        return new TouchFact(touch.clientId(), touch.id(), sent.at(), List.copyOf(all), converted);
    }
}
