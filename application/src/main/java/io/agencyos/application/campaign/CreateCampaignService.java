package io.agencyos.application.campaign;

import io.agencyos.application.campaign.change.Permissions;
import io.agencyos.application.campaign.change.SettingsOf;
import io.agencyos.application.campaign.change.Trail;
import io.agencyos.application.campaign.store.CampaignPorts;
import io.agencyos.application.resource.SendingChannels;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.IdSource;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UniqueViolation;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.campaign.Campaign;
import io.agencyos.domain.campaign.CampaignRules;
import io.agencyos.domain.campaign.CampaignSettings;
import io.agencyos.domain.campaign.ChannelMixes;
import io.agencyos.domain.campaign.sequence.Sequence;
import io.agencyos.domain.campaign.sequence.SequenceStep;
import io.agencyos.domain.campaign.sequence.SequenceTemplate;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.platform.AuditAction;
import io.agencyos.domain.platform.AuditEntry.Change;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.FieldProblem;
import io.agencyos.domain.shared.id.CampaignId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The index on the name decides between two campaigns of one name that are made at once. */
final class CreateCampaignService implements CreateCampaign {

    private final CampaignPorts ports;
    private final SendingChannels channels;
    private final Trail trail;
    private final UnitOfWork units;
    private final ClockPort clock;
    private final IdSource ids;

    CreateCampaignService(CampaignPorts ports, Trail trail, UnitOfWork units, ClockPort clock, IdSource ids) {
        this.ports = ports;
        this.channels = ports.channels();
        this.trail = trail;
        this.units = units;
        this.clock = clock;
        this.ids = ids;
    }

    @Override
    public Outcome create(TenantScope scope, Request request, Origin origin) {
        Role required = Permissions.toSet(scope, request.settings().permissionMode());
        if (!Permissions.permits(scope, required)) {
            return new Outcome.RoleRequired(required);
        }
        try {
            return units.inTenant(scope.asWorker(), () -> createInside(scope, request, origin));
        } catch (UniqueViolation taken) {
            if (taken.getMessage().contains(SettingsOf.NAME_INDEX)) {
                return new Outcome.NameTaken();
            }
            throw taken;
        }
    }

    private Outcome createInside(TenantScope scope, Request request, Origin origin) {
        Set<Channel> senders = channels.orEmail(scope.clientId());
        SequenceTemplate template = SequenceTemplate.of(request.origin());
        CampaignSettings asked = template.paced(request.settings().stripped());
        List<SequenceStep> steps = ports.learned()
                .of(scope.clientId())
                .applied(template.steps(senders), asked.pace().gapDays());
        CampaignSettings settings =
                request.mixGiven() ? asked : asked.mixed(ChannelMixes.renormalised(asked.channelMix(), senders));
        List<FieldProblem> problems = CampaignRules.problems(settings, SettingsOf.used(steps));
        if (!problems.isEmpty()) {
            return new Outcome.Invalid(problems);
        }
        Instant now = clock.now();
        Campaign campaign =
                Campaign.draft(new CampaignId(ids.next()), scope.clientId(), request.origin(), settings, now);
        Sequence sequence = new Sequence(scope.clientId(), campaign.id(), 1, steps, now);
        ports.campaigns().insert(campaign, sequence);
        trail.campaign(scope, AuditAction.CREATE, campaign, Map.of("name", new Change(null, campaign.name())), origin);
        return new Outcome.Created(campaign, sequence);
    }
}
