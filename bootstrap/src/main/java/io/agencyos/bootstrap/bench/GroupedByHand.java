package io.agencyos.bootstrap.bench;

import io.agencyos.application.conversion.learning.store.LearningFacts.Span;
import io.agencyos.application.conversion.learning.store.LearningFacts.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A statement as a person writes it who wants the counts of one dimension within its strata, straight from the facts. */
record GroupedByHand(Unit unit, String value, String strata, String converted, String where) {

    private static final String BY_CHANNEL = "channel, least(touch_no, 4), tier, month";
    private static final String BY_PLAN = "campaign_id, tier, month";

    static final List<GroupedByHand> ALL = all();

    private static List<GroupedByHand> all() {
        List<GroupedByHand> all = new ArrayList<>();
        for (String column : List.of(
                "title",
                "seniority",
                "industry",
                "size_band",
                "state",
                "source",
                "email_status",
                "new_role",
                "hiring",
                "funded")) {
            all.add(lead(column, "month"));
        }
        for (String column : List.of(
                "plan_channels[1]",
                "cardinality(plan_channels) > 1",
                "plan_channels",
                "landmark",
                "'email' = any (plan_channels)",
                "'linkedin' = any (plan_channels)",
                "'voice' = any (plan_channels)",
                "'sms' = any (plan_channels)",
                "'mail' = any (plan_channels)")) {
            all.add(lead(column, BY_PLAN));
        }
        all.add(lead("(dq, au, fit, tm, rk)", "y_email"));
        for (String column : List.of(
                "day_index",
                "hour",
                "timezone",
                "template",
                "model",
                "prompt",
                "cta",
                "cta_type",
                "link_count",
                "length_bin",
                "flags is not null",
                "unnest(flags)")) {
            all.add(touch(column, BY_CHANNEL));
        }
        all.add(touch("touch_no", "1"));
        all.add(touch("prev_channel || channel", "campaign_id, least(touch_no, 4), tier, month"));
        all.add(new GroupedByHand(
                Unit.GAP, "next_gap_bucket", "touch_no, " + BY_CHANNEL, "y28", "next_gap_bucket is not null"));
        return all;
    }

    private static GroupedByHand lead(String value, String strata) {
        return new GroupedByHand(Unit.LEAD, value, strata, "y", "true");
    }

    private static GroupedByHand touch(String value, String strata) {
        return new GroupedByHand(Unit.TOUCH, value, strata, "y", "true");
    }

    String sql(UUID client, Span span) {
        boolean ofLeads = unit == Unit.LEAD;
        return "select %s, %s, count(*) n, count(*) filter (where %s) k from app.%s where client_id = '%s' and %s >= '%s' and %6$s < '%s' and %s group by %s"
                .formatted(
                        value,
                        strata,
                        converted,
                        ofLeads ? "cis_lead_fact" : "cis_touch_fact",
                        client,
                        ofLeads ? "t1" : "sent_at",
                        span.from(),
                        span.until(),
                        where,
                        numbers());
    }

    private String numbers() {
        StringBuilder numbers = new StringBuilder("1");
        for (int i = 2; i <= 1 + strata.replace("touch_no, 4", "").split(",").length; i++) {
            numbers.append(", ").append(i);
        }
        return numbers.toString();
    }
}
