package io.agencyos.application.outreach.approval;

import io.agencyos.application.outreach.engine.Changes;
import io.agencyos.application.outreach.engine.Engine;
import io.agencyos.application.outreach.engine.Setting;
import io.agencyos.application.outreach.engine.TouchCase;
import io.agencyos.application.outreach.gate.GateKeeping;
import io.agencyos.domain.client.PermissionMode;
import io.agencyos.domain.outreach.ApprovalItem;
import io.agencyos.domain.outreach.calendar.Holidays;
import io.agencyos.domain.outreach.touch.Touch;
import io.agencyos.domain.outreach.touch.TouchState;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.TouchId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Works in units of {@value #AT_ONCE} touches, each locked and read again. */
public final class SendBackUnapprovedService implements SendBackUnapproved {

    private static final int AT_ONCE = 200;
    private static final Set<TouchState> NOT_BEGUN = Set.of(TouchState.READY, TouchState.QUEUED);

    private final Engine engine;

    public SendBackUnapprovedService(Engine engine) {
        this.engine = engine;
    }

    @Override
    public int ofCampaign(ClientId client, @Nullable CampaignId campaign) {
        return sendBack(
                client,
                engine.inTenant(client, () -> engine.stores().touches().notBegun(client, campaign, Integer.MAX_VALUE)));
    }

    @Override
    public int ofLead(ClientId client, LeadId lead) {
        return sendBack(
                client,
                engine.inTenant(client, () -> engine.stores().touches().liveOfLead(client, lead)).stream()
                        .filter(touch -> NOT_BEGUN.contains(touch.state()))
                        .toList());
    }

    private int sendBack(ClientId client, List<Touch> touches) {
        Holidays holidays = engine.holidays();
        int back = 0;
        for (int from = 0; from < touches.size(); from += AT_ONCE) {
            List<Touch> batch = touches.subList(from, Math.min(touches.size(), from + AT_ONCE));
            back += engine.inTenant(client, () -> sendBackInside(client, batch, holidays));
        }
        return back;
    }

    private int sendBackInside(ClientId client, List<Touch> batch, Holidays holidays) {
        Instant now = engine.clock().now();
        Engine.Locked locked = engine.lock(client, batch, Setting.Hold.READ, holidays, now)
                .only(touch -> NOT_BEGUN.contains(touch.state()));
        Map<TouchId, ApprovalItem> words = engine.stores()
                .approvals()
                .newest(client, batch.stream().map(Touch::id).toList());
        Changes changes = engine.changes(client, now);
        int back = 0;
        for (TouchCase one : engine.cases().read(locked.setting(), locked.pairs())) {
            ApprovalItem word = words.get(one.touch().id());
            if (isUnseen(one, word) && GateKeeping.sendBack(one.touch(), word, changes)) {
                back++;
            }
        }
        changes.flush();
        return back;
    }

    private static boolean isUnseen(TouchCase one, @Nullable ApprovalItem word) {
        return one.mode() != PermissionMode.AUTOPILOT
                && one.touch().byHand() == null
                && (word == null || word.status() != ApprovalItem.Status.APPROVED);
    }
}
