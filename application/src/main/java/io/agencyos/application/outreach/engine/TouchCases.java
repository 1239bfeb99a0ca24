package io.agencyos.application.outreach.engine;

import io.agencyos.application.outreach.store.OutreachStores;
import io.agencyos.domain.campaign.Campaign;
import io.agencyos.domain.campaign.PermissionModes;
import io.agencyos.domain.campaign.enrolment.Enrolment;
import io.agencyos.domain.campaign.sequence.Sequence;
import io.agencyos.domain.campaign.sequence.SequenceStep;
import io.agencyos.domain.client.Client;
import io.agencyos.domain.client.PermissionMode;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.lead.LeadCare;
import io.agencyos.domain.outreach.calendar.LeadPlace;
import io.agencyos.domain.outreach.gate.Gate;
import io.agencyos.domain.outreach.touch.Touch;
import io.agencyos.domain.outreach.touch.TouchOrigin;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.TouchKind;
import io.agencyos.domain.shared.id.EnrolmentId;
import io.agencyos.domain.shared.id.LeadId;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads touches with their leads, sequences and calendars, for a whole batch at once: what every stage stands on. */
public final class TouchCases {

    /** How far back earlier contacts count. Source: outreach 3.3 check 17. */
    public static final Duration REMEMBERED = Duration.ofDays(90);

    private final OutreachWorld world;
    private final Outlets outlets;
    private final GateCases gates;

    TouchCases(OutreachWorld world, OutreachStores stores, Outlets outlets) {
        this.world = world;
        this.outlets = outlets;
        this.gates = new GateCases(world, stores, outlets);
    }

    /** A touch and the run that it belongs to. */
    public record Pair(Touch touch, Enrolment enrolment) {}

    /** The cases in the order of the pairs. */
    public List<TouchCase> read(Setting setting, Collection<Pair> pairs) {
        if (pairs.isEmpty()) {
            return List.of();
        }
        Map<LeadId, Lead> leads = new HashMap<>();
        world.leads()
                .leads()
                .findAll(
                        setting.id(),
                        pairs.stream()
                                .map(pair -> pair.touch().leadId())
                                .distinct()
                                .toList())
                .forEach(lead -> leads.put(lead.id(), lead));
        Set<EnrolmentId> asked = asked(setting, pairs);
        return pairs.stream()
                .map(pair -> one(setting, pair, leads.get(pair.touch().leadId()), asked))
                .toList();
    }

    /** Runs whose call is made again because their lead asked for it; nothing is read where nobody is dialled again. */
    private Set<EnrolmentId> asked(Setting setting, Collection<Pair> pairs) {
        List<EnrolmentId> again = pairs.stream()
                .filter(pair -> isRedial(pair.touch()))
                .map(pair -> pair.enrolment().id())
                .distinct()
                .toList();
        return again.isEmpty()
                ? Set.of()
                : outlets.of(Channel.VOICE).wishes(setting.id(), again).keySet();
    }

    private static boolean isRedial(Touch touch) {
        return touch.origin() == TouchOrigin.RETRY && touch.kind() == TouchKind.VOICE;
    }

    /** The same with what a gate looks at. */
    public List<GateCase> before(Gate gate, Setting setting, Collection<Pair> pairs) {
        return gates.read(gate, setting, read(setting, pairs));
    }

    private static TouchCase one(Setting setting, Pair pair, @Nullable Lead lead, Set<EnrolmentId> asked) {
        Touch touch = pair.touch();
        Enrolment enrolment = pair.enrolment();
        Campaign campaign = setting.campaign(touch.campaignId()).orElse(null);
        Sequence sequence = setting.sequence(enrolment).orElse(null);
        LeadPlace place = Places.of(lead, setting.zone());
        return new TouchCase(
                touch,
                enrolment,
                campaign,
                sequence,
                step(sequence, touch.stepNo()),
                lead,
                place,
                isRedial(touch) && asked.contains(enrolment.id())
                        ? Places.askedCall(place, setting)
                        : Places.calendar(touch, campaign, place, setting),
                mode(lead, campaign, setting),
                null);
    }

    private static @Nullable SequenceStep step(@Nullable Sequence sequence, int stepNo) {
        return sequence == null || stepNo < 1 || stepNo > sequence.steps().size() ? null : sequence.step(stepNo);
    }

    private static PermissionMode mode(@Nullable Lead lead, @Nullable Campaign campaign, Setting setting) {
        return PermissionModes.effective(
                lead == null ? LeadCare.NONE : lead.care(),
                campaign == null ? null : campaign.permissionMode(),
                setting.client().map(Client::defaultPermissionMode).orElse(null),
                setting.now());
    }
}
